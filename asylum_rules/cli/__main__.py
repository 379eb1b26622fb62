"""The command line as `python -m asylum_rules.cli`."""

from asylum_rules.cli.program import main

if __name__ == "__main__":
    main()
