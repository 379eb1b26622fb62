"""`population` in Python: totals by hand, any split the same, and whatever a column may be."""

from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings, strategies as st

from asylum_rules import Direction, InvalidInputError, UnknownNameError, policies
from asylum_rules.population import source
from asylum_rules.population.printed import question_lines
from asylum_rules.population.result import Population
from asylum_rules.population.run import population
from asylum_rules.population.synthesis import stretch

BASE, LATEST, PROPOSED = (policies[id_] for id_ in ("uk/baseline", "uk/latest", "uk/proposed"))
LEAVE = ["leave.length"]
PEOPLE = pa.table(
    {
        "claim": ["refugee", "refugee", "pending", "refugee", "refugee"],
        "claimed_on": ["2026-03-01", "2026-03-02", "2026-03-02", None, "2026-03-02"],
        "was_unaccompanied_child_at_claim": [False, False, False, False, True],
        "route": ["in_country"] * 5,
    }
)
"""The rule of 2 March 2026 gives 30 months, and spares who was an unaccompanied child."""


def asked(people: Any, **how: Any) -> Population:
    return population(people, (BASE, LATEST), **{"questions": LEAVE, **how})


def test_totals_are_those_counted_by_hand() -> None:
    found = asked(PEOPLE)

    assert (found.rows, found.rejected) == (5, 0)
    assert [(each.how.direction, each.rows) for each in found.totals] == [
        (Direction.LESS_FAVOURABLE, 2),
        (Direction.SAME, 2),
        (Direction.DEPENDS, 1),
    ]


def test_rows_in_the_order_they_were_given() -> None:
    rows = asked(PEOPLE, answers=True).answers

    assert rows is not None
    assert rows["row"].to_pylist() == [1, 2, 3, 4, 5]
    assert rows["leave.length|uk/latest"].to_pylist() == ["P5Y", "P30M", "P30M", "depends", "P5Y"]
    assert rows["leave.length|uk/latest|direction"].to_pylist() == [
        "same",
        "less_favourable",
        "less_favourable",
        "depends",
        "same",
    ]
    assert rows["leave.length|depends_on|facts"].to_pylist() == ["", "", "", "claimed_on", ""]


def test_an_id_is_handed_on() -> None:
    rows = asked(PEOPLE.append_column("id", pa.array([10, 20, 30, 40, 50])), answers=True).answers

    assert rows is not None
    assert rows["id"].to_pylist() == [10, 20, 30, 40, 50]
    assert not {"row", "file"} & set(rows.column_names)


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_an_id_in_words_is_handed_on_beside_a_rejected_row(kind: Any) -> None:
    people = pa.table({"id": pa.array(["a", "b", None], kind), "claim": ["refugee", "refugeee", "refugee"]})

    rows = asked(people, answers=True).answers

    assert rows is not None
    assert rows["id"].to_pylist() == ["a", None]
    assert rows.schema.field("id").type == kind


@pytest.mark.parametrize("claim", ["refugee", "refugeee"])
def test_an_id_told_once_for_many_rows_is_handed_on_for_each(tmp_path: Path, claim: str) -> None:
    ids = pa.RunEndEncodedArray.from_arrays([2, 3], pa.array(["a", "b"]), pa.run_end_encoded(pa.int32(), pa.string()))
    people = pa.table({"id": ids, "claim": ["refugee", "refugee", claim]})

    rows = asked(people, answers=True).answers
    asked(people, out=tmp_path / "out")

    assert rows is not None
    assert rows["id"].to_pylist() == ["a", "a", "b"][: 3 if claim == "refugee" else 2]
    assert pq.read_table(tmp_path / "out" / "rows")["id"].to_pylist() == rows["id"].to_pylist()


def test_a_formula_comes_with_its_figure() -> None:
    people = pa.table({"claim": ["refugee"], "decided_on": ["2026-11-02"], "claimed_on": ["2026-04-01"]})

    rows = population(people, [BASE], questions=["settlement.from"], answers=True).answers

    assert rows is not None
    assert rows["settlement.from|uk/baseline|value"].to_pylist() == [date(2031, 11, 2)]


def test_counting_by_facts() -> None:
    found = asked(PEOPLE, by=["claimed_on", "was_unaccompanied_child_at_claim"])

    counted: Counter[tuple[str, ...]] = Counter()
    for each in found.totals:
        counted[each.by] += each.rows
    assert counted == {("2026", "false"): 3, ("unknown", "false"): 1, ("2026", "true"): 1}
    assert found.table().column_names[-3:] == ["by|claimed_on", "by|was_unaccompanied_child_at_claim", "rows"]
    assert sum(found.table()["rows"].to_pylist()) == 5


