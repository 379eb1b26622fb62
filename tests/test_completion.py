"""Shell completion: commands, options and choices, as click offers them and as bash shows them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from asylum_rules.cli import main


def offered(*words: str) -> set[str]:
    """Return what completes the last of some words."""
    env = {"COMP_WORDS": " ".join(("asylum-rules", *words)), "COMP_CWORD": str(len(words))}
    result = CliRunner().invoke(main, env={**env, "_ASYLUM_RULES_COMPLETE": "bash_complete"})
    assert result.exit_code == 0
    return {line.split(",")[1] for line in result.output.split()}


@pytest.mark.parametrize(
    ("words", "completions"),
    [
        (("di",), {"diff"}),
        (("impact", "--rea"), {"--readings"}),
        (("impact", "--readings", "h"), {"headline"}),
        (("prove", "nobody"), {"nobody-better-off", "nobody-worse-off"}),
        (("impact", "uk/b"), {"uk/baseline"}),
        (("check", "uk/latest", "den"), {"denmark"}),
        (("diff", "case.toml", "--policy", "france/"), {"france/before", "france/doctrine"}),
        (("diff", "case.toml", "--question", "appeal"), {"appeal.body"}),
        (("diff", "case.toml", "--question", "nothing"), set()),
        (("nothing-of-the-kind",), set()),
    ],
)
def test_what_completes_a_word(words: tuple[str, ...], completions: set[str]) -> None:
    assert offered(*words) == completions


def test_a_policy_may_be_a_file() -> None:
    env = {"COMP_WORDS": "asylum-rules rules my-re", "COMP_CWORD": "2", "_ASYLUM_RULES_COMPLETE": "bash_complete"}

    assert CliRunner().invoke(main, env=env).output == "file,my-re\n"


def test_bash_completes_a_command() -> None:
    bash = shutil.which("bash")
    assert bash is not None
    script = (
        'eval "$(_ASYLUM_RULES_COMPLETE=bash_source asylum-rules)"\n'
        "COMP_WORDS=(asylum-rules expla) COMP_CWORD=1\n"
        "_asylum_rules_completion asylum-rules\n"
        'echo "${COMPREPLY[@]}"\n'
    )

    done = subprocess.run(
        [bash, "-euc", script],
        env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "explain\n"
