"""The four questions in openfisca-core as its documentation teaches: one entity, a variable for each fact, a formula
over whole arrays for each answer and each step towards it, and the second policy as a reform of some formulas.

Answers that are no numbers are `Enum`s in
the order of the codes of codes.py; of a number, -2 says that the policy does not cover the case and -1 that the law
does not state it. `Enum`s are given by index, which is far faster than by item.
"""

from datetime import date
from typing import Any, Final

import numpy as np
from numpy import datetime64, logical_not as not_, minimum as min_, select, where
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.reforms import Reform
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from tests.bench.population.codes import A_DATE, Told, turn_of
from tests.bench.population.people import DATES, NO_DAY, YES_NO, Array, Facts

MONTH: Final = "2026-07"
"""The month that answers are asked for; the facts are given for all time."""
NONE: Final = datetime64("1970-01-01")
"""The date that OpenFisca takes where none is given."""
SETTLED_FROM: Final = datetime64("2021-11-04")
ANNOUNCED_ON: Final = datetime64("2025-11-17")
NOT_COVERED, UNSTATED = -2, -1

Person: Final = build_entity(key="person", plural="persons", label="A person", is_person=True)


class Claim(Enum):
    none_made = "None"
    pending = "Pending"
    refugee = "Refugee"
    humanitarian_protection = "Humanitarian protection"
    refused = "Refused"
    withdrawn = "Withdrawn"
    inadmissible = "Inadmissible"


class Route(Enum):
    in_country = "Claim in the country"
    uk_resettlement_scheme = "UK Resettlement Scheme"
    community_sponsorship = "Community sponsorship"
    university_sponsorship = "University sponsorship"
    corporate_sponsorship = "Corporate sponsorship"
    france_reciprocal = "From France"
    family_reunion = "Family reunion"


class Leave(Enum):
    not_covered = "Not covered"
    unstated = "Not stated"
    five_years = "Five years"
    thirty_months = "Thirty months"
    indefinite = "Indefinite"


class Settlement(Enum):
    not_covered = "Not covered"
    unstated = "Not stated"
    dated = "From a date"


class Support(Enum):
    not_covered = "Not covered"
    unstated = "Not stated"
    duty = "Must be given"
    power = "May be given"
    none = "None"


def stated(name: str, kind: type, **more: object) -> Any:  # OpenFisca has no types
    """Return the variable of a fact, which has no formula."""
    return type(
        name, (Variable,), {"value_type": kind, "entity": Person, "definition_period": DateUnit.ETERNITY, **more}
    )


FACTS: Final = (
    stated("claim", Enum, possible_values=Claim, default_value=Claim.none_made),
    stated("route", Enum, possible_values=Route, default_value=Route.in_country),
    *(stated(name, date) for name in DATES),
    *(stated(name, bool) for name in YES_NO),
)


class claimed_here(Variable):
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        claim = person("claim", period)
        claimed, again = person("claimed_on", period), person("further_submissions_on", period)
        may_be = (claim == Claim.pending) + (claim == Claim.refugee) + (claim == Claim.humanitarian_protection)
        return may_be * ((claimed != NONE) + (again != NONE))


class recognised_here(Variable):
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return person("claimed_here", period) * (person("claim", period) != Claim.pending)


class is_resettled(Variable):
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        claim, route = person("claim", period), person("route", period)
        ended = (claim == Claim.refused) + (claim == Claim.withdrawn) + (claim == Claim.inadmissible)
        brought = (
            (route == Route.uk_resettlement_scheme)
            + (route == Route.community_sponsorship)
            + (route == Route.university_sponsorship)
            + (route == Route.corporate_sponsorship)
        )
        return brought * not_(ended)


class is_settled_on_arrival(Variable):
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        by_scheme = person("route", period) == Route.uk_resettlement_scheme
        return person("is_resettled", period) * by_scheme * (person("arrived_on", period) >= SETTLED_FROM)