def test_who_nobody_is() -> None:
    nobody = {(each.old, each.new) for each in asked(PEOPLE).nobody}
    shown = {(each.how.old, each.how.new) for each in asked(PEOPLE).totals}

    assert nobody
    assert not nobody & shown
    assert all(each.changed is not False for each in asked(PEOPLE).nobody)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 400), max_size=4))
def test_any_split_has_the_same_totals(cuts: list[int]) -> None:
    people = pa.Table.from_batches([stretch(0, 400, seed=3)])
    edges = [0, *sorted(cuts), 400]
    parts = [people.slice(low, high - low) for low, high in pairwise(edges)]

    apart: Counter[Any] = Counter()
    for part in parts:
        apart.update({(each.how, each.by): each.rows for each in asked(part, by=["route"]).totals})

    assert apart == {(each.how, each.by): each.rows for each in asked(people, by=["route"]).totals}
    chunked = pa.concat_tables(parts)
    assert asked(chunked, by=["route"]).totals == asked(people, by=["route"]).totals


def test_an_empty_population() -> None:
    found = asked(PEOPLE.slice(0, 0), answers=True)

    assert (found.rows, found.totals) == (0, ())
    assert found.answers is not None
    assert found.answers.num_rows == 0
    assert "leave.length|uk/latest" in found.answers.column_names
    assert found.table().num_rows == 0
    assert "0 rows" in str(found)


def test_one_policy_gives_answers_and_no_totals() -> None:
    found = population(PEOPLE, [BASE], questions=LEAVE, answers=True)

    assert found.totals == ()
    assert found.answers is not None
    assert found.answers["leave.length|uk/baseline"].to_pylist()[0] == "P5Y"


DATES: list[tuple[str, Any]] = [
    ("text", pa.array(["2026-03-02"])),
    ("large text", pa.array(["2026-03-02"], pa.large_string())),
    ("words", pa.array(["2026-03-02"]).dictionary_encode()),
    ("date32", pa.array([date(2026, 3, 2)])),
    ("date64", pa.array([date(2026, 3, 2)], pa.date64())),
    ("timestamp", pa.array([datetime(2026, 3, 2)], pa.timestamp("ns"))),  # noqa: DTZ001  # as pandas has days
]


RUNS: Final = pa.RunEndEncodedArray.from_arrays(
    pa.array([1, 4, 5], pa.int32()), pa.array(["2026-03-01", "2026-03-02", None])
)
PLACES: Final = pa.DictionaryArray.from_arrays(pa.array([0, 1, 1, 1, None], pa.uint64()), RUNS.values.slice(0, 2))
JSON: Final = pa.ExtensionArray.from_storage(pa.json_(pa.string()), RUNS.values.take(pa.array([0, 1, 1, 1, 2])))


@pytest.mark.parametrize("column", [RUNS, PLACES, JSON])
def test_a_column_in_a_type_of_few_tools(column: Any) -> None:
    rows = asked(PEOPLE.slice(0, 5).set_column(1, "claimed_on", column), answers=True).answers

    assert rows is not None
    assert rows["leave.length|uk/latest"].to_pylist() == ["P5Y", "P30M", "P30M", "P30M", "P5Y"]


@pytest.mark.parametrize(("what", "column"), DATES)
def test_dates_of_any_type(what: str, column: Any) -> None:
    people = PEOPLE.slice(1, 1).set_column(1, "claimed_on", column)

    assert [each.how.direction for each in asked(people).totals] == [Direction.LESS_FAVOURABLE], what


COUNTS: list[Any] = [
    pa.array([3], pa.int8()),
    pa.array([3], pa.uint64()),
    pa.array([3.0]),
    pa.array(["3"]),
    pa.array([3]).dictionary_encode(),
    pa.array([Decimal("3.00")]),
    pa.array([Decimal(3)], pa.decimal128(38, 0)),
    pa.array([3], pa.int64()).cast(pa.decimal128(19, 0)).cast(pa.decimal64(18, 0)),
    pa.array([Decimal(3)]).cast(pa.decimal32(1, 0)),
]
"""The sum of a whole column of DuckDB is a decimal of 38 digits."""
YES: list[Any] = [pa.array([True]), pa.array(["true"]), pa.array(["TRUE"]), pa.array([True]).dictionary_encode()]


