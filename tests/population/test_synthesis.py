"""Made-up people have the published shares, are the same for a seed everywhere, and could each be a case."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from math import sqrt
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from asylum_rules import CaseProfile, decide, policies
from asylum_rules.errors import InvalidInputError
from asylum_rules.model.world import RESETTLED
from asylum_rules.population.draw import GAMMA, Draw, Draws, mixed
from asylum_rules.population.synthesis import BATCH, PEOPLE, schema, stretch, synthesise

Row = Mapping[str, Any]
LABELS = ("synthetic", "id")


@pytest.fixture(scope="module")
def people() -> list[Row]:
    return [row for batch in synthesise(200_000, seed=5) for row in batch.to_pylist()]


def share(rows: Iterable[Row], is_so: Callable[[Row], bool]) -> tuple[float, int]:
    found = [is_so(row) for row in rows]
    return sum(found) / len(found), len(found)


def assert_near(found: tuple[float, int], published: float) -> None:
    """Hold a share to within five standard errors of a published one."""
    assert abs(found[0] - published) < 5 * sqrt(published * (1 - published) / found[1])


def claimants(people: list[Row]) -> list[Row]:
    return [row for row in people if row["route"] == "in_country"]


# Shares, as published


def test_a_whole_population_stands_for_the_claims_and_the_resettlement_that_are_counted() -> None:
    assert PEOPLE == 104_764 + 22_874 + 26_892 + 30_134 + 20_725 + 16_249 + 17_233 + 734 + 58 + 543 + 12


@pytest.mark.parametrize(
    ("claimed", "count"),
    [
        ("2024-..", 104_764),
        ("2025-0[1-3]", 22_874),
        ("2025-0[4-6]", 26_892),
        ("2025-0[7-9]", 30_134),
        ("2025-1[0-2]", 20_725),
        ("2026-0[1-3]", 16_249),
        ("2026-0[4-6]", 17_233),
    ],
)
def test_claims_are_lodged_when_they_were(people: list[Row], claimed: str, count: int) -> None:
    assert_near(share(people, lambda row: re.match(claimed, row["claimed_on"]) is not None), count / 240_218)


@pytest.mark.parametrize(
    ("route", "year", "count"),
    [
        ("uk_resettlement_scheme", 2024, 734),
        ("uk_resettlement_scheme", 2025, 543),
        ("community_sponsorship", 2024, 58),
        ("community_sponsorship", 2025, 12),
    ],
)
def test_people_are_resettled_as_they_were(people: list[Row], route: str, year: int, count: int) -> None:
    came = share(people, lambda row: row["route"] == route and row["arrived_on"].year == year)

    assert_near(came, count / 240_218)


@pytest.mark.parametrize(
    ("entry", "count"), [("small_boat", 45_183), ("other_irregular", 12_176), ("visa", 41_461), (None, 11_231)]
)
def test_people_entered_as_in_the_year_to_september_2025(people: list[Row], entry: str | None, count: int) -> None:
    assert_near(share(claimants(people), lambda row: row["entry"] == entry), count / 110_051)


def test_unaccompanied_children_are_4_percent_of_the_people(people: list[Row]) -> None:
    assert_near(share(claimants(people), lambda row: row["was_unaccompanied_child_at_claim"]), 4_017 / 99_718)


@pytest.mark.parametrize(
    ("ages", "count"),
    [
        (range(18), 4_317 + 460 + 7_323 + 7_758),
        (range(18, 30), 34_176 + 7_947 + 2_442 + 597),
        (range(30, 50), 19_559 + 7_228 + 2_840 + 1_250),
        (range(50, 70), 1_718 + 1_245 + 315 + 109),
        (range(70, 100), 199 + 172 + 37 + 26),
    ],
)
def test_people_are_as_old_as_in_the_year_to_september_2024(ages: range, count: int) -> None:
    """Ages at the claim: a person is at most three years older when the case is looked at."""
    table = pa.Table.from_batches(synthesise(200_000, seed=6))
    draws = ages_at_claim(200_000, 6)[np.asarray(table["route"].combine_chunks().indices) == 0]

    assert_near((float(np.isin(draws, list(ages)).mean()), len(draws)), count / 99_718)


def ages_at_claim(rows: int, seed: int) -> Any:  # an array
    from asylum_rules.population.chances import AGE_LENGTHS, AGE_STARTS, weights_of
    from asylum_rules.population.marginals import GROUPS

    draws = Draws(0, rows, seed)
    group = draws.chosen(Draw.GROUP, weights_of(GROUPS))
    return AGE_STARTS.take(group) + draws.below(Draw.AGE, AGE_LENGTHS.take(group))


def test_dependent_children_are_15_percent_of_the_people_who_claimed_just_now(people: list[Row]) -> None:
    late = [row for row in people if row["claimed_on"] >= "2026-06" and row["claimed_on"] != "none"]

    found, rows = share(late, lambda row: row["is_child_in_family_claim"])

    assert abs(found - 15_081 / 99_718) < 0.03, rows


@pytest.mark.parametrize(
    ("decided", "rate", "of_boats"),
    [
        ("2024-..", 0.470, 0.705),
        ("2025-..", 0.406, 0.609),
        ("2026-0[1-3]", 0.390, 0.585),
        ("2026-0[4-6]", 0.320, 0.480),
    ],
)
def test_claims_are_granted_at_the_published_rate_of_the_day(
    people: list[Row], decided: str, rate: float, of_boats: float
) -> None:
    told = [row for row in claimants(people) if re.match(decided, row["decided_on"])]
    by_boat = [row for row in told if row["entry"] == "small_boat"]

    assert_near(share(told, lambda row: row["claim"] == "refugee"), rate)
    assert_near(share(by_boat, lambda row: row["claim"] == "refugee"), of_boats)


def test_about_as_many_wait_as_did_on_30_june_2026(people: list[Row]) -> None:
    waiting, _ = share(people, lambda row: row["claim"] == "pending")

    assert abs(waiting * 240_218 / 40_168 - 1) < 0.02


def test_adults_are_in_families_as_often_as_support_and_dependants_say(people: list[Row]) -> None:
    """Of 30 to 49 at the claim, all 4,090 dependants are, and of 26,787 applicants 6,859 in 40,212."""
    adults = [row for row in claimants(people) if 33 <= row["age"] < 50]

    assert_near(share(adults, lambda row: row["household_size"] > 1), (26_787 * 6_859 / 40_212 + 4_090) / 30_877)


@pytest.mark.parametrize(
    ("fact", "published"),
    [
        ("is_destitute", 112_187 / 166_802),
        ("has_right_to_work", 0.10),
        ("meals_provided", 112_187 / 166_802 * 30_657 / 107_003),
        ("awaits_support_decision", 112_187 / 166_802 * 2_319 / 105_011),
    ],
)
def test_people_who_wait_are_supported_as_published(people: list[Row], fact: str, published: float) -> None:
    waiting = [row for row in people if row["claim"] == "pending" and not row["is_unaccompanied_child"]]

    assert_near(share(waiting, lambda row: row[fact]), published)
    assert {row[fact] for row in people if row["claim"] != "pending"} == {None}


def test_half_of_working_age_earn_what_is_published(people: list[Row]) -> None:
    adults = [row for row in claimants(people) if 18 <= row["age"] < 65]

    assert_near(share(adults, lambda row: row["yearly_income"] == "16598.40 GBP"), 0.51)
    assert {row["months_on_public_funds"] for row in adults if row["yearly_income"] == "0.00 GBP"} == {24}
    assert {row["months_on_public_funds"] for row in adults if row["yearly_income"] != "0.00 GBP"} == {0}


def test_nobody_under_18_or_over_64_works(people: list[Row]) -> None:
    others = [row for row in claimants(people) if not 18 <= row["age"] < 65]

    assert {(row["yearly_income"], row["months_on_public_funds"]) for row in others if row["age"] < 18} == {
        ("0.00 GBP", 0)
    }
    assert {(row["yearly_income"], row["months_on_public_funds"]) for row in others if row["age"] > 64} == {
        ("0.00 GBP", 24)
    }


# Every row could be a case


def case_of(row: Row) -> CaseProfile:
    return CaseProfile(**{name: value for name, value in row.items() if name not in LABELS and value is not None})


def test_every_row_is_a_case(people: list[Row]) -> None:
    rare = [row for row in people if row["route"] != "in_country" or row["household_size"] == 5][:2_000]

    for row in (*people[:5_000], *rare):
        case_of(row)


def test_families_hold_together(people: list[Row]) -> None:
    for row in claimants(people):
        young = row["children_under_1"] + row["children_aged_1_to_3"]
        assert young < row["household_size"] <= 5
        assert row["is_family_with_child"] or not (young or row["is_child_in_family_claim"])
        if row["was_unaccompanied_child_at_claim"]:
            assert row["household_size"] == 1
            assert row["is_unaccompanied_child"] is (row["age"] < 18)
            assert not row["is_family_with_child"]
            assert 14 <= row["age"] <= 20
        else:
            assert row["is_unaccompanied_child"] is False
            assert row["is_family_with_child"] or row["age"] >= 18
        if row["is_child_in_family_claim"]:
            assert row["age"] < 18
            assert row["household_size"] > 1


def test_people_who_claim_have_dates_in_order(people: list[Row]) -> None:
    for row in claimants(people):
        assert "2024-01-01" <= row["claimed_on"] <= "2026-06-30"
        assert row["as_of"] == date(2026, 6, 30)
        if row["claim"] in ("refugee", "refused"):
            assert row["claimed_on"] < row["decided_on"] <= "2026-06-30"
        else:
            assert row["claim"] in ("pending", "withdrawn")
            assert row["decided_on"] == "none"
        irregular = row["entry"] in ("small_boat", "other_irregular")
        assert row["arrived_on"] == (date.fromisoformat(row["claimed_on"]) if irregular else None)


def test_people_who_are_resettled_have_status_on_arrival_and_no_claim(people: list[Row]) -> None:
    resettled = [row for row in people if row["route"] in RESETTLED]

    assert len(resettled) > 900
    for row in resettled:
        assert (row["claimed_on"], row["claim"], row["entry"]) == ("none", "refugee", "resettled")
        assert row["decided_on"] == row["arrived_on"].isoformat()
        assert {row["age"], row["household_size"], row["is_family_with_child"], row["yearly_income"]} == {None}


def test_the_facts_of_the_main_questions_are_stated(people: list[Row]) -> None:
    told = next(row for row in people if row["claim"] == "refugee" and row["entry"] == "small_boat")
    waits = next(row for row in people if row["is_destitute"])
    after_grant = (
        "leave.length",
        "settlement.after",
        "settlement.from",
        "reviews.before_settlement",
        "support.notice_after_grant",
        "family_reunion.route",
    )
    while_waiting = ("leave.length", "support.entitlement", "support.weekly", "work.while_waiting")

    for policy in (policies["uk/baseline"], policies["uk/latest"]):
        for row, questions in ((told, after_grant), (waits, while_waiting)):
            for question in questions:
                assert decide(policy, case_of(row), question).status == "determined", question


# The same everywhere


def test_the_generator_is_splitmix64() -> None:
    """The numbers that the published generator gives for the seed 1234567."""
    states = np.array([(1_234_567 + place * GAMMA) % 2**64 for place in range(1, 6)], dtype=np.uint64)

    assert mixed(states).tolist() == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


GOLDEN = {
    (0, 0): "2026-02-08 refused 2026-05-06 visa 17 1 0 0 None 0.00 GBP",
    (0, 1): "2024-01-08 withdrawn none small_boat 9 2 0 0 None 0.00 GBP",
    (0, 262_144): "2025-10-19 pending none visa 28 1 0 0 True 16598.40 GBP",
    (0, 299_999): "2025-12-15 refugee 2026-04-15 visa 22 1 0 0 None 16598.40 GBP",
    (2026, 0): "2026-02-28 refused 2026-04-28 visa 19 1 0 0 None 0.00 GBP",
    (2026, 1): "2024-03-25 refused 2024-05-21 other_irregular 43 1 0 0 None 16598.40 GBP",
    (2026, 262_144): "2025-04-16 refused 2025-08-04 visa 41 1 0 0 None 0.00 GBP",
    (2026, 299_999): "2024-07-19 refused 2024-10-16 None 6 5 1 0 None 0.00 GBP",
}
SHOWN = (
    "claimed_on",
    "claim",
    "decided_on",
    "entry",
    "age",
    "household_size",
    "children_under_1",
    "children_aged_1_to_3",
    "is_destitute",
    "yearly_income",
)


@pytest.mark.parametrize(("seed", "row"), GOLDEN)
def test_a_row_is_what_it_was(seed: int, row: int) -> None:
    (found,) = stretch(row, 1, seed=seed).to_pylist()

    assert " ".join(str(found[name]) for name in SHOWN) == GOLDEN[seed, row]


def test_a_hundred_thousand_rows_are_what_they_were() -> None:
    digest = hashlib.sha256()
    for row in stretch(0, 100_000, seed=0).to_pylist():
        digest.update(repr(list(row.values())).encode())

    assert digest.hexdigest() == "93d3f01d201816f3e6a091c54d663436d7978608f2cae8781687a5e456994a82"


def test_a_row_depends_on_the_seed_and_its_number_alone() -> None:
    whole = pa.Table.from_batches(synthesise(BATCH + 2_000, seed=9))

    firsts = (0, 1_234, BATCH - 2_001, BATCH - 2_000)
    parts = [stretch(first, 4_000, seed=9).to_pylist() for first in firsts]

    for first, part in zip(firsts, parts, strict=True):
        assert part == whole.slice(first, 4_000).to_pylist()


def test_other_seeds_give_other_people() -> None:
    first, other = (stretch(0, 1_000, seed=seed).to_pylist() for seed in (1, 2))

    assert sum(one == two for one, two in zip(first, other, strict=True)) < 20


# As batches


def test_batches_are_of_up_to_262_144_rows_and_marked() -> None:
    batches = list(synthesise(262_145, seed=3))

    assert [batch.num_rows for batch in batches] == [262_144, 1]
    assert batches[1]["id"].to_pylist() == [262_144]
    for batch in batches:
        assert batch["synthetic"].true_count == batch.num_rows
        assert batch.schema.metadata[b"synthetic"] == b"true"
        assert batch.schema.metadata[b"seed"] == b"3"
        assert batch.schema.metadata[b"library"].startswith(b"asylum_rules ")


def test_columns_are_facts_of_fitting_types() -> None:
    columns = schema(0)
    facts = {fact.name: fact for fact in CaseProfile.facts}

    for column in columns:
        if column.name in LABELS:
            continue
        fact = facts[column.name]
        if fact.kind == "code" or fact.none:
            assert pa.types.is_dictionary(column.type)
            assert column.type.value_type == pa.string()
        elif fact.kind == "date":
            assert column.type == pa.date32()
    assert columns.field("id").type == pa.int64()


@pytest.mark.parametrize("count", [0, -1, 1_000_000_001])
def test_a_count_out_of_range_is_refused(count: int) -> None:
    with pytest.raises(InvalidInputError, match="expected a count from 1 to 1,000,000,000"):
        synthesise(count)


@pytest.mark.parametrize("seed", [-1, 2**64])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    with pytest.raises(InvalidInputError, match=r"expected a seed from 0 to 2\*\*64 - 1"):
        synthesise(1, seed=seed)


def test_the_largest_seed_and_the_last_row_are_no_trouble() -> None:
    assert stretch(999_999_999, 1, seed=2**64 - 1)["id"].to_pylist() == [999_999_999]
