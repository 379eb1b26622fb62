"""What a fact must hold to be one."""

import pytest

from asylum_rules.errors import InvalidRuleError
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact, FirstKnown


@pytest.mark.parametrize(
    ("kind", "codes", "none"),
    [(Kind.CODE, (), False), (Kind.COUNT, ("a",), False), (Kind.CODE, ("a", "none"), True)],
)
def test_a_fact_of_kind_code_lists_its_codes_and_absence_is_none_of_them(
    kind: Kind, codes: tuple[str, ...], *, none: bool
) -> None:
    with pytest.raises(InvalidRuleError) as caught:
        Fact(name="sea", kind=kind, text="State of the sea.", codes=codes, none=none)

    assert str(caught.value) == (
        "rule `sea`: a fact of kind code lists its codes; `none` is not one where it is absence"
    )


def test_none_may_be_a_code_where_it_is_not_absence() -> None:
    english = Fact(name="english", kind=Kind.CODE, text="Level of English.", codes=("none", "a1"), ordered=True)

    assert english.codes == ("none", "a1")


def test_a_derived_fact_has_the_kind_of_its_facts() -> None:
    first = Fact(name="first", kind=Kind.DATE, text="The first.", none=True)
    then = Fact(name="then", kind=Kind.DATE, text="The other.")

    assert FirstKnown(name="either", text="Either.", of=(first, then)).kind is Kind.DATE