@pytest.mark.parametrize("household", COUNTS)
@pytest.mark.parametrize("yes", YES)
def test_counts_and_yes_or_no_of_any_type(household: Any, yes: Any) -> None:
    people = pa.table(
        {
            "claim": ["pending"],
            "is_destitute": yes,
            "household_size": household,
            "as_of": ["2026-07-01"],
            "is_unaccompanied_child": ["false"],
            "is_family_with_child": ["false"],
        }
    )

    rows = population(people, [BASE], questions=["support.weekly"], answers=True).answers

    assert rows is not None
    assert rows["support.weekly|uk/baseline|value"].to_pylist() == [Decimal("147.54")]


@pytest.mark.parametrize("assets", [pa.array(["1200.00 GBP"]), pa.array([1200]), pa.array([Decimal("1200.00")])])
def test_money_of_any_type(assets: Any) -> None:
    people = pa.table({"claim": ["pending"], "assets": assets})

    assert population(people, (BASE, PROPOSED), questions=["support.entitlement"]).rejected == 0


BOOL8: Final = pa.ExtensionArray.from_storage(pa.bool8(), pa.array([1], pa.int8()))


@pytest.mark.parametrize(
    ("name", "column", "reason"),
    [
        ("claim", pa.array(["refugeee"]), "did you mean `refugee`?"),
        ("claimed_on", pa.array(["2026-02-30"]), "`2026-02-30` is not a date as `2026-03-02`"),
        ("claimed_on", pa.array([date(1820, 1, 1)]), "is not between 1900 and 2199"),
        ("claimed_on", pa.array([datetime(2026, 3, 2, 4)]), "is not a date as `2026-03-02`"),  # noqa: DTZ001
        ("was_unaccompanied_child_at_claim", pa.array([1]), "`1` is not true or false"),
        ("was_unaccompanied_child_at_claim", BOOL8, "`1` is not true or false"),
        ("claim", pa.array([["refugee"]]), "a list is not a code of this fact"),
        ("claim", pa.array([b"r\xe9fugi\xe9"]), r"`r\xe9fugi\xe9` is not a code of this fact"),
    ],
)
def test_a_row_that_is_no_case_is_rejected_with_its_reason(name: str, column: Any, reason: str) -> None:
    people = PEOPLE.slice(1, 1)
    people = people.set_column(people.column_names.index(name), name, column)

    found = asked(pa.concat_tables([PEOPLE.select([]), people], promote_options="default").slice(5))

    assert (found.rows, found.rejected, found.totals) == (1, 1, ())
    assert [each.row for each in found.rejections] == [1]
    assert reason in found.rejections[0].reason
    assert f"row 1: `{name}`" in str(found)


