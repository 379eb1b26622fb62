"""What `st.from_type` draws for the types of this library."""

from hypothesis import strategies as st

from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.testing.strategies import boat_profiles, case_profiles, partial, spans
from asylum_rules.units.span import Span


def register_types() -> None:
    """Register profiles, whole and partial, and spans."""
    st.register_type_strategy(CaseProfile, lambda _: case_profiles() | partial(case_profiles()))
    st.register_type_strategy(BoatProfile, lambda _: boat_profiles() | partial(boat_profiles()))
    st.register_type_strategy(Span, lambda _: spans())
