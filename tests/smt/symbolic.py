"""How the tests of the solver's room ask: what something that turns on the case comes to in one case."""

from datetime import date

from asylum_rules import Policy, policies
from asylum_rules.model.points import POINTS
from asylum_rules.smt.calendar import Day, day
from asylum_rules.smt.logic import Model, Truth, free_number, solve

ANY = Day(free_number("any.month"), free_number("any.day"))
OTHER = Day(free_number("other.month"), free_number("other.day"))


def headline(name: str) -> Policy:
    """Return a policy with every point that has a headline read so."""
    return policies[name].read((point, point.headline) for point in POINTS if point.headline is not None)


def where(*holds: Truth) -> Model:
    """Return a case in which these hold."""
    claim = Truth(term=True)
    for each in holds:
        claim &= each
    model = solve(claim, 10_000)
    assert isinstance(model, Model)
    return model


def is_on(of: Day, on: date) -> Truth:
    """Return whether a date is this one."""
    known = day(on)
    return of.month.is_equal(known.month) & of.day.is_equal(known.day)


def date_in(of: Day, model: Model) -> date:
    """Return what a date is in one case."""
    year, month = divmod(model.number(of.month), 12)
    return date(year, month + 1, model.number(of.day))
