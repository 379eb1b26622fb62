"""The bill of 2026: past asylum support to be repaid before settlement."""

from asylum_rules.language.build import all_of, holds, not_
from asylum_rules.model.person import was_supported_as_adult
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import SETTLEMENT_CONDITIONS, SETTLEMENT_REPAYMENT
from asylum_rules.model.reform import Insert
from asylum_rules.model.rule import Qualifier, Rule
from asylum_rules.rulebooks.documents import REPAYMENT_NATIONAL, REPAYMENT_REPORT, high
from asylum_rules.rulebooks.stages import proposed
from asylum_rules.rulebooks.uk.appeals import BILL_INTRODUCED_ON
from asylum_rules.rulebooks.uk.protection import CLAIMED_HERE
from asylum_rules.sources.standing import Stage
from asylum_rules.units.figure import About
from asylum_rules.units.money import pounds

SCOPES = (Scope(SETTLEMENT_REPAYMENT, CLAIMED_HERE),)

_IN_BILL = proposed((BILL_INTRODUCED_ON, Stage.BILL))

REPAYMENT = Rule(
    name="repayment.flat-charge",
    text=(
        "The Home Secretary could recover the cost of past support from adults able to pay: a flat charge of about "
        "10,000 pounds by press accounts. From which income on is not set."
    ),
    answers=SETTLEMENT_REPAYMENT,
    when=holds(was_supported_as_adult),
    gives=About(pounds("10000")),
    qualifier=Qualifier.COULD,
    standing=_IN_BILL,
    cites=(high(REPAYMENT_REPORT, hedge="about"), high(REPAYMENT_NATIONAL)),
)

NOTHING_TO_REPAY = Rule(
    name="repayment.nothing",
    text="Whoever was not supported as an adult has nothing to repay.",
    answers=SETTLEMENT_REPAYMENT,
    when=not_(holds(was_supported_as_adult)),
    gives=pounds("0"),
    standing=_IN_BILL,
    cites=(high(REPAYMENT_REPORT),),
)

BEFORE_SETTLEMENT = Rule(
    name="repayment.before-settlement",
    text="The charge would have to be repaid in full before settlement.",
    answers=SETTLEMENT_CONDITIONS,
    when=all_of(CLAIMED_HERE, holds(was_supported_as_adult)),
    gives="repayment",
    qualifier=Qualifier.COULD,
    standing=_IN_BILL,
    cites=(high(REPAYMENT_NATIONAL),),
)

BILL_105_OPERATIONS = (Insert(REPAYMENT), Insert(NOTHING_TO_REPAY), Insert(BEFORE_SETTLEMENT))
