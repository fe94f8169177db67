"""What the readers of the demo centre's data share; no Qt.

Ids follow from the keys in the files, so that the same data always makes the same centre.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from subcontract.days import LATEST, DateRange
from subcontract.ids import ClientId, UnitId

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Data = Mapping[str, Any]


def demo_id(kind: str, key: str) -> UUID:
    """The id of a record of the demo centre."""
    return uuid5(NAMESPACE_URL, f"urakka:demo:{kind}:{key}")


UNIT = UnitId(demo_id("unit", "rantapaja"))


def client_id(key: str) -> ClientId:
    """The id of a client of the demo centre."""
    return ClientId(demo_id("client", key))


def plain(data: Data, *names: str) -> dict[str, Any]:
    """Those of the named values that the data has."""
    return {name: data[name] for name in names if name in data}


def each(kind: Callable[[str], object], data: Data, names: Iterable[str]) -> dict[str, Any]:
    """Those of the named values that the data has, each made of its text."""
    return {name: kind(data[name]) for name in names if name in data}


def days(data: Data) -> DateRange:
    """Days ``from`` and ``to``; without ``to`` the end is open."""
    return DateRange(data["from"], data.get("to", LATEST))
