"""What a policy is asked. Written from `contract/questions.toml`; do not edit."""

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Favours, Profile, Question

LEAVE_LENGTH = Question(
    name="leave.length",
    text="First permission to stay once recognised",
    kind=Kind.SPAN,
    favours=Favours.MORE,
    none_is_best=False,
)

LEAVE_REVIEW_EVERY = Question(
    name="leave.review_every",
    text="Scheduled review of the need for protection",
    kind=Kind.SPAN,
    favours=Favours.MORE,
    none_is_best=True,
)

REVIEWS_BEFORE_SETTLEMENT = Question(
    name="reviews.before_settlement",
    text="Scheduled reviews before settlement",
    kind=Kind.COUNT,
    favours=Favours.LESS,
)

SETTLEMENT_AFTER = Question(
    name="settlement.after",
    text="Wait before settlement may be sought",
    kind=Kind.SPAN,
    favours=Favours.LESS,
    none_is_best=False,
)

SETTLEMENT_FROM = Question(
    name="settlement.from",
    text="Earliest date of settlement",
    kind=Kind.DATE,
    favours=Favours.LESS,
)

SETTLEMENT_CONDITIONS = Question(
    name="settlement.conditions",
    text="Tests to be met for settlement",
    kind=Kind.CODES,
    codes=(
        "own_suitability",
        "part_suitability",
        "safe_return_review",
        "english_b2",
        "life_in_uk",
        "income",
        "no_debt",
        "repayment",
    ),
)

SETTLEMENT_FEE = Question(
    name="settlement.fee",
    text="Fee for settlement",
    kind=Kind.MONEY,
    favours=Favours.LESS,
)

SETTLEMENT_REPAYMENT = Question(
    name="settlement.repayment",
    text="Past asylum support to be repaid before settlement",
    kind=Kind.MONEY,
    favours=Favours.LESS,
)

SUPPORT_ENTITLEMENT = Question(
    name="support.entitlement",
    text="Asylum support now",
    kind=Kind.CODE,
    codes=("duty", "power", "none"),
    favours=("duty", "power", "none"),
)

SUPPORT_GROUNDS_AGAINST = Question(
    name="support.grounds_against",
    text="Grounds on which support may be refused or stopped",
    kind=Kind.CODES,
    codes=(
        "not_destitute",
        "right_to_work",
        "can_support_self",
        "worked_illegally",
        "broke_the_law",
        "refuses_removal",
        "broke_conditions",
        "made_self_destitute",
        "assets",
        "not_a_claimant",
    ),
)

SUPPORT_SCHEME = Question(
    name="support.scheme",
    text="Scheme that support falls under",
    kind=Kind.CODE,
    codes=("section_98", "section_95", "section_4", "section_95a", "council", "none"),
)

SUPPORT_WEEKLY = Question(
    name="support.weekly",
    text="Weekly payment to the household where support is given",
    kind=Kind.MONEY,
    favours=Favours.MORE,
)

SUPPORT_NOTICE_AFTER_GRANT = Question(
    name="support.notice_after_grant",
    text="Support runs on after a positive decision for",
    kind=Kind.SPAN,
    favours=Favours.MORE,
)

WORK_WHILE_WAITING = Question(
    name="work.while_waiting",
    text="Work while waiting for a decision",
    kind=Kind.CODE,
    codes=("already_allowed", "may_apply", "not_yet", "no"),
    favours=("already_allowed", "may_apply", "not_yet", "no"),
)

WORK_AFTER_GRANT = Question(
    name="work.after_grant",
    text="Work after a grant",
    kind=Kind.CODE,
    codes=("yes", "no"),
    favours=("yes", "no"),
)

FAMILY_REUNION_ROUTE = Question(
    name="family_reunion.route",
    text="Route by which family may join",
    kind=Kind.CODE,
    codes=("protection_route", "ordinary_family_rules", "not_automatic"),
    favours=("protection_route", "ordinary_family_rules", "not_automatic"),
)

FAMILY_REUNION_WAIT = Question(
    name="family_reunion.wait",
    text="Wait before family may join",
    kind=Kind.SPAN,
    favours=Favours.LESS,
)

FAMILY_REUNION_LEAVE = Question(
    name="family_reunion.leave",
    text="Permission of the family member who joins",
    kind=Kind.CODE,
    codes=("in_line_with_sponsor", "own_thirty_three_months"),
)

FAMILY_REUNION_PUBLIC_FUNDS = Question(
    name="family_reunion.public_funds",
    text="Public funds for the family member who joins",
    kind=Kind.CODE,
    codes=("yes", "no"),
    favours=("yes", "no"),
)