class leave_length(Variable):
    value_type = Enum
    possible_values = Leave
    default_value = Leave.not_covered
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return select(
            [
                person("claimed_here", period),
                person("is_settled_on_arrival", period),
                person("is_resettled", period),
            ],
            [Leave.five_years.index, Leave.indefinite.index, Leave.unstated.index],
            Leave.not_covered.index,
        )


class settlement_after(Variable):
    """Years until settlement."""

    value_type = int
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return select(
            [
                person("claimed_here", period),
                person("is_settled_on_arrival", period),
                person("is_resettled", period),
            ],
            [5, 0, UNSTATED],
            NOT_COVERED,
        )


class settlement_status(Variable):
    value_type = Enum
    possible_values = Settlement
    default_value = Settlement.not_covered
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        covered = person("recognised_here", period) + person("is_resettled", period)
        is_stated = person("settlement_after", period) >= 0
        return select(
            [not_(covered), is_stated],
            [Settlement.not_covered.index, Settlement.dated.index],
            Settlement.unstated.index,
        )


class settlement_clock(Variable):
    """The day from which the years count."""

    value_type = date
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return where(
            person("is_settled_on_arrival", period), person("arrived_on", period), person("decided_on", period)
        )


class settlement_from(Variable):
    value_type = date
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        start = person("settlement_clock", period)
        month = start.astype("datetime64[M]")
        then = month + 12 * person("settlement_after", period)
        last = (then + 1).astype("datetime64[D]") - 1
        day = min_(then.astype("datetime64[D]") + (start - month), last)
        return where(person("settlement_status", period) == Settlement.dated, day, NONE)


class review_every(Variable):
    """Months between reviews; nothing where there is none."""

    value_type = int
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        has_none = person("claimed_here", period) + person("is_settled_on_arrival", period)
        return where(has_none, 0, UNSTATED)


class reviews_before_settlement(Variable):
    value_type = int
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        every, after = person("review_every", period), person("settlement_after", period)
        covered = person("claimed_here", period) + person("is_resettled", period)
        within = (12 * after - 1) // where(every > 0, every, 1)
        return select(
            [not_(covered), (every == UNSTATED) + (after == UNSTATED), every == 0],
            [NOT_COVERED, UNSTATED, 0],
            within,
        )


class may_carry_support(Variable):
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        claim = person("claim", period)
        return (claim == Claim.pending) + (claim == Claim.inadmissible) + (claim == Claim.refused)


class support_entitlement(Variable):
    value_type = Enum
    possible_values = Support
    default_value = Support.not_covered
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        refused = person("claim", period) == Claim.refused
        seeks_asylum = not_(refused) + person("is_family_with_child", period)
        broke = person("broke_support_conditions", period) + person("worked_illegally", period)
        return select(
            [
                not_(person("may_carry_support", period)),
                person("is_unaccompanied_child", period),
                person("refusing_support_breaches_rights", period),
                not_(person("is_destitute", period)),
                seeks_asylum * not_(broke),
                seeks_asylum + person("meets_section_4_condition", period),
            ],
            [
                Support.none.index,
                Support.not_covered.index,
                Support.duty.index,
                Support.none.index,
                Support.duty.index,
                Support.power.index,
            ],
            Support.none.index,
        )


class arrives_under_proposals(Variable):
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return person("is_resettled", period) * (person("arrived_on", period) >= ANNOUNCED_ON)


