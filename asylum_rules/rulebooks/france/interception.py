"""What may be done to a boat, and what is reported to be done."""

from datetime import date

from asylum_rules.language.build import (
    ALWAYS,
    all_of,
    answer_is,
    any_of,
    at_least,
    holds,
    is_no,
    is_one_of,
    not_,
    read_as,
)
from asylum_rules.model.boat import (
    Boarding,
    Zone,
    boarding,
    obeyed_order_to_stop,
    people_aboard,
    person_in_danger,
    suspected_taxi_boat,
    zone,
)
from asylum_rules.model.points import FRANCE_DIRECTIVE_2022, FRANCE_NETS, FRANCE_PARTLY_BOARDED, FRANCE_REACH
from asylum_rules.model.policy import Scope
from asylum_rules.model.questions import (
    INTERCEPTION_ALLOWED,
    INTERCEPTION_MEASURES,
    INTERCEPTION_NETS,
    INTERCEPTION_PRACTICE,
)
from asylum_rules.model.rule import Rule
from asylum_rules.rulebooks.documents import (
    FR_FIRST_USE,
    FR_LE_MONDE,
    FR_PANDORE,
    FR_PREFECTURE,
    FR_PRESS_TIMES,
    FR_REPORT_2998,
    PRESS_EXPRESS,
    PRESS_MIRROR,
    high,
    medium,
)
from asylum_rules.rulebooks.stages import disputed, in_force
from asylum_rules.units.figure import Unstated

SIGNED_ON = date(2025, 11, 25)
"""Four prefects, one of them maritime, signed the operational framework."""

FIRST_USED_ON = date(2026, 1, 17)
"""The first interception on the water, in a canal at Gravelines."""

REPORTED_ON = date(2026, 7, 1)
"""The day of the parliamentary report on what was done by then."""

NOT_IN_DANGER = not_(holds(person_in_danger))
REACHED_WATER = is_one_of(zone, Zone.SHALLOW_WATER, Zone.CANAL_OR_RIVER, Zone.PORT)
TAXI_BOAT = all_of(NOT_IN_DANGER, REACHED_WATER, holds(suspected_taxi_boat))
INTERCEPTED = answer_is(INTERCEPTION_ALLOWED, "intercept")

SCOPES_BEFORE = (Scope(INTERCEPTION_ALLOWED, ALWAYS), Scope(INTERCEPTION_MEASURES, not_(INTERCEPTED)))
"""Of an interception before the doctrine no measures are told."""

SCOPES = tuple(
    Scope(question, ALWAYS)
    for question in (INTERCEPTION_ALLOWED, INTERCEPTION_MEASURES, INTERCEPTION_NETS, INTERCEPTION_PRACTICE)
)

RESCUE_ONLY = Rule(
    name="france.rescue-only",
    text="Once a boat is afloat officers rescue; people in danger come first, always.",
    answers=INTERCEPTION_ALLOWED,
    gives="rescue_only",
    standing=in_force(),
    cites=(high(FR_PREFECTURE), high(FR_PRESS_TIMES), high(FR_FIRST_USE)),
)

STOP_LAUNCH = Rule(
    name="france.stop-launch",
    text="On the beach police may stop a boat from being launched.",
    answers=INTERCEPTION_ALLOWED,
    when=all_of(NOT_IN_DANGER, is_one_of(zone, Zone.BEACH)),
    gives="stop_launch",
    standing=in_force(),
    cites=(high(FR_FIRST_USE), high(FR_PRESS_TIMES)),
    overrides=("france.rescue-only",),
)

SMALL_CREWS = Rule(
    name="france.small-crews",
    text=(
        "By testimony a directive of 2022 that is not public already allowed presumed smugglers to be intercepted "
        "afloat, with no more than three people aboard."
    ),
    answers=INTERCEPTION_ALLOWED,
    when=all_of(
        NOT_IN_DANGER,
        not_(is_one_of(zone, Zone.BEACH)),
        holds(suspected_taxi_boat),
        not_(at_least(people_aboard, 4)),
        read_as(FRANCE_DIRECTIVE_2022, "small_crews"),
    ),
    gives="intercept",
    standing=in_force(last=date(2025, 11, 24)),
    cites=(medium(FR_REPORT_2998),),
    overrides=("france.rescue-only",),
)

BEFORE_BOARDING = Rule(
    name="france.before-boarding",
    text=(
        "Maritime gendarmes may intercept a suspected taxi boat in shallow water, in a canal or in a port, before "
        "anyone has boarded."
    ),
    answers=INTERCEPTION_ALLOWED,
    when=all_of(TAXI_BOAT, is_one_of(boarding, Boarding.NONE_ABOARD)),
    gives="intercept",
    standing=in_force(SIGNED_ON),
    cites=(high(FR_LE_MONDE), high(FR_PREFECTURE), medium(FR_PANDORE, "canals and ports")),
    overrides=("france.rescue-only", "france.push-back"),
)

