"""What would lengthen or shorten the wait for settlement, as consulted on: increases, reductions, how they combine."""

from asylum_rules.language.build import (
    all_of,
    any_of,
    at_least,
    holds,
    is_one_of,
    more_than,
    not_,
    read_as,
)
from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Question
from asylum_rules.language.terms import Difference, LargestOf, Sum, TotalOf
from asylum_rules.model.person import (
    English,
    Entry,
    english,
    entry,
    has_bno_status,
    is_close_family_of_british_citizen,
    months_on_public_funds,
    overstayed_months,
    public_service_years,
    volunteers,
    yearly_income,
    years_as_global_talent_or_innovator,
)
from asylum_rules.model.points import (
    EARNED_INCREASE_AND_REDUCTION_NET,
    EARNED_INCREASES_COMBINE,
    EARNED_REDUCTIONS_COMBINE,
    EARNED_TWELVE_MONTHS_EXACTLY,
    SETTLEMENT_INCREASES_REACH_REFUGEES,
    SETTLEMENT_REDUCTIONS_REACH_REFUGEES,
)
from asylum_rules.model.reform import Amend, Insert
from asylum_rules.model.rule import Rule
from asylum_rules.rulebooks.documents import (
    ADVICENOW_EARNED,
    LORDS_DEBATE_SETTLEMENT,
    NRPF_EARNED_SETTLEMENT,
    PAPER_ANALYSIS,
    PLANS_ASSESSED,
    PRACTICE_CALCULATOR,
    REDUCTIONS_TABLE,
    SETTLEMENT_CALCULATOR,
    SETTLEMENT_REFORMS_REPORT,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import proposed
from asylum_rules.rulebooks.uk.protection import ANNOUNCED_ON
from asylum_rules.rulebooks.uk.settlement import CONSULTED_ON, CORE_PERIOD, RESETTLED_TEN_YEARS, TWENTY_YEARS
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import Between, UpTo
from asylum_rules.units.money import pounds
from asylum_rules.units.span import years

_CONSULTED = proposed((CONSULTED_ON, Stage.CONSULTED))

# What would lengthen the wait

INCREASE = Question(
    name="settlement.increase", text="Proposed increases of the wait for settlement", kind=Kind.SPAN, part=True
)

ENTERED_ILLEGALLY = is_one_of(entry, Entry.SMALL_BOAT, Entry.CONCEALED_IN_VEHICLE, Entry.OTHER_IRREGULAR)
ENTERED_ON_VISIT_VISA = is_one_of(entry, Entry.VISIT_VISA)
OVERSTAYED = at_least(overstayed_months, 6)
RECEIVED_PUBLIC_FUNDS = more_than(months_on_public_funds, 0)
RECEIVED_THEM_FOR_LONG = any_of(
    more_than(months_on_public_funds, 12),
    all_of(at_least(months_on_public_funds, 12), read_as(EARNED_TWELVE_MONTHS_EXACTLY, "ten")),
)
"""For more than twelve months; whether exactly twelve count with them is open."""

INCREASES_REACH = read_as(SETTLEMENT_INCREASES_REACH_REFUGEES, "yes")
"""Whether refugees are reached is not stated."""

IS_INCREASED = all_of(
    INCREASES_REACH, any_of(ENTERED_ILLEGALLY, ENTERED_ON_VISIT_VISA, OVERSTAYED, RECEIVED_PUBLIC_FUNDS)
)

ILLEGAL_ENTRY_INCREASE = Rule(
    name="settlement.increase-illegal-entry",
    text="Illegal entry lengthens the wait by up to twenty years; the amount is open.",
    answers=INCREASE,
    when=all_of(INCREASES_REACH, ENTERED_ILLEGALLY),
    gives=UpTo(years(20)),
    standing=_CONSULTED,
    cites=(medium(SETTLEMENT_CALCULATOR, hedge="up to"), medium(PRACTICE_CALCULATOR)),
)

VISIT_VISA_INCREASE = Rule(
    name="settlement.increase-visit-visa",
    text="Entry on a visit visa lengthens the wait by up to twenty years; the amount is open.",
    answers=INCREASE,
    when=all_of(INCREASES_REACH, ENTERED_ON_VISIT_VISA),
    gives=UpTo(years(20)),
    standing=_CONSULTED,
    cites=(medium(SETTLEMENT_CALCULATOR, hedge="up to"),),
)

OVERSTAY_INCREASE = Rule(
    name="settlement.increase-overstay",
    text="Having overstayed by six months or more lengthens the wait by up to twenty years; the amount is open.",
    answers=INCREASE,
    when=all_of(INCREASES_REACH, OVERSTAYED),
    gives=UpTo(years(20)),
    standing=_CONSULTED,
    cites=(medium(SETTLEMENT_CALCULATOR, hedge="up to"),),
)

PUBLIC_FUNDS_INCREASE = Rule(
    name="settlement.increase-public-funds",
    text="Having received public funds for less than twelve months lengthens the wait by five years.",
    answers=INCREASE,
    when=all_of(INCREASES_REACH, RECEIVED_PUBLIC_FUNDS, not_(RECEIVED_THEM_FOR_LONG)),
    gives=years(5),
    standing=_CONSULTED,
    cites=(high(SETTLEMENT_CALCULATOR), high(PRACTICE_CALCULATOR)),
)

LONG_PUBLIC_FUNDS_INCREASE = Rule(
    name="settlement.increase-long-public-funds",
    text=(
        "Having received public funds for more than twelve months lengthens the wait by ten years. Accounts differ on "
        "exactly twelve."
    ),
    answers=INCREASE,
    when=all_of(INCREASES_REACH, RECEIVED_THEM_FOR_LONG),
    gives=years(10),
    standing=_CONSULTED,
    cites=(high(LORDS_DEBATE_SETTLEMENT), high(SETTLEMENT_CALCULATOR), high(PRACTICE_CALCULATOR)),
)

# How several increases count

INCREASE_COUNTED = Question(
    name="settlement.increase-counted", text="What the increases come to", kind=Kind.SPAN, part=True
)

LARGEST_INCREASE = Rule(
    name="settlement.largest-increase",
    text="Of several increases the largest counts: one reading; the consultation's own words on this were not seen.",
    answers=INCREASE_COUNTED,
    when=read_as(EARNED_INCREASES_COMBINE, "largest"),
    gives=LargestOf(INCREASE),
    standing=_CONSULTED,
    cites=(medium(SETTLEMENT_CALCULATOR),),
)

SUM_OF_INCREASES = Rule(
    name="settlement.sum-of-increases",
    text="Several increases add up: the other reading, which no account that was seen takes.",
    answers=INCREASE_COUNTED,
    when=read_as(EARNED_INCREASES_COMBINE, "sum"),
    gives=TotalOf(INCREASE),
    standing=_CONSULTED,
    cites=(medium(PRACTICE_CALCULATOR, "lets one increase be chosen"),),
)

# What would shorten the wait

REDUCTION = Question(
    name="settlement.reduction", text="Proposed reductions of the wait for settlement", kind=Kind.SPAN, part=True
)
REDUCTION_ON_TOP = Question(
    name="settlement.reduction-on-top", text="What is taken off on top of the largest", kind=Kind.SPAN, part=True
)

REDUCTIONS_REACH = read_as(SETTLEMENT_REDUCTIONS_REACH_REFUGEES, "yes")
"""Whether refugees are reached is not clear; the policy paper ties earlier settlement to Work and Study."""

ENGLISH_C1 = all_of(REDUCTIONS_REACH, at_least(english, English.C1))

ENGLISH_REDUCTION = Rule(
    name="settlement.reduction-english",
    text="English at level C1 takes one year off; it is one of the reductions of which the largest counts.",
    answers=REDUCTION,
    when=all_of(ENGLISH_C1, read_as(EARNED_REDUCTIONS_COMBINE, "largest")),
    gives=years(1),
    standing=_CONSULTED,
    cites=(high(REDUCTIONS_TABLE), medium(PAPER_ANALYSIS, "only the largest counts")),
)

ENGLISH_REDUCTION_ON_TOP = Rule(
    name="settlement.reduction-english-on-top",
    text="The same, read so that the year for English is taken off on top of the largest other reduction.",
    answers=REDUCTION_ON_TOP,
    when=all_of(ENGLISH_C1, read_as(EARNED_REDUCTIONS_COMBINE, "c1_on_top")),
    gives=years(1),
    standing=_CONSULTED,
    cites=(high(REDUCTIONS_TABLE), medium(PRACTICE_CALCULATOR, "taken off on top")),
)

HIGHEST_INCOME_REDUCTION = Rule(
    name="settlement.reduction-highest-income",
    text="A taxable income of 125,140 pounds in each of the three years before applying takes seven years off.",
    answers=REDUCTION,
    when=all_of(REDUCTIONS_REACH, at_least(yearly_income, pounds("125140"))),
    gives=years(7),
    standing=_CONSULTED,
    cites=(high(REDUCTIONS_TABLE), high(PLANS_ASSESSED)),
)

HIGH_INCOME_REDUCTION = Rule(
    name="settlement.reduction-high-income",
    text="A taxable income of 50,270 pounds in each of the three years before applying takes five years off.",
    answers=REDUCTION,
    when=all_of(REDUCTIONS_REACH, at_least(yearly_income, pounds("50270"))),
    gives=years(5),
    standing=_CONSULTED,
    cites=(high(REDUCTIONS_TABLE), high(PLANS_ASSESSED)),
)

PUBLIC_SERVICE_REDUCTION = Rule(
    name="settlement.reduction-public-service",
    text="Five years in a listed public service occupation take five years off; the list is not published.",
    answers=REDUCTION,
    when=all_of(REDUCTIONS_REACH, at_least(public_service_years, 5)),
    gives=years(5),
    standing=_CONSULTED,
    cites=(high(REDUCTIONS_TABLE),),
)

VOLUNTEERING_REDUCTION = Rule(
    name="settlement.reduction-volunteering",
    text="Work for the community takes three to five years off; how it is measured is open.",
    answers=REDUCTION,
    when=all_of(REDUCTIONS_REACH, holds(volunteers)),
    gives=Between(years(3), years(5)),
    standing=_CONSULTED,
    cites=(high(REDUCTIONS_TABLE, hedge="between"), high(SETTLEMENT_CALCULATOR)),
)

BRITISH_FAMILY_REDUCTION = Rule(
    name="settlement.reduction-british-family",
    text="A parent, partner or child of a British citizen who meets the core family rules has five years taken off.",
    answers=REDUCTION,
    when=all_of(REDUCTIONS_REACH, holds(is_close_family_of_british_citizen)),
    gives=years(5),
    standing=_CONSULTED,
    cites=(high(REDUCTIONS_TABLE), high(SETTLEMENT_REFORMS_REPORT)),
)

BNO_REDUCTION = Rule(
    name="settlement.reduction-bno",
    text="On the route for British nationals (overseas) five years are taken off.",
    answers=REDUCTION,
    when=all_of(REDUCTIONS_REACH, holds(has_bno_status)),
    gives=years(5),
    standing=_CONSULTED,
    cites=(high(SETTLEMENT_REFORMS_REPORT), high(SETTLEMENT_CALCULATOR)),
)

TALENT_REDUCTION = Rule(
    name="settlement.reduction-talent",
    text="Three years as a Global Talent or Innovator Founder take seven years off.",
    answers=REDUCTION,
    when=all_of(REDUCTIONS_REACH, at_least(years_as_global_talent_or_innovator, 3)),
    gives=years(7),
    standing=_CONSULTED,
    cites=(high(ADVICENOW_EARNED), high(SETTLEMENT_CALCULATOR)),
)

# How several reductions count, and whether they count beside an increase

REDUCTION_COUNTED = Question(
    name="settlement.reduction-counted", text="What the reductions come to", kind=Kind.SPAN, part=True
)

LARGEST_REDUCTION = Rule(
    name="settlement.largest-reduction",
    text=(
        "Of several reductions the largest counts. Whether one is set off against an increase is open: read so that it "
        "is not, there is no reduction where the wait is increased."
    ),
    answers=REDUCTION_COUNTED,
    when=any_of(not_(IS_INCREASED), read_as(EARNED_INCREASE_AND_REDUCTION_NET, "yes")),
    gives=Sum((LargestOf(REDUCTION), TotalOf(REDUCTION_ON_TOP))),
    standing=_CONSULTED,
    cites=(medium(PAPER_ANALYSIS), medium(SETTLEMENT_CALCULATOR)),
)

# The wait that comes of it

EARNED_FROM_TWENTY = Amend(
    old=TWENTY_YEARS.name,
    name="settlement.earned-from-twenty-years",
    text=(
        "On core protection there is no settlement before twenty years in the country; increases and reductions that "
        "are consulted on change that, if they reach refugees."
    ),
    gives=Difference(Sum((LargestOf(CORE_PERIOD), TotalOf(INCREASE_COUNTED))), TotalOf(REDUCTION_COUNTED)),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED), (CONSULTED_ON, Stage.CONSULTED)),
    cites=(*TWENTY_YEARS.cites, medium(NRPF_EARNED_SETTLEMENT, "whether refugees are reached: not stated")),
)