CITIZENSHIP_AFTER_SETTLEMENT = Question(
    name="citizenship.after_settlement",
    text="Wait between settlement and citizenship",
    kind=Kind.SPAN,
    favours=Favours.LESS,
)

CITIZENSHIP_ILLEGAL_ENTRY = Question(
    name="citizenship.illegal_entry",
    text="What illegal entry means for citizenship",
    kind=Kind.CODE,
    codes=("no_bar", "ten_year_lookback", "normally_refused"),
    favours=("no_bar", "ten_year_lookback", "normally_refused"),
)

RETURN_TO_FRANCE = Question(
    name="return.to_france",
    text="Return to France under the UK-France agreement",
    kind=Kind.CODE,
    codes=("power", "none"),
    favours=("none", "power"),
)

ROUTE_FROM_FRANCE = Question(
    name="route.from_france",
    text="Legal route from France",
    kind=Kind.CODE,
    codes=("open", "closed"),
    favours=("open", "closed"),
)

RETURN_THIRD_COUNTRY = Question(
    name="return.third_country",
    text="Claim may be declared inadmissible for a safe third country",
    kind=Kind.CODE,
    codes=("power", "none"),
    favours=("none", "power"),
)

RETURN_WHEN_NOT_NEEDED = Question(
    name="return.when_not_needed",
    text="If a review finds that protection is no longer needed",
    kind=Kind.CODE,
    codes=("may_lose_status", "liable_to_removal"),
    favours=("may_lose_status", "liable_to_removal"),
)

RETURN_TO_RWANDA = Question(
    name="return.to_rwanda",
    text="Removal to Rwanda",
    kind=Kind.CODE,
    codes=("power", "none"),
    favours=("none", "power"),
)

APPEAL_BODY = Question(
    name="appeal.body",
    text="Who hears an appeal",
    kind=Kind.CODE,
    codes=("first_tier_tribunal", "independent_appeals_authority", "refugee_appeals_board", "none"),
)

ASSETS_KEPT = Question(
    name="assets.kept",
    text="Assets kept before they may be taken or counted",
    kind=Kind.MONEY,
    favours=Favours.MORE,
)

INTERCEPTION_ALLOWED = Question(
    name="interception.allowed",
    text="What may be done to the boat",
    kind=Kind.CODE,
    codes=("stop_launch", "intercept", "rescue_only"),
    profile=Profile.BOAT,
)

INTERCEPTION_MEASURES = Question(
    name="interception.measures",
    text="Measures, in their order",
    kind=Kind.CODES,
    codes=("order_to_stop", "immobilise", "reroute"),
    profile=Profile.BOAT,
)

INTERCEPTION_NETS = Question(
    name="interception.nets",
    text="Use of nets",
    kind=Kind.CODE,
    codes=("not_envisaged_at_present", "used", "excluded"),
    profile=Profile.BOAT,
)

INTERCEPTION_PRACTICE = Question(
    name="interception.practice",
    text="What is reported to happen",
    kind=Kind.CODE,
    codes=("as_written", "beyond_the_text"),
    profile=Profile.BOAT,
)

QUESTIONS: tuple[Question, ...] = (
    LEAVE_LENGTH,
    LEAVE_REVIEW_EVERY,
    REVIEWS_BEFORE_SETTLEMENT,
    SETTLEMENT_AFTER,
    SETTLEMENT_FROM,
    SETTLEMENT_CONDITIONS,
    SETTLEMENT_FEE,
    SETTLEMENT_REPAYMENT,
    SUPPORT_ENTITLEMENT,
    SUPPORT_GROUNDS_AGAINST,
    SUPPORT_SCHEME,
    SUPPORT_WEEKLY,
    SUPPORT_NOTICE_AFTER_GRANT,
    WORK_WHILE_WAITING,
    WORK_AFTER_GRANT,
    FAMILY_REUNION_ROUTE,
    FAMILY_REUNION_WAIT,
    FAMILY_REUNION_LEAVE,
    FAMILY_REUNION_PUBLIC_FUNDS,
    CITIZENSHIP_AFTER_SETTLEMENT,
    CITIZENSHIP_ILLEGAL_ENTRY,
    RETURN_TO_FRANCE,
    ROUTE_FROM_FRANCE,
    RETURN_THIRD_COUNTRY,
    RETURN_WHEN_NOT_NEEDED,
    RETURN_TO_RWANDA,
    APPEAL_BODY,
    ASSETS_KEPT,
    INTERCEPTION_ALLOWED,
    INTERCEPTION_MEASURES,
    INTERCEPTION_NETS,
    INTERCEPTION_PRACTICE,
)
