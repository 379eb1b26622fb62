"""The command line: `asylum-rules`. One module a command, or a family of them."""

from asylum_rules.cli.program import main

__all__ = ["main"]
