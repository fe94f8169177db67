"""A shift on the board and its people as plain values; no Qt."""

from dataclasses import dataclass
from datetime import date, time

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.records import PinKind
from ui.presenters.tone import Tone

MOST_HOLES = 4
"""Free seats drawn one by one; more are told as a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A person on a shift."""

    client: ClientId
    name: str
    photo: bytes
    tone: Tone
    spoken: str
    """Name, whether a coach has locked the place, and every warning in words."""
    warnings: tuple[str, ...] = ()
    pin: PinKind | None = None

    @property
    def is_locked(self) -> bool:
        """Whether a coach has locked the place."""
        return self.pin is PinKind.LOCKED


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCard:
    """A shift on the board."""

    shift: ShiftId
    day: date
    starts: time
    ends: time
    times: str
    title: str
    detail: str
    chips: tuple[Chip, ...] = ()
    free: int = 0
    tone: Tone = Tone.NONE
    warnings: tuple[str, ...] = ()
    cancelled: str = ""
    """Why it was called off, in words."""
    done: bool = False
    spoken: str = ""
    pinned: tuple[tuple[PinKind, str], ...] = ()
    """Whom a coach has locked on it and who is not to be proposed for it, in words."""
    is_target: bool = False
    """Whether it is only offered: the person in hand could be put on it."""
