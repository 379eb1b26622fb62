"""Reading case files, and writing what a case states."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from asylum_rules import NONE, UNKNOWN, BoatProfile, CaseProfile, InvalidInputError, Money
from asylum_rules.model.person import Claim, Entry
from asylum_rules.model.profile import LEFT_OUT
from asylum_rules.report.casefile import case_from, case_table, read_case
from asylum_rules.tablefile import MOST_BYTES
from asylum_rules.testing import boat_profiles, case_profiles, partial
from asylum_rules.units.moment import Moment
from asylum_rules.units.money import Currency

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.toml"))


def person(table: dict[str, object]) -> CaseProfile:
    case = case_from(table)
    assert isinstance(case, CaseProfile)
    return case


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(InvalidInputError) as raised:
        read_case(path)
    return [str(each) for each in raised.value.problems]


def read_or_refused(table: dict[str, object]) -> CaseProfile | BoatProfile | InvalidInputError:
    try:
        return case_from(table)
    except InvalidInputError as error:
        return error


# What is read


def test_a_toml_file_is_read_to_the_facts_it_states(tmp_path: Path) -> None:
    path = written(
        tmp_path, "case.toml", 'name = "A"\nclaim = "refugee"\nclaimed_on = 2026-04-01\nassets = "12.50 GBP"\n'
    )

    case = read_case(path)

    assert isinstance(case, CaseProfile)
    assert case.name == "A"
    assert case.stated() == {
        "claim": Claim.REFUGEE,
        "claimed_on": date(2026, 4, 1),
        "assets": Money(1250, Currency.GBP),
    }


def test_a_json_file_is_read_to_the_same_case_as_a_toml_file(tmp_path: Path) -> None:
    toml = written(tmp_path, "case.toml", 'claim = "pending"\nclaimed_on = 2026-04-01\nage = 34\nis_destitute = true\n')
    json = written(
        tmp_path, "case.json", '{"claim": "pending", "claimed_on": "2026-04-01", "age": 34, "is_destitute": true}'
    )

    assert read_case(json) == read_case(toml)


def test_a_suffix_in_capitals_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path, "CASE.TOML", '\ufeffclaim = "refugee"')

    case = read_case(path)

    assert case.stated() == {"claim": Claim.REFUGEE}


def test_a_file_about_a_boat_is_read_to_a_boat(tmp_path: Path) -> None:
    path = written(tmp_path, "boat.toml", 'profile = "boat"\nzone = "beach"\nmetres_from_shore = 300\n')

    case = read_case(path)

    assert isinstance(case, BoatProfile)
    assert case.stated() == {"zone": "beach", "metres_from_shore": 300}


def test_a_file_may_say_that_it_is_about_a_person() -> None:
    assert person({"profile": "person", "age": 34}).age == 34


def test_null_means_left_out() -> None:
    case = person({"claim": None, "name": None, "age": 34})

    assert case.claim is LEFT_OUT
    assert case.name is None


def test_the_word_unknown_keeps_a_fact_from_being_presumed() -> None:
    case = person({"further_submissions_on": "unknown", "english": "unknown"})

    assert case.further_submissions_on is UNKNOWN
    assert case.english is UNKNOWN
    assert "further_submissions_on" not in case.known(presume=True)[0]


def test_the_word_none_is_an_absence_where_a_fact_may_be_absent_and_a_code_where_it_is_one() -> None:
    case = person({"claimed_on": "none", "english": "none"})

    assert case.claimed_on is NONE
    assert case.english == "none"


@pytest.mark.parametrize("amount", ["1200", "1200.0", "1200.00", "1200.00 GBP", 1200, 1200.0])
def test_an_amount_may_leave_out_its_currency_and_its_pence(amount: object) -> None:
    assert person({"assets": amount}).assets == Money(120_000, Currency.GBP)


@pytest.mark.parametrize("written_time", ["2025-09-04T15:00", "2025-09-04T15:00:00", datetime(2025, 9, 4, 15)])  # noqa: DTZ001  # a local time
def test_a_moment_may_be_written_or_a_local_time_of_toml(written_time: object) -> None:
    assert person({"family_applied_at": written_time}).family_applied_at == Moment.parse("2025-09-04T15:00")


@pytest.mark.parametrize("text", ["{}", '{"name": "Nothing known"}'])
def test_a_table_without_facts_is_a_case_of_which_nothing_is_known(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, "case.json", text)

    assert read_case(path).stated() == {}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_a_case_with_a_name(path: Path) -> None:
    case = read_case(path)

    assert case.name
    assert len(case.stated()) >= 9


# What is wrong


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "case.toml",
        'claimd_on = 2026-04-01\nclaim = "refuge"\nclaimed_on = "soon"\nage = -1\nassets = "1.00 DKK"\n'
        "household_size = 2\nchildren_under_1 = 2\n",
    )

    found = problems(path)

    assert len(found) == 6
    for each in ("`claimd_on`", "`claim`", "`claimed_on`", "`age`", "`assets`", "`household_size`"):
        assert any(each in problem for problem in found)


def test_a_problem_names_its_fact_so_that_a_program_can_show_it() -> None:
    with pytest.raises(InvalidInputError) as raised:
        case_from({"claim": "refuge", "claimed_on": "2026-02-30"})

    assert {each.where for each in raised.value.problems} == {"`claim`", "`claimed_on`"}
    assert all(each.what for each in raised.value.problems)


def test_the_subject_of_an_error_is_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "case.toml", "age = true")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(InvalidInputError) as raised:
        read_case(Path("case.toml"))

    assert raised.value.subject == "`case.toml`"


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("claimed_on", "2026-02-30", "date"),
        ("claimed_on", "20260301", "date"),
        ("claimed_on", "2026-W10-1", "date"),
        ("claimed_on", datetime(2026, 3, 1, 10), "date"),  # noqa: DTZ001  # as TOML gives a local time
        ("claimed_on", "1899-12-31", "1900"),
        ("claimed_on", "2200-01-01", "2199"),
        ("arrived_on", "none", "date"),
        ("age", True, "whole number"),
        ("age", -1, "whole number"),
        ("age", 1.0, "whole number"),
        ("age", "34", "whole number"),
        ("age", 1_000_001, "1,000,000"),
        ("is_destitute", "yes", "true or false"),
        ("is_destitute", 1, "true or false"),
        ("assets", "10.00 DKK", "pounds"),
        ("assets", "10.00 USD", "1200.00 GBP"),
        ("assets", "10.001", "1200.00 GBP"),
        ("assets", 10.001, "1200.00 GBP"),
        ("assets", -1, "1200.00 GBP"),
        ("assets", True, "pounds"),
        ("assets", "none", "1200.00 GBP"),
        ("claim", "Refugee", "did you mean `refugee`?"),
        ("claim", "none", "`none_made`"),
        ("claim", ["refugee"], "code"),
        ("family_applied_at", "2025-09-04T15:00Z", "London time"),
        ("family_applied_at", "2025-09-04", "London time"),
        ("family_applied_at", "2025-09-04T15:00:30", "London time"),
    ],
)
def test_a_value_that_is_none_is_refused_with_what_was_expected(fact: str, value: object, expected: str) -> None:
    with pytest.raises(InvalidInputError) as raised:
        case_from({fact: value})

    (problem,) = raised.value.problems
    assert problem.where == f"`{fact}`"
    assert expected in problem.what


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"claimed_on": "2026-04-01", "decided_on": "2026-03-31"}, ["decided_on", "claimed_on"]),
        (
            {"further_submissions_on": "2026-04-01", "decided_on": "2026-03-31"},
            ["decided_on", "further_submissions_on"],
        ),
        ({"claim": "refugee", "decided_on": "none"}, ["claim", "decided_on"]),
        ({"was_unaccompanied_child_at_claim": True, "is_child_in_family_claim": True}, ["is_child_in_family_claim"]),
        ({"route": "uk_resettlement_scheme", "entry": "small_boat"}, ["route", "entry"]),
        ({"route": "uk_resettlement_scheme", "claimed_on": "2026-04-01"}, ["route", "claimed_on"]),
        ({"is_family_with_child": False, "children_under_1": 1}, ["is_family_with_child"]),
        ({"household_size": 0}, ["household_size"]),
        ({"household_size": 2, "children_under_1": 1, "children_aged_1_to_3": 1}, ["household_size"]),
    ],
)
def test_what_no_case_can_be_is_refused_and_names_its_facts(table: dict[str, object], named: list[str]) -> None:
    with pytest.raises(InvalidInputError) as raised:
        case_from(table)

    assert any(all(f"`{each}`" in str(problem) for each in named) for problem in raised.value.problems)


@pytest.mark.parametrize("profile", ["plane", 1, None, ["person"], ""])
def test_a_profile_is_a_person_or_a_boat(profile: object) -> None:
    with pytest.raises(InvalidInputError, match="person, boat"):
        case_from({"profile": profile})


@pytest.mark.parametrize("name", ["self", "facts", "world", "stated", "get", "", "Claim"])
def test_what_a_profile_is_made_of_is_no_fact(name: str) -> None:
    with pytest.raises(InvalidInputError, match="unknown fact"):
        case_from({name: 1})


@pytest.mark.parametrize("name", ["a\nb", "a\tb", "\x1b[2J", "\x9b", "\u202e", "\ud800", "x" * 201, 7, True, ["a"]])
def test_a_name_is_short_and_printable(name: object) -> None:
    with pytest.raises(InvalidInputError, match="at most 200 printable characters"):
        case_from({"name": name})


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    text = 'claim = "refugee"\n#'
    path = written(tmp_path, "case.toml", text + "x" * (MOST_BYTES - len(text)))

    assert read_case(path).stated() == {"claim": "refugee"}


def test_a_file_one_byte_larger_is_refused(tmp_path: Path) -> None:
    text = 'claim = "refugee"\n#'
    path = written(tmp_path, "case.toml", text + "x" * (MOST_BYTES - len(text) + 1))

    assert problems(path) == ["is larger than 1,000,000 bytes"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("case.json", '{"age": ' + "[" * 100_000 + "]" * 100_000 + "}"),
        ("case.json", '{"a":' * 20_000 + "1" + "}" * 20_000),
        ("case.toml", "age = " + "[" * 100_000),
        ("case.toml", "age = " + "{a = " * 20_000),
        ("case.toml", "age." + ".".join("a" * 2_000) + " = 1"),
        ("case.toml", "[age." + ".".join("a" * 2_000) + "]\nb = 1"),
    ],
)
def test_a_deep_nesting_is_refused_and_breaks_nothing(tmp_path: Path, name: str, text: str) -> None:
    path = written(tmp_path, name, text)

    found = problems(path)

    assert len(found) == 1
    assert len(found[0]) < 300


# What is written


@given(case=case_profiles())
def test_a_whole_case_written_as_a_table_reads_back_the_same(case: CaseProfile) -> None:
    assert case_from({**case_table(case), "name": case.name}) == case


@given(case=partial(case_profiles()))
def test_a_partial_case_written_as_a_table_states_the_same_facts(case: CaseProfile) -> None:
    assert case_from(case_table(case)).stated() == case.stated()


@given(boat=boat_profiles() | partial(boat_profiles()))
def test_a_boat_written_as_a_table_states_the_same_facts(boat: BoatProfile) -> None:
    assert case_from({**case_table(boat), "profile": "boat"}).stated() == boat.stated()


def test_values_are_written_as_a_case_file_gives_them() -> None:
    case = person(
        {
            "claimed_on": date(2026, 4, 1),
            "further_submissions_on": NONE,
            "entry": Entry.SMALL_BOAT,
            "assets": 3,
            "age": 34,
            "is_destitute": True,
            "family_applied_at": "2025-09-04T15:00:00",
            "route": None,
        }
    )

    assert case_table(case) == {
        "claimed_on": "2026-04-01",
        "further_submissions_on": "none",
        "entry": "small_boat",
        "is_destitute": True,
        "assets": "3.00 GBP",
        "family_applied_at": "2025-09-04T15:00",
        "age": 34,
    }


@given(
    table=st.dictionaries(
        st.sampled_from([fact.name for fact in CaseProfile.facts]) | st.text(max_size=12),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=12)
        | st.dates()
        | st.datetimes()
        | st.times()
        | st.lists(st.integers(), max_size=2)
        | st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
        max_size=5,
    )
)
def test_any_table_is_read_to_a_case_or_refused_with_its_problems(table: dict[str, object]) -> None:
    read = read_or_refused(table)

    if isinstance(read, InvalidInputError):
        assert read.problems
        assert all(str(problem).isprintable() for problem in read.problems)
    else:
        assert set(read.stated()) <= set(table)


def test_what_a_case_says_to_be_unknown_is_still_said_when_it_is_written() -> None:
    case = CaseProfile(further_submissions_on=UNKNOWN, claim="pending")

    assert case_table(case) == {"further_submissions_on": "unknown", "claim": "pending"}
    assert case_from(case_table(case)) == case


def test_a_directory_is_said_to_be_one_whatever_its_name(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="is a directory, expected a file"):
        read_case(tmp_path)


@pytest.mark.parametrize(("wrong", "told"), [(99, 99), (100, 101), (5_000, 101)])
def test_of_very_many_faults_the_first_hundred_are_told(tmp_path: Path, wrong: int, told: int) -> None:
    path = written(tmp_path, "case.toml", "\n".join(f"x{each} = 1" for each in range(wrong)))

    found = problems(path)

    assert len(found) == told
    assert (found[-1] == "perhaps more: the rest was not read") is (wrong >= 100)
