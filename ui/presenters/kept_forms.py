"""What is typed in a form and its lines, waiting for its record to be opened again; no Qt."""

from collections.abc import Collection, Hashable
from typing import Any

from ui.presenters.form import FormPresenter
from ui.presenters.lines import LinesPresenter
from ui.presenters.lines import State as LinesState


class KeptForms:
    """Drafts of one form with lines, by record."""

    def __init__(self, form: FormPresenter, lines: LinesPresenter) -> None:
        """Keep what stands in ``form`` and ``lines``."""
        self._form, self._lines = form, lines
        self._kept: dict[Hashable, tuple[dict[str, str], dict[str, Any], LinesState]] = {}

    def keep(self, record: Hashable) -> None:
        """Keep what is typed of a record, if anything is."""
        if self._form.dirty or self._lines.dirty:
            self._kept[record] = (dict(self._form.typed), dict(self._form.picked), self._lines.state())

    def give_back(self, record: Hashable) -> None:
        """Type again what was kept of a record that has just been loaded."""
        kept = self._kept.pop(record, None)
        if kept is not None:
            typed, picked, lines = kept
            self._form.typed.update(typed)
            self._form.picked.update(picked)
            self._lines.restore(lines)
            self._form.tell()

    def only(self, records: Collection[Hashable]) -> None:
        """Forget what was typed of records that are gone."""
        self._kept = {record: kept for record, kept in self._kept.items() if record in records}

    def __bool__(self) -> bool:
        """Whether something waits."""
        return bool(self._kept)

    def __contains__(self, record: Hashable) -> bool:
        """Whether something of a record waits."""
        return record in self._kept
