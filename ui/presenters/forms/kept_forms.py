"""What is typed in a form and its parts, waiting for its record to be opened again; no Qt."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from typing import Any

from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.parts import Part


class KeptForms:
    """Drafts of one form with its parts, by record."""

    def __init__(self, form: FormPresenter, parts: Callable[[], Iterable[Part]]) -> None:
        """Keep what stands in ``form`` and in the ``parts`` that there are then."""
        self._form, self._parts = form, parts
        self._kept: dict[Hashable, tuple[dict[str, str], dict[str, Any], tuple[Any, ...]]] = {}

    def keep(self, record: Hashable) -> None:
        """Keep what is typed of a record, if anything is."""
        parts = tuple(self._parts())
        if self._form.dirty or any(part.dirty for part in parts):
            states = tuple(part.state() for part in parts)
            self._kept[record] = (dict(self._form.typed), dict(self._form.picked), states)

    def give_back(self, record: Hashable) -> None:
        """Type again what was kept of a record that has just been loaded."""
        kept = self._kept.pop(record, None)
        if kept is not None:
            typed, picked, states = kept
            self._form.typed.update(typed)
            self._form.picked.update(picked)
            for part, state in zip(self._parts(), states, strict=True):
                part.restore(state)
            self._form.tell()

    def drop(self, record: Hashable) -> None:
        """Forget what was typed of a record."""
        self._kept.pop(record, None)

    def only(self, records: Collection[Hashable]) -> None:
        """Forget what was typed of records that are gone."""
        self._kept = {record: kept for record, kept in self._kept.items() if record in records}

    def __iter__(self) -> Iterator[Hashable]:
        """The records of which something waits."""
        return iter(tuple(self._kept))

    def __bool__(self) -> bool:
        """Whether something waits."""
        return bool(self._kept)

    def __contains__(self, record: Hashable) -> bool:
        """Whether something of a record waits."""
        return record in self._kept
