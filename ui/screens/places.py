"""Pages beside the main one of a screen: each is a ``Screen`` made when it is first shown.

A page brings its own presenter and foot; what it opens by ``desk.go`` leads back to it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast
from uuid import UUID

from subcontract.actions.act import Kind, Permission
from ui.screens.bones import Desk, Screen
from ui.widgets.pages import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page: its marked title, where its class is, and who may see it."""

    title: str
    where: str
    permission: Permission | None = None


Places = Mapping[str, Place]


@dataclass(frozen=True, kw_only=True)
class PlacesBeside:
    """The pages of a screen by name: ``desk.go("<screen>/<name>")`` shows one."""

    screen: str
    icon: str
    places: Places

    def for_(self, may: Callable[[Permission], bool]) -> dict[str, tuple[str, str]]:
        """The pages of one who ``may`` do so, as the search finds them: where, marked word and icon."""
        return {
            f"{self.screen}/{name}": (place.title, self.icon)
            for name, place in self.places.items()
            if place.permission is None or may(place.permission)
        }

    def pages(self, desk: Desk, pages: Pages) -> "PlacePages":
        """The pages, to be made into ``pages``."""
        return PlacePages(desk, pages, self.places)


class PlacePages:
    """The pages that have been made, within the pages of the screen."""

    def __init__(self, desk: Desk, pages: Pages, places: Places) -> None:
        """Make pages into ``pages`` when they are asked for."""
        self._desk = desk
        self._pages = pages
        self._places = places
        self._made: dict[str, Screen] = {}

    def __iter__(self) -> Iterator[Screen]:
        """The pages made so far."""
        return iter(self._made.values())

    def page(self, name: str) -> Screen:
        """A page, made when it is asked for the first time."""
        if name not in self._made:
            module, _, made = self._places[name].where.partition(":")
            page = cast("Screen", getattr(import_module(module), made)(self._desk))
            page.be_part()
            self._made[name] = page
            self._pages.addWidget(page)
        return self._made[name]

    def open_record(self, name: str, record: UUID) -> None:
        """Show a record on a page; without a page nothing."""
        if name:
            self.page(name).open_record(record)

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The pages follow what they show."""
        for page in self:
            page.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether something typed on a page has not been saved."""
        return any(page.holds_text for page in self)