class Proposed(Reform):
    """Laid over the rules before: some formulas are others, the rest stays."""

    def apply(self) -> None:
        class leave_length(Variable):
            def formula(person, period):
                return select(
                    [
                        person("claimed_here", period),
                        person("is_settled_on_arrival", period) * not_(person("arrives_under_proposals", period)),
                        person("is_resettled", period),
                    ],
                    [Leave.thirty_months.index, Leave.indefinite.index, Leave.unstated.index],
                    Leave.not_covered.index,
                )

        class settlement_after(Variable):
            def formula(person, period):
                return select(
                    [
                        person("claimed_here", period) * person("on_work_and_study_route", period),
                        person("claimed_here", period),
                        person("arrives_under_proposals", period),
                        person("is_settled_on_arrival", period),
                        person("is_resettled", period),
                    ],
                    [UNSTATED, 20, 10, 0, UNSTATED],
                    NOT_COVERED,
                )

        class settlement_clock(Variable):
            def formula(person, period):
                from_arrival = person("is_settled_on_arrival", period) * not_(person("arrives_under_proposals", period))
                return where(from_arrival, person("arrived_on", period), person("decided_on", period))

        class review_every(Variable):
            def formula(person, period):
                return select(
                    [
                        person("claimed_here", period) * person("on_work_and_study_route", period),
                        person("claimed_here", period),
                        person("is_settled_on_arrival", period) * not_(person("arrives_under_proposals", period)),
                    ],
                    [UNSTATED, 30, 0],
                    UNSTATED,
                )

        class support_entitlement(Variable):
            def formula(person, period):
                refused = person("claim", period) == Claim.refused
                return select(
                    [
                        not_(person("may_carry_support", period)),
                        person("is_unaccompanied_child", period),
                        person("refusing_support_breaches_rights", period),
                        not_(person("is_destitute", period)),
                        not_(refused) + person("faces_genuine_obstacle_to_leaving", period),
                    ],
                    [
                        Support.none.index,
                        Support.not_covered.index,
                        Support.duty.index,
                        Support.none.index,
                        Support.power.index,
                    ],
                    Support.none.index,
                )

        self.add_variable(arrives_under_proposals)
        for each in (leave_length, settlement_after, settlement_clock, review_every, support_entitlement):
            self.update_variable(each)


ANSWERS: Final = (
    claimed_here,
    recognised_here,
    is_resettled,
    is_settled_on_arrival,
    leave_length,
    settlement_after,
    settlement_status,
    settlement_clock,
    settlement_from,
    review_every,
    reviews_before_settlement,
    may_carry_support,
    support_entitlement,
)


class Systems:
    """The rules before and as proposed, made once."""

    def __init__(self) -> None:
        self.baseline: Final = TaxBenefitSystem([Person])
        self.baseline.add_variables(*FACTS, *ANSWERS)
        self.proposed: Final = Proposed(self.baseline)

    def told(self, inputs: Facts) -> Told:
        """Return the answers to every row: a simulation under each policy, then how the answers change."""
        (*old, old_day), (*new, new_day) = (_simulated(each, inputs) for each in (self.baseline, self.proposed))
        order = where(new_day == old_day, 2, where(new_day > old_day, 1, 0))
        both_dated = (old[1] == A_DATE) & (new[1] == A_DATE)
        turns = (
            turn_of("leave.length", old[0], new[0]),
            where(both_dated, order, turn_of("settlement.from", old[1], new[1])),
            turn_of("reviews.before_settlement", old[2], new[2]),
            turn_of("support.entitlement", old[3], new[3]),
        )
        return Told(tuple(old), tuple(new), old_day, new_day, turns)


def _simulated(system: Any, inputs: Facts) -> tuple[Array, ...]:  # OpenFisca has no types
    simulation = SimulationBuilder().build_default_simulation(system, count=len(inputs["claim"]))
    for name, values in inputs.items():
        simulation.set_input(name, DateUnit.ETERNITY, values)
    return (
        np.asarray(simulation.calculate("leave_length", MONTH)),
        np.asarray(simulation.calculate("settlement_status", MONTH)),
        simulation.calculate("reviews_before_settlement", MONTH) + 2,
        np.asarray(simulation.calculate("support_entitlement", MONTH)),
        simulation.calculate("settlement_from", MONTH),
    )


def inputs_of(facts: Facts) -> Facts:
    """Return facts as OpenFisca holds them, so that no conversion is timed."""
    dates = {name: where(facts[name] == NO_DAY, 0, facts[name]).astype("datetime64[D]") for name in DATES}
    codes = {"claim": Claim.encode(facts["claim"]), "route": Route.encode(facts["route"])}
    return {**facts, **dates, **codes}
