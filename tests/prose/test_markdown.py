"""Text that Markdown shows as it is, whatever is in it."""

import pytest

from asylum_rules.prose.markdown import escaped, linked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[here](https://evil.example)", r"\[here\](https\://evil.example)"),
        ("see www.evil.example", r"see www\.evil.example"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("a | b", r"a \| b"),
        ("`code`", r"\`code\`"),
        (r"a\|b", r"a\\\|b"),
        ("&lt;", r"\&lt;"),
        ("a\n# b", r"a\\n\# b"),
        ("soon\x1b[2J", r"soon\\x1b\[2J"),
        ("a\u202eb", r"a\\u202eb"),
        ("made_dangerous_journey", r"made\_dangerous\_journey"),
        ("5 years (usually); £49.18: yes", "5 years (usually); £49.18: yes"),
    ],
)
def test_nothing_in_a_text_is_obeyed(text: str, words: str) -> None:
    assert escaped(text) == words


def test_an_address_cannot_end_its_link() -> None:
    assert linked("A", "https://a.example/b)<c>(d") == "[A](https://a.example/b%29%3Cc%3E%28d)"
