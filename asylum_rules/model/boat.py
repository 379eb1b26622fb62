"""The facts of a boat at one moment. Written from `contract/facts-boat.toml`; do not edit."""

from enum import StrEnum

from asylum_rules.language.kinds import Kind
from asylum_rules.language.subjects import Fact


class Zone(StrEnum):
    """The codes of `zone`."""

    BEACH = "beach"
    CANAL_OR_RIVER = "canal_or_river"
    PORT = "port"
    SHALLOW_WATER = "shallow_water"
    OPEN_SEA = "open_sea"


class Boarding(StrEnum):
    """The codes of `boarding`."""

    NONE_ABOARD = "none_aboard"
    PARTLY_BOARDED = "partly_boarded"
    LOADED = "loaded"


class Sea(StrEnum):
    """The codes of `sea`."""

    CALM = "calm"
    ROUGH = "rough"


on_date = Fact(
    name="on_date",
    kind=Kind.DATE,
    text="The day.",
)

zone = Fact(
    name="zone",
    kind=Kind.CODE,
    text="Where the boat is.",
    codes=tuple(Zone),
)

boarding = Fact(
    name="boarding",
    kind=Kind.CODE,
    text="How far embarkation has gone.",
    codes=tuple(Boarding),
)

people_aboard = Fact(
    name="people_aboard",
    kind=Kind.COUNT,
    text="How many people are in the boat.",
)

metres_from_shore = Fact(
    name="metres_from_shore",
    kind=Kind.COUNT,
    text="Distance from the shore in metres.",
)

suspected_taxi_boat = Fact(
    name="suspected_taxi_boat",
    kind=Kind.YES_NO,
    text="The boat is suspected of collecting passengers from the beaches.",
)

person_in_danger = Fact(
    name="person_in_danger",
    kind=Kind.YES_NO,
    text="There is a distress signal, or people are in the water near the boat.",
)

obeyed_order_to_stop = Fact(
    name="obeyed_order_to_stop",
    kind=Kind.YES_NO,
    text='The order to stop was obeyed; "none" where no order was given.',
    none=True,
)

lifeboat_present = Fact(
    name="lifeboat_present",
    kind=Kind.YES_NO,
    text="A lifeboat accompanies the operation.",
)

sea = Fact(
    name="sea",
    kind=Kind.CODE,
    text="State of the sea.",
    codes=tuple(Sea),
)

FACTS: tuple[Fact, ...] = (
    on_date,
    zone,
    boarding,
    people_aboard,
    metres_from_shore,
    suspected_taxi_boat,
    person_in_danger,
    obeyed_order_to_stop,
    lifeboat_present,
    sea,
)
