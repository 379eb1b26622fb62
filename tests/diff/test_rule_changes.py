"""What changes between the rules of two policies."""

import json

from click.testing import CliRunner

from asylum_rules import policies
from asylum_rules.cli import main
from asylum_rules.diff.rules import Change, rule_changes


def names(base: str, other: str) -> list[tuple[str, str | None, str | None]]:
    changes = rule_changes(policies[base], policies[other])
    return [
        (
            each.change.value,
            None if each.old is None else each.old.name,
            None if each.new is None else each.new.name,
        )
        for each in changes
    ]


def test_on_2_march_2026_three_rules_are_inserted_and_none_goes() -> None:
    assert names("uk@2026-03-01", "uk@2026-03-02") == [
        ("inserted", None, "leave.thirty-months"),
        ("inserted", None, "leave.lone-children"),
        ("inserted", None, "review.every-thirty-months"),
    ]


def test_on_9_march_2026_the_pilot_is_amended_and_42_days_inserted() -> None:
    assert names("uk@2026-03-08", "uk@2026-03-09") == [
        ("amended", "support.notice-56-for-some", "support.notice-56-for-some-ended"),
        ("inserted", None, "support.notice-42"),
    ]


def test_on_1_march_2026_the_longer_notice_on_request_is_over() -> None:
    assert names("uk@2026-02-28", "uk@2026-03-01") == [
        ("amended", "support.notice-on-request", "support.notice-on-request-ended"),
    ]


def test_the_end_of_the_rwanda_scheme_is_a_repeal() -> None:
    assert names("uk@2024-07-05", "uk@2024-07-06") == [("repealed", "removal.rwanda", None)]


def test_the_duty_of_the_baseline_is_amended_by_the_proposals() -> None:
    changes = {
        each.new.name: each for each in rule_changes(policies["uk/baseline"], policies["uk/proposed"]) if each.new
    }

    assert changes["support.power-proposed"].change is Change.AMENDED
    assert changes["support.power-proposed"].old == policies["uk/baseline"].rule("support.duty")
    assert changes["leave.core-protection"].change is Change.INSERTED


def test_a_policy_changes_nothing_in_itself() -> None:
    assert names("uk/latest", "uk/latest") == []


def test_the_command_shows_old_above_new_with_sources() -> None:
    result = CliRunner().invoke(main, ["rules", "uk@2026-03-08", "uk@2026-03-09"])

    assert result.exit_code == 0
    assert "Rules 1 inserted, 0 replaced, 1 amended, 0 repealed." in result.output
    assert result.output.index("support.notice-56-for-some [") < result.output.index(
        "support.notice-56-for-some-ended ["
    )
    assert "source: Homeless Link" in result.output


def test_the_command_gives_markdown_and_json() -> None:
    runner = CliRunner()

    page = runner.invoke(main, ["rules", "uk@2024-07-05", "uk@2024-07-06", "--format", "markdown"]).output
    found = json.loads(runner.invoke(main, ["rules", "uk@2024-07-05", "uk@2024-07-06", "--format", "json"]).output)

    assert r"## repealed: return.to\_rwanda" in page
    assert [(each["change"], each["old"]["name"], each["new"]) for each in found] == [
        ("repealed", "removal.rwanda", None)
    ]


def test_policies_about_different_things_have_no_changes_to_show() -> None:
    result = CliRunner().invoke(main, ["rules", "uk/baseline", "france/before"])

    assert result.exit_code == 2
    assert result.stderr == "asylum-rules: policy: `france/before` is about a boat, not about a person\n"
