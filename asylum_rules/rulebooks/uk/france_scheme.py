"""The UK-France agreement, "one in, one out": who may be returned, and the legal route from France."""

from datetime import date, timedelta

from asylum_rules.language.build import ALWAYS, all_of, any_of, at_least, holds, is_no, is_one_of, not_, read_as
from asylum_rules.language.subjects import Within
from asylum_rules.model.person import (
    Claim,
    Entry,
    age,
    arrived_on,
    as_of,
    came_back_by_small_boat,
    claim,
    court_bars_removal,
    entry,
    france_asked_within_14_days,
    has_human_rights_claim,
    has_identity_proof,
    is_family_with_child,
    is_in_france,
    is_protected_elsewhere,
    is_unaccompanied_child,
    returned_to_france_before,
    tried_illegal_crossing,
)
from asylum_rules.model.points import FRANCE_CASES_OPEN_AT_END, FRANCE_OTHER_MEANS_START
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import RETURN_TO_FRANCE, ROUTE_FROM_FRANCE
from asylum_rules.model.rule import Qualifier, Rule, Transition, amend
from asylum_rules.rulebooks.documents import (
    TRANSFER_SCHEME_FORM,
    TRANSFER_SCHEME_PRESS,
    TRANSFER_SCHEME_RULES,
    TREATY_ANALYSIS,
    TREATY_ENDED,
    TREATY_EXTENDED,
    TREATY_GMIAU,
    TREATY_START,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import in_force
from asylum_rules.units.span import months

STARTED_ON = date(2025, 8, 6)
"""The treaty enters into force and detentions begin; the first removal was on 18 September 2025."""

FIRST_END = date(2026, 6, 11)
"""The last day of the pilot as first agreed."""

LAST_DAY = date(2026, 9, 30)
"""No new case was processed after this day; when the treaty formally ends is not established."""

OPEN_AT_END_FROM = date(2026, 7, 1)
"""For whoever arrived earlier the three months were over when the scheme ended."""

RETURN_WINDOW = Within(
    name="return_window_open",
    text="three months since arrival are not over",
    day=as_of,
    start=arrived_on,
    span=months(3),
)

NO_LIVE_CLAIM = is_one_of(claim, Claim.NONE_MADE, Claim.WITHDRAWN, Claim.INADMISSIBLE)

NOTHING_BARS = all_of(
    not_(holds(is_unaccompanied_child)),
    NO_LIVE_CLAIM,
    not_(holds(has_human_rights_claim)),
    not_(holds(court_bars_removal)),
    holds(france_asked_within_14_days),
    holds(RETURN_WINDOW),
)
"""At transfer: no child alone, no live protection or human rights claim, no court order; France asked in time."""

BY_SMALL_BOAT = is_one_of(entry, Entry.SMALL_BOAT)

BACK_BY_OTHER_MEANS = all_of(holds(returned_to_france_before), is_no(came_back_by_small_boat))

SCOPES = (Scope(RETURN_TO_FRANCE, ALWAYS), Scope(ROUTE_FROM_FRANCE, ALWAYS))

NO_RETURN = Rule(
    name="france.no-return",
    text="Outside the agreement nobody is returned to France under it.",
    answers=RETURN_TO_FRANCE,
    gives="none",
    standing=in_force(),
    cites=(high(TREATY_ANALYSIS), high(TREATY_ENDED)),
)

RETURN = Rule(
    name="france.return",
    text=(
        "An adult, or a family with a child, who crossed by small boat from 6 August 2025 may be detained and returned "
        "to France; most arrivals are not selected. The pilot ends on 11 June 2026."
    ),
    answers=RETURN_TO_FRANCE,
    covers=Transition(counts=arrived_on, first=STARTED_ON, last=FIRST_END),
    when=all_of(BY_SMALL_BOAT, NOTHING_BARS),
    gives="power",
    qualifier=Qualifier.MAY,
    standing=in_force(STARTED_ON, last=date(2026, 6, 10)),
    cites=(high(TREATY_ANALYSIS, "articles 1 and 4"), high(TREATY_GMIAU, hedge="can"), high(TREATY_START)),
    overrides=("france.no-return",),
)

RETURN_EXTENDED = amend(
    RETURN,
    name="france.return-extended",
    text="The pilot is extended past 11 June 2026; no new case was processed after 30 September 2026.",
    covers=Transition(counts=arrived_on, first=STARTED_ON, last=LAST_DAY),
    standing=in_force(FIRST_END, last=LAST_DAY),
    cites=(high(TREATY_EXTENDED), high(TREATY_ENDED)),
)

RETURN_AGAIN_IN_JUNE = Rule(
    name="france.return-again-in-june-2026",
    text=(
        "In June 2026 the agreement is amended: a person already returned who comes back by other means may be "
        "returned again. From which day is not given here."
    ),
    answers=RETURN_TO_FRANCE,
    covers=Transition(counts=arrived_on, first=STARTED_ON, last=LAST_DAY),
    when=all_of(BACK_BY_OTHER_MEANS, NOTHING_BARS, read_as(FRANCE_OTHER_MEANS_START, "earlier")),
    gives="power",
    qualifier=Qualifier.MAY,
    standing=in_force(FIRST_END, last=date(2026, 6, 29)),
    cites=(high(TREATY_EXTENDED),),
    overrides=("france.no-return",),
)

RETURN_AGAIN = amend(
    RETURN_AGAIN_IN_JUNE,
    name="france.return-again",
    text="A person already returned who comes back by other means may be returned again.",
    when=all_of(BACK_BY_OTHER_MEANS, NOTHING_BARS),
    standing=in_force(date(2026, 6, 30), last=LAST_DAY),
    cites=(high(TREATY_EXTENDED), high(TREATY_ENDED)),
)

_CASES_OPEN_AT_END = Transition(counts=arrived_on, first=OPEN_AT_END_FROM, last=LAST_DAY)

RETURN_OPEN_AT_END = amend(
    RETURN_EXTENDED,
    name="france.return-open-at-end",
    text=(
        "No new case is processed after 30 September 2026; whether people who had arrived by then, and whom France had "
        "been asked to take, may still be returned is not known."
    ),
    covers=_CASES_OPEN_AT_END,
    when=all_of(BY_SMALL_BOAT, NOTHING_BARS, read_as(FRANCE_CASES_OPEN_AT_END, "yes")),
    standing=in_force(LAST_DAY + timedelta(days=1)),
    cites=(high(TREATY_ENDED),),
)

RETURN_AGAIN_OPEN_AT_END = amend(
    RETURN_AGAIN,
    name="france.return-again-open-at-end",
    text="It is as little known of people who came back by other means after an earlier return.",
    covers=_CASES_OPEN_AT_END,
    when=all_of(BACK_BY_OTHER_MEANS, NOTHING_BARS, read_as(FRANCE_CASES_OPEN_AT_END, "yes")),
    standing=in_force(LAST_DAY + timedelta(days=1)),
    cites=(high(TREATY_ENDED),),
)

CLOSED = Rule(
    name="france.route-closed",
    text="Outside the transfer scheme, which began on 6 August 2025, there is no legal route from France.",
    answers=ROUTE_FROM_FRANCE,
    gives="closed",
    standing=in_force(last=LAST_DAY),
    cites=(high(TRANSFER_SCHEME_RULES), high(TRANSFER_SCHEME_FORM)),
)

CLOSED_WITH_THE_SCHEME = amend(
    CLOSED,
    name="france.route-closed-with-the-scheme",
    text="That the scheme closed when the agreement took no new cases after 30 September 2026 is an inference.",
    standing=in_force(LAST_DAY + timedelta(days=1)),
    cites=(medium(TREATY_ENDED),),
)

OPEN = Rule(
    name="france.route-open",
    text=(
        "An adult or a family who is in France, can prove nationality, has not tried to cross illegally and holds "
        "neither a French status nor protection elsewhere may use the transfer scheme; no status is guaranteed."
    ),
    answers=ROUTE_FROM_FRANCE,
    when=all_of(
        any_of(at_least(age, 18), holds(is_family_with_child)),
        holds(is_in_france),
        holds(has_identity_proof),
        not_(holds(tried_illegal_crossing)),
        not_(holds(is_protected_elsewhere)),
    ),
    gives="open",
    standing=in_force(STARTED_ON, last=LAST_DAY),
    cites=(high(TRANSFER_SCHEME_FORM), high(TRANSFER_SCHEME_PRESS), high(TRANSFER_SCHEME_RULES)),
    overrides=("france.route-closed",),
)

RULES = (
    NO_RETURN,
    RETURN,
    RETURN_EXTENDED,
    RETURN_AGAIN_IN_JUNE,
    RETURN_AGAIN,
    RETURN_OPEN_AT_END,
    RETURN_AGAIN_OPEN_AT_END,
    CLOSED,
    CLOSED_WITH_THE_SCHEME,
    OPEN,
)
