"""What `st.from_type` draws for the types of this library.

Hypothesis calls `register` while it is being imported. So nothing here imports Hypothesis, or the strategies, before
then; and the strategies are looked up only when one is drawn.
"""

from typing import Any

from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.units.span import Span


def register() -> None:
    """Tell Hypothesis how to draw profiles, whole and partial, and spans; it calls this when it is imported."""
    from hypothesis import strategies as st  # noqa: PLC0415  # see above

    st.register_type_strategy(CaseProfile, _cases)
    st.register_type_strategy(BoatProfile, _boats)
    st.register_type_strategy(Span, _spans)


def _cases(_: type[CaseProfile]) -> Any:  # noqa: ANN401  # a strategy, whose type is not imported
    from asylum_rules.testing.strategies import case_profiles, partial  # noqa: PLC0415  # see above

    return case_profiles() | partial(case_profiles())


def _boats(_: type[BoatProfile]) -> Any:  # noqa: ANN401  # the same
    from asylum_rules.testing.strategies import boat_profiles, partial  # noqa: PLC0415  # see above

    return boat_profiles() | partial(boat_profiles())


def _spans(_: type[Span]) -> Any:  # noqa: ANN401  # the same
    from asylum_rules.testing.figure import spans  # noqa: PLC0415  # see above

    return spans()