PARTLY_BOARDED = Rule(
    name="france.partly-boarded",
    text="Whether a boat that people have begun to board may be intercepted is told in two ways.",
    answers=INTERCEPTION_ALLOWED,
    when=all_of(TAXI_BOAT, is_one_of(boarding, Boarding.PARTLY_BOARDED), read_as(FRANCE_PARTLY_BOARDED, "intercept")),
    gives="intercept",
    standing=disputed(SIGNED_ON),
    cites=(high(FR_FIRST_USE),),
    overrides=("france.rescue-only",),
)

PUSH_BACK = Rule(
    name="france.push-back",
    text="One article has boats pushed back to the beach; the document as reported does not support it.",
    answers=INTERCEPTION_ALLOWED,
    when=all_of(NOT_IN_DANGER, is_one_of(zone, Zone.SHALLOW_WATER), read_as(FRANCE_REACH, "push_back")),
    gives="intercept",
    standing=disputed(SIGNED_ON),
    cites=(medium(PRESS_EXPRESS),),
    overrides=("france.rescue-only",),
)

ORDER_TO_STOP = Rule(
    name="france.order-to-stop",
    text="First an order to stop.",
    answers=INTERCEPTION_MEASURES,
    when=INTERCEPTED,
    gives="order_to_stop",
    standing=in_force(SIGNED_ON),
    cites=(medium(FR_PRESS_TIMES),),
)

IMMOBILISE_AND_REROUTE = Rule(
    name="france.immobilise-and-reroute",
    text="If the order is not obeyed, the boat may be immobilised and rerouted, in graduated and reversible steps.",
    answers=INTERCEPTION_MEASURES,
    when=all_of(INTERCEPTED, is_no(obeyed_order_to_stop)),
    gives=("immobilise", "reroute"),
    standing=in_force(SIGNED_ON),
    cites=(medium(FR_PRESS_TIMES),),
)

NETS_NOT_ENVISAGED = Rule(
    name="france.nets-not-envisaged",
    text="The maritime prefecture: nets are not envisaged at this stage.",
    answers=INTERCEPTION_NETS,
    when=read_as(FRANCE_NETS, "not_envisaged_at_present"),
    gives="not_envisaged_at_present",
    standing=disputed(SIGNED_ON),
    cites=(high(FR_PREFECTURE),),
)

NETS_USED = Rule(
    name="france.nets-used",
    text="Le Monde, as another article tells it: nets would be used on propellers.",
    answers=INTERCEPTION_NETS,
    when=read_as(FRANCE_NETS, "used"),
    gives="used",
    standing=disputed(SIGNED_ON),
    cites=(medium(FR_PRESS_TIMES),),
)

NETS_EXCLUDED = Rule(
    name="france.nets-excluded",
    text="Other articles: nets are ruled out.",
    answers=INTERCEPTION_NETS,
    when=read_as(FRANCE_NETS, "excluded"),
    gives="excluded",
    standing=disputed(SIGNED_ON),
    cites=(medium(PRESS_EXPRESS), medium(PRESS_MIRROR)),
)

PRACTICE_UNSTATED = Rule(
    name="france.practice-unstated",
    text="Before the first operation nothing is reported, and before July 2026 nothing of boats with people aboard.",
    answers=INTERCEPTION_PRACTICE,
    gives=Unstated(),
    standing=in_force(SIGNED_ON, last=date(2026, 6, 30)),
    cites=(high(FR_FIRST_USE), medium(FR_REPORT_2998)),
)

AS_WRITTEN = Rule(
    name="france.practice-as-written",
    text="The first operation, on a canal on 17 January 2026, took place before boarding.",
    answers=INTERCEPTION_PRACTICE,
    when=any_of(is_one_of(boarding, Boarding.NONE_ABOARD), not_(REACHED_WATER)),
    gives="as_written",
    standing=in_force(FIRST_USED_ON),
    cites=(high(FR_FIRST_USE),),
    overrides=("france.practice-unstated",),
)

BEYOND_THE_TEXT = Rule(
    name="france.practice-beyond-the-text",
    text=(
        "A parliamentary report of 1 July 2026 records that boats were intercepted with people already aboard; it is "
        "contested."
    ),
    answers=INTERCEPTION_PRACTICE,
    when=all_of(not_(is_one_of(boarding, Boarding.NONE_ABOARD)), REACHED_WATER),
    gives="beyond_the_text",
    standing=disputed(REPORTED_ON),
    cites=(medium(FR_REPORT_2998),),
)

RULES = (
    RESCUE_ONLY,
    STOP_LAUNCH,
    SMALL_CREWS,
    BEFORE_BOARDING,
    PARTLY_BOARDED,
    PUSH_BACK,
    ORDER_TO_STOP,
    IMMOBILISE_AND_REROUTE,
    NETS_NOT_ENVISAGED,
    NETS_USED,
    NETS_EXCLUDED,
    PRACTICE_UNSTATED,
    AS_WRITTEN,
    BEYOND_THE_TEXT,
)
