"""Find anything: commands, screens and records by a few letters; no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from subcontract.ports import Found, Lists
from subcontract.words import N_, Texts
from ui.collation import has_words
from ui.menu import COMMANDS, SCREENS, Command
from ui.presenters.base import Door

MOST = 12
SCREEN_OF = {"client": "clients", "customer": "customers", "job": "jobs", "invoice": "invoices"}
WORD_OF = {
    "client": N_("Client"),
    "customer": N_("Customer"),
    "job": N_("Job"),
    "invoice": N_("Invoice"),
}
ICON_OF = {"client": "user", "customer": "storefront", "job": "package", "invoice": "receipt"}


class Finder(Protocol):
    """Finds records by words; ``Lists.find`` is one."""

    def find(self, text: str, limit: int = 20) -> tuple[Found, ...]:
        """Records whose names or numbers hold the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One line of what was found."""

    title: str
    detail: str
    icon: str
    command: str = ""
    screen: str = ""
    record: UUID | None = None


class PalettePresenter:
    """What is found for the letters typed so far; an answer to older letters is left out."""

    def __init__(self, door: Door, texts: Texts, possible: Callable[[Command], bool]) -> None:
        """``possible`` tells which commands can be done now."""
        self._door, self._texts, self._possible = door, texts, possible
        self.text = ""
        self.hits: tuple[Hit, ...] = self._commands("")
        self.changed: Callable[[], None] | None = None

    def type(self, text: str) -> None:
        """The user typed."""
        self.text = text.strip()
        self.hits = self._commands(self.text)
        self._tell()
        if len(self.text) >= 2:
            wanted = self.text
            self._door.ask(lambda lists: _found(lists, wanted), lambda found: self._add(wanted, found))

    def _tell(self) -> None:
        if self.changed is not None:
            self.changed()

    def _commands(self, text: str) -> tuple[Hit, ...]:
        """Commands whose words match."""
        ordered = sorted(COMMANDS, key=lambda command: not command.screen)
        named = ((command, self._texts.say(command.text)) for command in ordered)
        return tuple(
            Hit(
                title=title,
                detail=command.key,
                icon=SCREENS[command.screen][2] if command.screen else "keyboard",
                command=command.id,
                screen=command.screen,
            )
            for command, title in named
            if command.found and self._possible(command) and has_words(title, text)
        )[:MOST]

    def _add(self, wanted: str, found: Iterable[Found]) -> None:
        """Put records before commands, if the user still wants them."""
        if wanted != self.text:
            return
        records = tuple(
            Hit(
                title=one.title,
                detail=" · ".join(
                    part for part in (self._texts.say(WORD_OF.get(one.kind, "")), one.detail) if part
                ),
                icon=ICON_OF.get(one.kind, "file"),
                screen=SCREEN_OF.get(one.kind, ""),
                record=one.id,
            )
            for one in found
        )
        self.hits = (records + self._commands(self.text))[:MOST]
        self._tell()


def _found(lists: Lists, text: str) -> tuple[Found, ...]:
    """Ask the lists."""
    return lists.find(text, MOST)
