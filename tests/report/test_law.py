"""The law of a policy as a page."""

from datetime import date

from attrs import evolve

from asylum_rules import policies
from asylum_rules.language.build import all_of, any_of, at_least, holds, not_, read_as
from asylum_rules.language.terms import LargestOf, Sum, TotalOf
from asylum_rules.model.person import age, is_destitute, is_pregnant
from asylum_rules.model.points import SETTLEMENT_CORE_PERIOD, SUPPORT_DUTY_ENDED
from asylum_rules.model.policy import Policy, Scope
from asylum_rules.report.law import law_page
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.span import years
from tests.model.handmade import CITED, CITED_AGAIN, EXTRA, SUPPORT, TESTS, WAIT, policy, rule

POOR = holds(is_destitute)
ADULT = at_least(age, 18)
BOTH = all_of(POOR, ADULT)


def lines(made: Policy) -> list[str]:
    return law_page(made).splitlines()


def when(made: Policy) -> list[str]:
    return [line.removeprefix("- When: ") for line in lines(made) if line.startswith("- When: ")]


def test_a_whole_page_reads_from_top_to_bottom() -> None:
    made = policy(
        rule("five", WAIT, years(5), text="Five years."),
        rule("twenty", WAIT, years(20), POOR, text="Twenty years. Not more.", overrides=("five",)),
    )

    assert lines(made) == [
        "# Made by hand",
        "",
        "This is the policy `made/by-hand`: the rules of 1 January 2026.",
        "Verified until 6 October 2026; what came later is not known here.",
        "Written from the rulebooks; `asylum-rules rules made/by-hand --format markdown` prints it.",
        "",
        *lines(made)[6:7],
        "",
        "## Contents",
        "",
        "- [Wait](#wait)",
        "- [Open points](#open-points)",
        "- [Sources](#sources)",
        "",
        '<a id="wait"></a>',
        "",
        "## Wait",
        "",
        "Every case is covered.",
        "",
        '<a id="five"></a>',
        "**Five years.**",
        "",
        "- When: in every case covered.",
        "- Gives: 5 years.",
        "- Standing: in force from 1 January 2020.",
        "- Sources:",
        "  - A paper, A ministry, paragraph 1; high confidence",
        "- Name: `five`.",
        "",
        '<a id="twenty"></a>',
        "**Twenty years. Not more.**",
        "",
        "- When: the person is destitute.",
        "- Gives: 20 years.",
        "- Exception to: [“Five years”](#five).",
        "- Standing: in force from 1 January 2020.",
        "- Sources:",
        "  - A paper, A ministry, paragraph 1; high confidence",
        "- Name: `twenty`.",
        "",
        "## Open points",
        "",
        "No open point matters here.",
        "",
        "## Sources",
        "",
        "- A ministry: A paper; 17 November 2025; high confidence",
        "",
        "*This explains law; it is not legal advice.*",
    ]


def test_what_every_covered_case_meets_is_not_said_again() -> None:
    made = policy(
        rule("five", WAIT, years(5), BOTH),
        rule("six", WAIT, years(6), all_of(BOTH, holds(is_pregnant)), overrides=("five",)),
        scopes=(Scope(WAIT, BOTH),),
    )

    assert "Covered where the person is destitute; and the person's age is at least 18." in lines(made)
    assert when(made) == ["in every case covered.", "someone on the claim is pregnant."]


def test_a_condition_that_several_rules_share_is_spelt_out_once() -> None:
    made = policy(
        rule("five", WAIT, years(5), BOTH),
        rule("six", WAIT, years(6), not_(BOTH)),
        rule("seven", WAIT, years(7), all_of(any_of(BOTH, holds(is_pregnant)), POOR), overrides=("five", "six")),
    )

    assert "- (A) means that the person is destitute; and the person's age is at least 18." in lines(made)
    assert when(made) == [
        "(A).",
        "not (A).",
        "((A); or someone on the claim is pregnant); and the person is destitute.",
    ]


def test_a_letter_may_rest_on_another() -> None:
    wide = any_of(BOTH, holds(is_pregnant))
    made = policy(
        rule("five", WAIT, years(5), wide),
        rule("six", WAIT, years(6), not_(wide)),
        rule("seven", WAIT, years(7), BOTH, overrides=("five",)),
    )

    assert lines(made)[20:22] == [
        "- (A) means that (B); or someone on the claim is pregnant.",
        "- (B) means that the person is destitute; and the person's age is at least 18.",
    ]
    assert when(made) == ["(A).", "not (A).", "(B)."]


def test_after_the_last_letter_they_double() -> None:
    rules = []
    for years_old in range(27):
        shared = all_of(at_least(age, years_old), POOR)
        rules += [rule(f"a{years_old}", WAIT, years(1), shared), rule(f"b{years_old}", WAIT, years(1), not_(shared))]

    assert when(policy(*rules))[50:] == ["(Z).", "not (Z).", "(AA).", "not (AA)."]


