"""Each published figure has its source, each assumption its reason, and the sums are those of the sources."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from asylum_rules.model.person import Entry
from asylum_rules.population import marginals, statistics
from asylum_rules.population.marginals import (
    ASSUMED,
    CLAIMS,
    DEPENDANT_CHILDREN,
    ENTRY,
    FAMILIES,
    FAMILY_SIZES,
    FIRST_DECISIONS,
    GROUPS,
    HOTELS,
    NOT_KNOWN,
    OTHER_OUTCOMES,
    PUBLISHED,
    SUPPORTED,
    WAITS,
    Assumed,
    Published,
)
from asylum_rules.sources.citation import Confidence, Document


@pytest.mark.parametrize("marginal", PUBLISHED, ids=[each.name for each in PUBLISHED])
def test_a_published_figure_has_sources_and_positive_counts(marginal: Published[Any]) -> None:
    assert marginal.cites
    assert marginal.text.endswith(".")
    assert all(count > 0 for _, count in marginal.parts)
    assert len({key for key, _ in marginal.parts}) == len(marginal.parts)


@pytest.mark.parametrize("assumption", ASSUMED, ids=[each.name for each in ASSUMED])
def test_an_assumption_has_a_reason(assumption: Assumed[Any]) -> None:
    assert assumption.because
    assert assumption.text.endswith(".")


def test_what_is_not_known_is_said_with_what_is_done_about_it() -> None:
    assert len(NOT_KNOWN) > 10
    assert all(each.what and each.so for each in NOT_KNOWN)


def test_every_marginal_is_listed_once() -> None:
    every_one: tuple[Published[Any] | Assumed[Any], ...] = (*PUBLISHED, *ASSUMED)
    listed = {id(each) for each in every_one}

    every = {id(each) for each in vars(marginals).values() if isinstance(each, Published | Assumed)}

    assert listed == every
    assert len({each.name for each in every_one}) == len(listed)


def test_every_document_is_cited_and_has_its_own_name() -> None:
    documents = [each for each in vars(statistics).values() if isinstance(each, Document)]

    assert {cite.document for each in PUBLISHED for cite in each.cites} == set(documents)
    assert len({each.id for each in documents}) == len(documents)


def test_nothing_rests_on_a_weak_source() -> None:
    assert {cite.confidence for each in PUBLISHED for cite in each.cites} == {Confidence.HIGH, Confidence.MEDIUM}


def test_claims_of_2025_are_those_of_its_quarters() -> None:
    assert sum(count for days, count in CLAIMS.parts if days.first.year == 2025) == 100_625


def test_claims_of_the_year_to_march_2026_are_94_000() -> None:
    assert sum(count for days, count in CLAIMS.parts if "2025-04" <= str(days.first) < "2026-04") == 94_000


def test_windows_of_claims_follow_each_other() -> None:
    windows = [days for days, _ in CLAIMS.parts]

    for before, after in pairwise(windows):
        assert (after.first - before.last).days == 1


def test_people_by_group_are_those_whose_sex_is_known() -> None:
    assert GROUPS.total == 99_790 - 72


def test_dependants_by_age_are_those_by_group() -> None:
    assert DEPENDANT_CHILDREN.total == sum(count for group, count in GROUPS.parts if group.is_dependant)


def test_people_by_entry_are_all_the_people_on_claims() -> None:
    assert ENTRY.total == 110_051
    assert dict(ENTRY.parts)[Entry.SMALL_BOAT] / ENTRY.total == pytest.approx(0.41, abs=0.001)


def test_first_decisions_are_as_many_as_stated() -> None:
    by_year = {2024: 86_643, 2025: 135_151}

    for year, decisions in by_year.items():
        assert sum(n for (days, _), n in FIRST_DECISIONS.parts if days.first.year == year) == decisions
    assert sum(n for (days, _), n in OTHER_OUTCOMES.parts if days.first.year == 2025) == 160_077
    assert sum(n for (days, _), n in OTHER_OUTCOMES.parts if days.first.year == 2026) == 22_176


def test_support_is_as_many_as_stated() -> None:
    assert HOTELS.total == 107_003
    assert SUPPORTED.total == 124_802 + 42_000
    assert FAMILIES.total == 29_590 + 3_763 + 5_907 + 952


def test_assumed_waits_and_sizes_are_of_a_thousand() -> None:
    assert sum(weight for _, weight in WAITS.parts) == 1_000
    assert sum(weight for _, weight in FAMILY_SIZES.parts) == 1_000
    for ((_, last), _), ((first, _), _) in pairwise(WAITS.parts):
        assert first == last + 1


def test_assumed_family_sizes_make_as_many_dependants_as_published() -> None:
    mean = sum(size * weight for size, weight in FAMILY_SIZES.parts) / 1_000
    adults = 42_123 + 26_787 + 2_963 + 371

    assert mean == 1.84
    assert adults * 6_859 / 40_212 * mean == pytest.approx(22_724, rel=0.005)


def test_the_page_says_what_is_published_assumed_and_not_known() -> None:
    page = (Path(__file__).parents[2] / "docs" / "synthetic-population.md").read_text(encoding="utf-8")

    for marginal in PUBLISHED:
        assert marginal.name in page
        assert f"{marginal.parts[0][1]:,}" in page or marginal.total in (100, 912)
        assert all(cite.document.publisher.split(",")[0] in page for cite in marginal.cites)
    for assumption in ASSUMED:
        assert f"| {assumption.name} |" in page
    for unknown in NOT_KNOWN:
        assert f"| {unknown.what} | {unknown.so} |" in page
