"""A case of which nothing is known."""

from collections.abc import Mapping
from typing import Final

from asylum_rules.language.subjects import Profile
from asylum_rules.model.cases import BoatProfile, CaseProfile
from asylum_rules.model.profile import CaseBase

_CASES: Final[Mapping[Profile, type[CaseProfile | BoatProfile]]] = {
    Profile.PERSON: CaseProfile,
    Profile.BOAT: BoatProfile,
}


def anyone(profile: Profile) -> CaseBase:
    """Return the profile of a person, or of a boat, that states nothing.

    >>> anyone(Profile.PERSON)
    CaseProfile()
    """
    return _CASES[profile]()
