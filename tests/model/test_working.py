"""Which of the rules weighed prevails."""

import pytest

from asylum_rules.language.build import ALWAYS
from asylum_rules.model.trace import Step, Weighed
from asylum_rules.units.span import years
from tests.model.handmade import WAIT, rule


@pytest.mark.parametrize(
    ("held", "beaten_by", "prevails"),
    [
        (True, (), True),
        (True, ("other",), False),
        (False, (), False),
        (None, (), False),
    ],
)
def test_a_rule_prevails_where_it_applies_and_no_other_does(
    *, held: bool | None, beaten_by: tuple[str, ...], prevails: bool
) -> None:
    weighed = Weighed(rule("one", WAIT, years(5)), Step(ALWAYS, held, None, ()), beaten_by)

    assert weighed.applies is held
    assert weighed.prevails is prevails