FAR: list[Any] = [
    pa.array([2**31 - 1, -(2**31), 20_514], pa.int32()).view(pa.date32()),
    pa.array([2**62 // 86_400_000 * 86_400_000, -(10**18), 20_514 * 86_400_000], pa.int64()).view(pa.date64()),
    pa.array([10**15, -(10**15), 20_514 * 86_400], pa.timestamp("s")),
    pa.array([20_514 * 86_400_000 + 2**61, -(2**62), 20_514 * 86_400_000], pa.timestamp("ms")),
    pa.array([2**62, -(2**62), 20_514 * 86_400_000_000], pa.timestamp("us")),
]
"""Two days that no calendar here has, and the second of March 2026; 2^61 milliseconds are no microseconds at all."""


@pytest.mark.parametrize("column", FAR)
def test_a_day_too_far_away_for_any_calendar_is_rejected(column: Any) -> None:
    people = PEOPLE.slice(0, 3).set_column(1, "claimed_on", column)

    found = asked(people, answers=True)

    assert [each.row for each in found.rejections] == [1, 2]
    assert all("`claimed_on`" in each.reason for each in found.rejections)
    assert found.answers is not None
    assert found.answers["row"].to_pylist() == [3]


def test_a_number_out_of_range_is_rejected() -> None:
    people = pa.table({"claim": ["pending"] * 3, "household_size": [-1, 1_000_001, 1]})

    found = population(people, (BASE, PROPOSED), questions=["support.weekly"])

    assert (found.rows, found.rejected) == (3, 2)
    assert [each.row for each in found.rejections] == [1, 2]


def test_a_row_that_the_world_rules_out_is_rejected() -> None:
    people = pa.table(
        {
            "claim": ["refugee", "refugee"],
            "claimed_on": ["2026-03-02", "2026-03-02"],
            "decided_on": ["2026-03-01", "2026-03-02"],
        }
    )

    found = population(people, (BASE, LATEST), questions=LEAVE)

    assert (found.rejected, found.rejections[0].row) == (1, 1)
    assert "is before `claimed_on`" in found.rejections[0].reason


def test_unknown_said_in_a_cell_is_not_presumed() -> None:
    people = pa.table({"claim": ["refugee", "refugee"], "further_submissions_on": ["unknown", None]})
    people = people.append_column("claimed_on", pa.array(["2026-01-01"] * 2))

    rows = asked(people, answers=True).answers
    bare = asked(people, answers=True, presume=False).answers

    assert rows is not None
    assert bare is not None
    assert rows["leave.length|uk/latest"].to_pylist() == ["depends", "P5Y"]
    assert bare["leave.length|uk/latest"].to_pylist() == ["depends", "depends"]


def test_a_misspelt_column_is_refused_and_another_is_said_not_to_be_read() -> None:
    for name in ("claimed_onn", "Claimed on"):
        with pytest.raises(InvalidInputError, match="did you mean `claimed_on`"):
            asked(PEOPLE.rename_columns(["claim", name, "was_unaccompanied_child_at_claim", "route"]))

    with pytest.raises(InvalidInputError, match="none is named as a fact that these questions read"):
        asked(pa.table({"shoe size": [1], "age": [20]}))

    found = asked(PEOPLE.append_column("shoe size", pa.array([1] * 5)).append_column("age", pa.array([20] * 5)))

    assert found.unused == ("shoe size", "age")
    assert "Not read by these questions: `shoe size`, `age`." in str(found)


def test_what_is_asked_is_checked_first() -> None:
    with pytest.raises(UnknownNameError, match="question"):
        asked(PEOPLE, questions=["leave.lenght"])
    with pytest.raises(UnknownNameError, match="fact"):
        asked(PEOPLE, by=["rout"])
    with pytest.raises(InvalidInputError, match="is a moment"):
        asked(PEOPLE, by=["family_applied_at"])
    with pytest.raises(InvalidInputError, match="given twice"):
        population(PEOPLE, (BASE, BASE))
    with pytest.raises(InvalidInputError, match="at least one"):
        population(PEOPLE, ())
    with pytest.raises(InvalidInputError, match="a frame that speaks Arrow"):
        asked([1, 2])
    with pytest.raises(InvalidInputError, match="given twice"):
        asked(pa.Table.from_arrays([pa.array(["refugee"])] * 2, names=["claim", "claim"]))


def test_many_rejected_rows_are_counted_and_a_few_are_shown() -> None:
    found = asked(pa.table({"claim": ["refugeee"] * 1_200}))

    assert (found.rejected, len(found.rejections)) == (1_200, 1_000)
    assert str(found).count("rejected: row") == 5
    assert "and 1,195 more rejected" in str(found)


def test_small_batches_say_what_a_large_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    people = pa.Table.from_batches([stretch(0, 2_000, seed=3)])
    whole = asked(people, questions=["support.entitlement"])
    monkeypatch.setattr(source, "ROWS", 100)

    assert asked(people, questions=["support.entitlement"]).totals == whole.totals


def test_where_every_way_is_shown_nothing_is_said_of_others() -> None:
    totals = asked(PEOPLE).totals

    assert not any("No row goes" in line for line in question_lines(totals, (), (), "simple"))


class Capsule:
    """Anything that gives an Arrow array, as Polars and DuckDB do."""

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return PEOPLE.combine_chunks().to_batches()[0].__arrow_c_array__(requested_schema)


def test_any_frame_that_speaks_arrow() -> None:
    assert asked(Capsule()).totals == asked(PEOPLE).totals


def test_what_is_made_up_says_so() -> None:
    found = asked(pa.Table.from_batches([stretch(0, 100, seed=0)]))

    assert found.synthetic
    assert found.table().schema.metadata[b"synthetic"] == b"true"
    assert str(found).startswith("100 rows of made-up people, none of them real, 0 rejected")


def test_rows_in_memory_say_of_themselves_what_the_totals_say() -> None:
    for people in (PEOPLE, pa.Table.from_batches([stretch(0, 100, seed=0)])):
        found = asked(people, answers=True)

        assert found.answers is not None
        said = found.answers.schema.metadata
        assert said == found.table().schema.metadata
        assert said[b"note"].startswith(b"How firm an answer is (normally, could, may)")
        assert (b"synthetic" in said) is found.synthetic


def test_money_that_no_column_states_is_not_known() -> None:
    people = pa.table(
        {"claim": ["pending", "refugee"], "is_unaccompanied_child": [False] * 2, "is_destitute": [True] * 2}
    )

    rows = population(
        people,
        (BASE, PROPOSED.under("support.assets_threshold", "any_assets")),
        questions=["support.grounds_against"],
        answers=True,
    ).answers

    assert rows is not None
    assert rows["support.grounds_against|uk/proposed"].to_pylist() == ["depends", '["not_a_claimant"]']