EARNED_FROM_TEN = Amend(
    old=RESETTLED_TEN_YEARS.name,
    name="settlement.earned-from-ten-years",
    text=(
        "Safe and legal routes lead to settlement after ten years, changed in the same way. People already settled "
        "are outside the plans."
    ),
    gives=Difference(Sum((RESETTLED_TEN_YEARS.gives, TotalOf(INCREASE_COUNTED))), TotalOf(REDUCTION_COUNTED)),
    standing=proposed((ANNOUNCED_ON, Stage.ANNOUNCED), (CONSULTED_ON, Stage.CONSULTED)),
    cites=(*RESETTLED_TEN_YEARS.cites, medium(NRPF_EARNED_SETTLEMENT, "whether refugees are reached: not stated")),
)

EARNED_SETTLEMENT_OPERATIONS = (
    Insert(ILLEGAL_ENTRY_INCREASE),
    Insert(VISIT_VISA_INCREASE),
    Insert(OVERSTAY_INCREASE),
    Insert(PUBLIC_FUNDS_INCREASE),
    Insert(LONG_PUBLIC_FUNDS_INCREASE),
    Insert(LARGEST_INCREASE),
    Insert(SUM_OF_INCREASES),
    Insert(ENGLISH_REDUCTION),
    Insert(ENGLISH_REDUCTION_ON_TOP),
    Insert(HIGHEST_INCOME_REDUCTION),
    Insert(HIGH_INCOME_REDUCTION),
    Insert(PUBLIC_SERVICE_REDUCTION),
    Insert(VOLUNTEERING_REDUCTION),
    Insert(BRITISH_FAMILY_REDUCTION),
    Insert(BNO_REDUCTION),
    Insert(TALENT_REDUCTION),
    Insert(LARGEST_REDUCTION),
    EARNED_FROM_TWENTY,
    EARNED_FROM_TEN,
)