def test_a_part_stands_under_the_question_that_first_reads_it() -> None:
    made = policy(
        rule("extra", EXTRA, years(1), POOR),
        rule("five", WAIT, Sum((LargestOf(EXTRA), TotalOf(EXTRA)))),
    )
    page = lines(made)

    assert page.count("### Extra") == 1
    assert page.index("## Wait") < page.index('<a id="five"></a>') < page.index("### Extra")
    assert "- Gives: (the largest of [“Extra”](#extra)) plus (the sum of [“Extra”](#extra))." in page


def test_a_question_whose_rules_add_up_says_so() -> None:
    assert "Every rule that applies adds to the answer." in lines(policy(rule("income", TESTS, "income")))
    assert "Every rule that applies adds to the answer." not in lines(policy(rule("duty", SUPPORT, "duty")))


def test_a_rule_that_is_not_in_force_is_marked() -> None:
    announced = Standing(((date(2025, 11, 17), Stage.ANNOUNCED),), date(2026, 1, 1))
    page = lines(policy(rule("five", WAIT, years(5), standing=announced, text="Five.")))

    assert "**Five.** *(announced)*" in page
    assert "- Standing: announced on 17 November 2025; verified until 1 January 2026." in page


def test_an_earlier_rule_is_told_by_its_sentence_where_it_is_known() -> None:
    made = policy(rule("five", WAIT, years(5), succeeds=("denmark.three-year-wait", "unheard-of")))

    assert (
        "- Takes the place of: “With temporary protection a person may normally not be joined by family before three "
        "years” (`denmark.three-year-wait`); `unheard-of`."
    ) in lines(made)


def test_an_exception_to_an_earlier_rule_is_one_to_its_successor() -> None:
    made = policy(
        rule("five", WAIT, years(5), text="Five.", succeeds=("four",)),
        rule("six", WAIT, years(6), POOR, overrides=("four", "gone")),
    )

    assert "- Exception to: [“Five”](#five)." in lines(made)


def test_an_open_point_is_told_with_its_readings_and_the_questions_that_turn_on_it() -> None:
    made = policy(
        rule("five", WAIT, years(5), read_as(SETTLEMENT_CORE_PERIOD, "twenty_years")),
        rule("six", WAIT, years(6), read_as(SUPPORT_DUTY_ENDED, "later_in_june")),
    ).under("support.duty_ended", "on_2026_06_02")
    page = lines(made)
    first = page.index('<a id="settlement.core_period"></a>')
    second = page.index('<a id="support.duty_ended"></a>')

    assert page[first + 1 : first + 7] == [
        "**Is the wait for settlement on core protection twenty years, or up to twenty?**",
        "",
        "- Readings: “twenty years” or “up to twenty years”.",
        "- Shown first: “twenty years”.",
        "- Questions that turn on it: [Wait](#wait).",
        "- Name: `settlement.core_period`.",
    ]
    assert page[second + 3 : second + 6] == [
        "- Readings: “on 2 June 2026” or “later in June”.",
        "- Read here as: “on 2 June 2026”.",
        "- Shown first: none.",
    ]
    assert when(made)[0] == (
        "the open point [“Is the wait for settlement on core protection twenty years, or up to twenty?”]"
        "(#settlement.core_period) is read as “twenty years”."
    )


def test_a_document_is_listed_once_with_every_confidence_used() -> None:
    undated = Document(id="b", title="A [note]", publisher="B", published=None, url="https://example.org/b")
    monthly = Document(id="c", title="C", publisher="C", published="June 2026", url=None)
    cites = (CITED, CITED_AGAIN, Citation(undated, None, Confidence.HIGH), Citation(monthly, None, Confidence.MEDIUM))
    page = lines(policy(rule("five", WAIT, years(5), cites=cites)))

    assert page[page.index("## Sources") + 2 : -2] == [
        "- A ministry: A paper; 17 November 2025; high and medium confidence",
        r"- B: [A \[note\]](https://example.org/b); day of publication not known; high confidence",
        "- C: C; June 2026; medium confidence",
    ]
    assert r"  - [A \[note\]](https://example.org/b), B; high confidence" in page


def test_marks_in_the_law_are_shown_as_they_are() -> None:
    made = policy(rule("five", WAIT, years(5), text="Five *years* [normally]."))

    assert r"**Five \*years\* \[normally\].**" in lines(made)


def test_the_reforms_laid_over_a_policy_are_named_with_their_day() -> None:
    proposed = policies["uk/proposed"]

    assert lines(proposed)[2] == (
        "This is the policy `uk/proposed`: the rules of 16 November 2025, with *Restoring Order and Control* "
        "(17 November 2025) and *A Fairer Pathway to Settlement* (20 November 2025) laid over them."
    )
    assert lines(evolve(policy(rule("five", WAIT, years(5))), resolved="uk@2026-01-01+my-own"))[2] == (
        "This is the policy `made/by-hand`: the rules of 1 January 2026, with `my-own` laid over them."
    )


def test_questions_come_in_the_order_of_the_contract_and_others_after() -> None:
    contents = [line for line in lines(policies["denmark"]) if line.startswith("- [")]

    assert contents[:3] == [
        "- [First permission to stay once recognised](#leave.length)",
        "- [Scheduled review of the need for protection](#leave.review_every)",
        "- [Wait before settlement may be sought](#settlement.after)",
    ]
