"""How a thing is to be seen: colour, icon and word always go together; no Qt."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What colour and icon a state has."""

    NONE = "none"
    """Ordinary ink."""
    READY = "ready"
    """Pine: done, in order, present."""
    ATTENTION = "attention"
    """Sun: needs a look, near a limit."""
    WRONG = "wrong"
    """Berry: an error, over a limit."""
    INFO = "info"
    """Sky: information."""
    QUIET = "quiet"
    """Muted: closed, past, does not count."""


ICONS = {
    Tone.READY: "check-circle",
    Tone.ATTENTION: "warning",
    Tone.WRONG: "x-circle",
    Tone.INFO: "info",
    Tone.QUIET: "minus-circle",
}
"""The icon of each tone, when a state names none of its own."""


@dataclass(frozen=True, slots=True)
class State:
    """A state as shown in a cell or a chip: a word (already translated), its tone and an icon's name."""

    text: str
    tone: Tone = Tone.NONE
    icon: str = ""

    @property
    def shown_icon(self) -> str:
        """Its own icon or that of its tone; ``""`` for none."""
        return self.icon or ICONS.get(self.tone, "")
