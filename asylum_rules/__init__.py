"""What an asylum reform changes, for whom, and why: law as typed data, compared exactly."""

from asylum_rules import prove
from asylum_rules.decide.decide import decide
from asylum_rules.decide.lookup import Lookup
from asylum_rules.decide.trace import explain
from asylum_rules.decide.witness import Witness
from asylum_rules.diff.attribution import Attribution, attribute
from asylum_rules.diff.compared import Compared
from asylum_rules.diff.comparison import Comparison, diff
from asylum_rules.errors import AsylumRulesError, InvalidInputError, Problem, UnknownNameError
from asylum_rules.impact.classes import ChangeClass, TooLarge
from asylum_rules.impact.impact import Impact, impact
from asylum_rules.lint.check import check
from asylum_rules.lint.finding import Fault, Finding, Level
from asylum_rules.model.answer import Answer, Formula, Possibility, Status
from asylum_rules.model.boat import Boarding, Sea, Zone
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.direction import Direction
from asylum_rules.model.person import Claim, DanishGround, English, Entry, Route, SponsorLeave
from asylum_rules.model.policy import Policy
from asylum_rules.model.profile import NONE, UNKNOWN
from asylum_rules.model.reform import Amend, Insert, Reform, Repeal, Replace
from asylum_rules.model.rule import Qualifier, Rule, Transition
from asylum_rules.prove.proof import Counterexample, Proof, Unsettled
from asylum_rules.report.timeline import Timeline, timeline
from asylum_rules.rulebooks.catalogue import policies, read_reform
from asylum_rules.sources.citation import Citation, Confidence, Document
from asylum_rules.sources.standing import Stage, Standing
from asylum_rules.units.figure import About, AtLeast, Between, Exactly, Unstated, UpTo
from asylum_rules.units.money import Money
from asylum_rules.units.span import Span
from asylum_rules.version import __version__

__all__ = [
    "NONE",
    "UNKNOWN",
    "About",
    "Amend",
    "Answer",
    "AsylumRulesError",
    "AtLeast",
    "Attribution",
    "Between",
    "Boarding",
    "BoatProfile",
    "CaseProfile",
    "ChangeClass",
    "Citation",
    "Claim",
    "Compared",
    "Comparison",
    "Confidence",
    "Counterexample",
    "DanishGround",
    "Direction",
    "Document",
    "English",
    "Entry",
    "Exactly",
    "Fault",
    "Finding",
    "Formula",
    "Impact",
    "Insert",
    "InvalidInputError",
    "Level",
    "Lookup",
    "Money",
    "Policy",
    "Possibility",
    "Problem",
    "Proof",
    "Qualifier",
    "Reform",
    "Repeal",
    "Replace",
    "Route",
    "Rule",
    "Sea",
    "Span",
    "SponsorLeave",
    "Stage",
    "Standing",
    "Status",
    "Timeline",
    "TooLarge",
    "Transition",
    "UnknownNameError",
    "Unsettled",
    "Unstated",
    "UpTo",
    "Witness",
    "Zone",
    "__version__",
    "attribute",
    "check",
    "decide",
    "diff",
    "explain",
    "impact",
    "policies",
    "prove",
    "read_reform",
    "timeline",
]
