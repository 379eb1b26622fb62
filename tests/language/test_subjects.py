"""What a fact must hold to be one."""

import pytest

from asylum_rules.errors import InvalidRuleError
from asylum_rules.language.kinds import Kind, Value
from asylum_rules.language.subjects import Fact, FirstKnown
from asylum_rules.units.word import Word


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


@pytest.mark.parametrize(
    ("kind", "codes", "presumed", "shown"),
    [
        (Kind.YES_NO, (), "no", "no"),
        (Kind.YES_NO, (), 0, "0"),
        (Kind.COUNT, (), False, "False"),
        (Kind.DATE, (), Word.NONE, "none"),
        (Kind.CODE, ("calm", "rough"), "wild", "wild"),
        (Kind.CODE, ("calm", "rough"), Word.NONE, "none"),
    ],
)
def test_what_a_fact_presumes_is_a_value_of_it(kind: Kind, codes: tuple[str, ...], presumed: Value, shown: str) -> None:
    with pytest.raises(InvalidRuleError) as caught:
        Fact(name="sea", kind=kind, text="The sea.", codes=codes, presumed=presumed)

    assert str(caught.value) == f"rule `sea`: presumes `{shown}`, which is no value of it"


@pytest.mark.parametrize(
    ("kind", "codes", "presumed"),
    [(Kind.YES_NO, (), False), (Kind.COUNT, (), 0), (Kind.CODE, ("calm",), "calm"), (Kind.DATE, (), Word.NONE)],
)
def test_a_fact_may_presume_a_value_of_its_own_or_its_absence(
    kind: Kind, codes: tuple[str, ...], presumed: Value
) -> None:
    fact = Fact(name="sea", kind=kind, text="The sea.", codes=codes, none=presumed is Word.NONE, presumed=presumed)

    assert fact.presumed == presumed


def test_a_derived_fact_has_the_kind_of_its_facts() -> None:
    first = Fact(name="first", kind=Kind.DATE, text="The first.", none=True)
    then = Fact(name="then", kind=Kind.DATE, text="The other.")

    assert FirstKnown(name="either", text="Either.", of=(first, then)).kind is Kind.DATE
