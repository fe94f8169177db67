"""What people are called among each other, those of one name told apart."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from subcontract.ids import ClientId
from subcontract.people.client import Client


def call_names(clients: Iterable[Client]) -> dict[ClientId, str]:
    """Call names; those of one name get as many letters of their surnames as tell them apart."""
    known = {each.id: each for each in clients}.values()
    everybody = sorted(known, key=lambda each: (each.called, each.last_name, each.number))
    names: dict[ClientId, str] = {}
    for name, group in groupby(everybody, key=lambda each: each.called):
        names |= _apart(name, tuple(group))
    return names


def _apart(name: str, group: tuple[Client, ...]) -> dict[ClientId, str]:
    """The names of those who share a call name; the client number is the last resort."""
    if len(group) == 1:
        return {group[0].id: name}
    surnames = [each.last_name for each in group]
    longest = max(map(len, surnames))
    length = next(
        (at for at in range(1, longest + 1) if _most_alike(surnames, at) == _most_alike(surnames, longest)),
        1,
    )
    alike = Counter(surnames)
    return {
        each.id: " ".join(
            part
            for part in (
                name,
                _shortened(each.last_name, length),
                str(each.number) if alike[each.last_name] > 1 else "",
            )
            if part
        )
        for each in group
    }


def _most_alike(surnames: Iterable[str], length: int) -> int:
    """How many different beginnings of so many letters there are."""
    return len({surname[:length] for surname in surnames})


def _shortened(surname: str, length: int) -> str:
    """The beginning of a surname, with a full stop where more of it follows."""
    return surname if len(surname) <= length else f"{surname[:length]}."
