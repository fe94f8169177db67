"""Find anything: commands, screens and records by a few letters; no Qt."""

from collections.abc import Callable, Iterable, Mapping
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
    """A screen, or a page of one (``settings/wages``)."""
    record: UUID | None = None


Places = Mapping[str, tuple[str, str]]
"""Pages of screens by where they are (``settings/wages``), each with its marked word and its icon."""


class PalettePresenter:
    """What is found for the letters typed so far; an answer to older letters is left out."""

    def __init__(
        self, door: Door, texts: Texts, possible: Callable[[Command], bool], places: Places | None = None
    ) -> None:
        """``possible`` tells which commands can be done now; ``places`` are found once letters are typed."""
        self._door, self._texts, self._possible = door, texts, possible
        self._places = places or {}
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
        found = tuple(
            Hit(
                title=title,
                detail=command.key,
                icon=SCREENS[command.screen][2] if command.screen else "keyboard",
                command=command.id,
                screen=command.screen,
            )
            for command, title in named
            if command.found and self._possible(command) and has_words(title, text)
        )
        return (found + (self._pages(text) if text else ()))[:MOST]

    def _pages(self, text: str) -> tuple[Hit, ...]:
        """Pages of screens whose words match, each with its screen's word beside it."""
        say = self._texts.say
        return tuple(
            Hit(title=say(word), detail=say(SCREENS[place.split("/")[0]][1]), icon=icon, screen=place)
            for place, (word, icon) in self._places.items()
            if has_words(say(word), text)
        )

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
