"""What the shipped strategies draw."""

import os
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date
from functools import partial as partially
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings, strategies as st
from hypothesis.errors import NoSuchExample

from asylum_rules import (
    NONE,
    UNKNOWN,
    About,
    AtLeast,
    Between,
    BoatProfile,
    CaseProfile,
    Exactly,
    InvalidInputError,
    Policy,
    Span,
    UnknownNameError,
    Unstated,
    UpTo,
    policies,
)
from asylum_rules.language.kinds import Kind, is_of_kind
from asylum_rules.language.subjects import Fact
from asylum_rules.model.boat import FACTS as BOAT_FACTS
from asylum_rules.model.person import FACTS as PERSON_FACTS, assets, claim, claimed_on, family_applied_at
from asylum_rules.model.profile import LEFT_OUT, impossibilities
from asylum_rules.model.world import PERSON_WORLD
from asylum_rules.testing import (
    boat_profiles,
    boundary_profiles,
    case_profiles,
    fact_values,
    figures,
    partial,
    readings,
    register,
    spans,
)
from asylum_rules.units.figure import Figure, Quantity, bounds, compare
from asylum_rules.units.money import pounds

ROOT = Path(__file__).parents[2]
UK = tuple(policies[each] for each in ("uk/baseline", "uk/latest", "uk/proposed"))
SAMPLE = settings(
    max_examples=100,
    phases=[Phase.generate],
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

MANY = settings(SAMPLE, max_examples=3_000)

Drawn = dict[str, set[object]]


def sampled(strategy: st.SearchStrategy[CaseProfile]) -> list[CaseProfile]:
    """Return a large sample, always the same."""
    found: list[CaseProfile] = []

    @SAMPLE
    @given(case=strategy)
    def collect(case: CaseProfile) -> None:
        found.append(case)

    collect()
    return found


def values(cases: Collection[CaseProfile]) -> Drawn:
    """Return the values that a sample states, by fact."""
    found: Drawn = defaultdict(set)
    for case in cases:
        for name, value in case.stated().items():
            found[name].add(value)
    return found


# Whole profiles


@given(case=case_profiles())
def test_a_whole_profile_states_every_fact(case: CaseProfile) -> None:
    assert set(case.stated()) == {fact.name for fact in PERSON_FACTS}


@given(boat=boat_profiles())
def test_a_whole_boat_states_every_fact(boat: BoatProfile) -> None:
    assert set(boat.stated()) == {fact.name for fact in BOAT_FACTS}


@given(case=case_profiles() | partial(case_profiles()))
def test_no_drawn_profile_is_one_that_no_case_can_be(case: CaseProfile) -> None:
    stated = case.stated()

    assert impossibilities(PERSON_WORLD, stated) == []
    decided = stated.get("decided_on")
    lodged = stated.get("claimed_on")
    if isinstance(decided, date) and isinstance(lodged, date):
        assert lodged <= decided
    if stated.get("claim") == "refugee":
        assert decided is not NONE


@given(case=case_profiles(claim="refugee", claimed_on=date(2026, 4, 1), age=34))
def test_what_is_stated_is_fixed(case: CaseProfile) -> None:
    assert (case.claim, case.claimed_on, case.age) == ("refugee", date(2026, 4, 1), 34)
    assert isinstance(case.decided_on, date)
    assert case.decided_on >= date(2026, 4, 1)


@given(case=case_profiles(only=["claim", "decided_on"], age=34))
def test_only_the_facts_named_are_drawn(case: CaseProfile) -> None:
    assert set(case.stated()) == {"claim", "decided_on", "age"}


STATED: list[dict[str, Any]] = [
    {"route": "uk_resettlement_scheme"},
    {"entry": "small_boat"},
    {"is_family_with_child": False},
    {"is_child_in_family_claim": True},
    {"was_unaccompanied_child_at_claim": True},
    {"children_under_1": 5},
    {"household_size": 1},
    {"claim": "refugee", "decided_on": "2026-03-02"},
    {"claimed_on": "2040-01-01"},
    {"claimed_on": "none", "further_submissions_on": "2026-01-01"},
]


@pytest.mark.parametrize("stated", STATED, ids=str)
@settings(max_examples=20)
@given(data=st.data())
def test_the_rest_is_drawn_to_go_with_what_is_stated(stated: dict[str, Any], data: st.DataObject) -> None:
    wanted = CaseProfile(**stated).stated()

    case = data.draw(case_profiles(**stated))

    assert {name: value for name, value in case.stated().items() if name in wanted} == wanted
    assert len(case.stated()) == len(PERSON_FACTS)


@pytest.mark.parametrize(
    "stated",
    [
        {"decided_on": "2012-05-01", "claim": "refugee"},
        {"claimed_on": "2040-01-01", "claim": "refugee"},
        {"children_under_1": 6},
    ],
    ids=str,
)
def test_a_case_can_be_drawn_around_anything_that_a_case_may_state(stated: dict[str, Any]) -> None:
    assert CaseProfile(**stated).stated()

    drawn = sampled(case_profiles(**stated, only=["claimed_on", "decided_on", "household_size"]))

    assert len(drawn) > 1


def test_what_cannot_be_is_refused_before_anything_is_drawn() -> None:
    with pytest.raises(InvalidInputError, match="is before"):
        case_profiles(claimed_on="2026-04-01", decided_on="2026-03-01")


@pytest.mark.parametrize("code", claim.codes)
def test_every_code_is_drawn(code: str) -> None:
    assert code in values(sampled(case_profiles(only=["claim"])))["claim"]


def test_facts_that_may_be_absent_are_drawn_absent_and_given() -> None:
    drawn = values(sampled(case_profiles(only=["claimed_on", "decided_on"])))

    for name in ("claimed_on", "decided_on"):
        assert NONE in drawn[name]
        assert any(isinstance(value, date) for value in drawn[name])


# Partial profiles


def test_partial_profiles_leave_facts_out_and_say_that_they_are_unknown() -> None:
    cases = sampled(partial(case_profiles(only=["claim", "age", "is_destitute"])))

    seen = {case.get(claim) if case.get(claim) in (LEFT_OUT, UNKNOWN) else "stated" for case in cases}

    assert seen == {LEFT_OUT, UNKNOWN, "stated"}


@given(data=st.data())
def test_a_partial_profile_keeps_what_it_does_not_hide(data: st.DataObject) -> None:
    whole = data.draw(case_profiles(only=["claim", "decided_on", "age"]))

    part = data.draw(partial(st.just(whole)))

    assert part.stated().items() <= whole.stated().items()


# Boundaries


THRESHOLDS: list[tuple[str, str, str, list[object]]] = [
    ("uk/latest", "leave.length", "claimed_on", [date(2026, 3, 1), date(2026, 3, 2)]),
    ("uk/latest", "leave.length", "further_submissions_on", [date(2026, 3, 1), date(2026, 3, 2)]),
    ("uk/proposed", "leave.length", "claimed_on", [date(2025, 11, 16), date(2025, 11, 17)]),
    ("uk/baseline", "leave.length", "arrived_on", [date(2021, 11, 3), date(2021, 11, 4)]),
    ("uk/proposed", "leave.length", "arrived_on", [date(2025, 11, 16), date(2025, 11, 17)]),
    ("uk/latest", "leave.length", "arrived_on", [date(2026, 9, 27), date(2026, 9, 28)]),
    ("uk/baseline", "support.notice_after_grant", "decided_on", [date(2024, 12, 8), date(2024, 12, 9)]),
    ("uk/baseline", "support.notice_after_grant", "decided_on", [date(2025, 8, 31), date(2025, 9, 1)]),
    ("uk/latest", "support.notice_after_grant", "decided_on", [date(2026, 2, 28), date(2026, 3, 1)]),
    ("uk/latest", "support.notice_after_grant", "decided_on", [date(2026, 3, 8), date(2026, 3, 9)]),
    ("uk/latest", "support.notice_after_grant", "age", [64, 65, 66]),
    ("uk/proposed", "settlement.after", "overstayed_months", [5, 6]),
    ("uk/latest", "support.weekly", "children_under_1", [0, 1]),
    ("uk/proposed", "support.grounds_against", "assets", [pounds("0.00"), pounds("0.01")]),
    ("uk/latest", "leave.length", "route", ["uk_resettlement_scheme", "in_country"]),
]


def states(fact: str, value: object, case: CaseProfile) -> bool:
    return case.stated()[fact] == value


@pytest.mark.parametrize(("policy", "question", "fact", "wanted"), THRESHOLDS)
def test_boundary_profiles_lie_on_each_threshold_and_next_to_it(
    policy: str, question: str, fact: str, wanted: list[object]
) -> None:
    strategy = boundary_profiles(policies[policy], questions=[question])

    for value in wanted:
        found = find(strategy, partially(states, fact, value), settings=MANY)

        assert found.stated()[fact] == value


def test_boundary_profiles_meet_the_thresholds_of_the_questions_asked() -> None:
    strategy = boundary_profiles(policies["uk/latest"], questions=["leave.length"])

    drawn = values(sampled(strategy))

    assert set(drawn) == {
        "claim",
        "further_submissions_on",
        "claimed_on",
        "route",
        "arrived_on",
        "was_unaccompanied_child_at_claim",
    }
    assert {date(2026, 3, 1), date(2026, 3, 2)} <= drawn["claimed_on"]


@given(case=boundary_profiles(*UK, claim="refugee"))
def test_boundary_profiles_keep_what_is_stated(case: CaseProfile) -> None:
    assert case.claim == "refugee"


@given(case=boundary_profiles(policies["uk/proposed"]))
def test_boundary_profiles_state_what_the_policies_read_and_no_more(case: CaseProfile) -> None:
    read = {
        fact.name for question in policies["uk/proposed"].questions for fact in policies["uk/proposed"].facts(question)
    }

    assert set(case.stated()) == read


# Values, readings, spans and figures


@pytest.mark.parametrize("fact", [*PERSON_FACTS, *BOAT_FACTS], ids=lambda fact: fact.name)
@settings(max_examples=15)
@given(data=st.data())
def test_a_value_drawn_for_a_fact_is_one_of_its_kind(fact: Fact, data: st.DataObject) -> None:
    value = data.draw(fact_values(fact))

    assert (fact.none and value is NONE) or is_of_kind(value, fact.kind)
    assert not fact.codes or value in fact.codes


@pytest.mark.parametrize("fact", [claimed_on, assets, family_applied_at], ids=lambda fact: fact.name)
def test_values_of_a_fact_differ(fact: Fact) -> None:
    found: set[object] = set()

    @SAMPLE
    @given(value=fact_values(fact))
    def collect(value: object) -> None:
        found.add(value)

    collect()
    assert len(found) > 20


@pytest.mark.parametrize("policy", policies.values(), ids=list(policies))
@given(data=st.data())
def test_readings_are_of_every_point_that_a_policy_turns_on(policy: Policy, data: st.DataObject) -> None:
    drawn = data.draw(readings(policy))

    assert set(drawn) == {point.name for point in policy.points()}
    assert dict(policy.read(drawn.items()).readings) == drawn


@given(span=spans())
def test_a_drawn_span_reads_back_from_its_written_form(span: Span) -> None:
    assert Span.parse(str(span)).compare(span) == 0


@pytest.mark.parametrize("kind", [Kind.SPAN, Kind.COUNT, Kind.MONEY, Kind.DATE])
@given(data=st.data())
def test_a_drawn_figure_is_of_its_kind(kind: Kind, data: st.DataObject) -> None:
    figure = data.draw(figures(kind))

    low, high = bounds(figure)
    ends: list[Quantity] = [end for end in (low, high) if end is not None]
    assert all(isinstance(end, Span) if kind is Kind.SPAN else is_of_kind(end, kind) for end in ends)
    assert low is None or high is None or compare(low, high) in (-1, 0)


def test_figures_are_drawn_with_every_qualifier() -> None:
    found: set[type[Figure]] = set()

    @SAMPLE
    @given(figure=figures())
    def collect(figure: Figure) -> None:
        found.add(type(figure))

    collect()
    assert found == {Exactly, About, UpTo, AtLeast, Between, Unstated}


# Registration


def test_types_are_drawn_whole_and_partial_once_registered() -> None:
    register()

    cases = sampled(st.from_type(CaseProfile))

    stated = {len(case.stated()) for case in cases}
    assert len(PERSON_FACTS) in stated
    assert min(stated) < len(PERSON_FACTS)


def test_boats_and_spans_are_drawn_once_registered() -> None:
    register()

    boat = find(st.from_type(BoatProfile), lambda boat: bool(boat.stated()), settings=SAMPLE)
    span = find(st.from_type(Span), lambda span: span.years > 1, settings=SAMPLE)

    assert isinstance(boat, BoatProfile)
    assert isinstance(span, Span)


def test_nothing_that_cannot_be_is_found() -> None:
    def resettled_by_boat(case: CaseProfile) -> bool:
        return case.route == "uk_resettlement_scheme" and case.entry == "small_boat"

    with pytest.raises(NoSuchExample):
        find(case_profiles(only=["route", "entry"]), resettled_by_boat, settings=SAMPLE)


def test_the_package_declares_the_registration_to_hypothesis() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    ((name, value),) = project["entry-points"]["hypothesis"].items()
    loaded: Callable[[], None] = EntryPoint(name, value, "hypothesis").load()

    assert loaded is register


def run(script: str, *, path: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a script in a fresh process, with one more folder to find packages in."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([path, str(ROOT)])},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(name="installed")
def _installed(tmp_path: Path) -> str:
    """Return a folder in which the package's entry point is found, as where it is installed."""
    info = tmp_path / "asylum_rules_entry_point-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: asylum-rules-entry-point\nVersion: 0\n", "utf-8")
    (info / "entry_points.txt").write_text("[hypothesis]\nasylum_rules = asylum_rules.testing:register\n", "utf-8")
    return str(tmp_path)


def test_where_the_package_is_installed_its_types_are_drawn_without_importing_the_strategies(installed: str) -> None:
    done = run(
        "from hypothesis import given, settings, strategies as st\n"
        "from asylum_rules import CaseProfile\n"
        "@settings(max_examples=5, database=None)\n"
        "@given(st.from_type(CaseProfile))\n"
        "def look(case): assert isinstance(case, CaseProfile)\n"
        "look()\n",
        path=installed,
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("first", ["from asylum_rules.testing import case_profiles", "import hypothesis"])
def test_the_strategies_can_be_imported_before_hypothesis_and_after_it(first: str, installed: str) -> None:
    done = run(f"{first}\nimport hypothesis\nfrom asylum_rules.testing import case_profiles\n", path=installed)

    assert (done.returncode, done.stderr) == (0, "")


def test_without_hypothesis_the_strategies_say_what_to_install() -> None:
    done = run("import sys\nsys.modules['hypothesis'] = None\nimport asylum_rules.testing\n")

    assert done.returncode == 1
    assert "pip install asylum-rules[testing]" in done.stderr
    assert "ModuleNotFoundError" not in done.stderr


def test_a_misspelt_fact_or_question_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean `claimed_on`"):
        case_profiles(only=["claimd_on"])
    with pytest.raises(UnknownNameError, match=r"did you mean `leave\.length`"):
        boundary_profiles(policies["uk/latest"], questions=["leave.lenght"])
