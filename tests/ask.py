"""How the tests of the law ask: by policy, question and facts, answered in written form."""

from collections.abc import Mapping
from typing import Any

from asylum_rules import Answer, BoatProfile, CaseProfile, Status, decide, policies
from asylum_rules.language.subjects import Profile
from asylum_rules.model.plain import Plain, plain

UNEARNED: dict[str, Any] = {"english": "none", "yearly_income": "0", "months_on_public_funds": 0}
"""Nothing that would shorten or lengthen the wait for settlement, as consulted on."""

IN_COUNTRY: dict[str, Any] = {
    "route": "in_country",
    "entry": "small_boat",
    "claim": "refugee",
    "claimed_on": "2026-04-01",
    "decided_on": "2026-11-02",
    "was_unaccompanied_child_at_claim": False,
    **UNEARNED,
}
RESETTLED: dict[str, Any] = {
    "route": "uk_resettlement_scheme",
    "entry": "resettled",
    "claim": "refugee",
    "claimed_on": "none",
    **UNEARNED,
}
WAITING: dict[str, Any] = {
    **IN_COUNTRY,
    "claim": "pending",
    "decided_on": "none",
    "is_unaccompanied_child": False,
    "is_family_with_child": False,
    "is_destitute": True,
    "has_right_to_work": False,
    "can_support_self": False,
    "assets": "0",
    "household_size": 1,
}


def ask(
    policy: str, question: str, facts: Mapping[str, Any], *, under: Mapping[str, str] | None = None, **more: Any
) -> Answer:
    """Ask a policy a question about a case of some facts."""
    asked = policies[policy]
    case = CaseProfile if asked.profile is Profile.PERSON else BoatProfile
    return decide(asked, case(**{**facts, **more}), question, under=under or {})


def tell(
    policy: str, question: str, facts: Mapping[str, Any], *, under: Mapping[str, str] | None = None, **more: Any
) -> Plain:
    """Return the written value of an answer, its status where it has none, or everything possible."""
    answer = ask(policy, question, facts, under=under, **more)
    if answer.status is Status.DEPENDS:
        return [str(each.status) if each.value is None else plain(each.value) for each in answer.possible]
    return str(answer.status) if answer.value is None else plain(answer.value)
