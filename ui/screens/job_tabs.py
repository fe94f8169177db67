"""Tabs of a job's page that other areas bring: each line is a marked title and where its class is.

A class is made as ``Class(page, desk)`` with the job's page presenter, and its ``refresh`` is called
whenever the page tells. A tab is made when it is first shown.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.job_page import JobPagePresenter
from ui.screens.bones import Desk

TABS: tuple[tuple[str, str], ...] = (
    (N_("Shifts and entries"), "ui.screens.job_work_tabs:JobWorkTab"),
    (N_("Outcome and invoices"), "ui.screens.job_work_tabs:JobMoneyTab"),
)
"""In their order between quotes and history."""


class JobTab(Protocol):
    """What a tab can do."""

    def refresh(self) -> None:
        """Show what the page has now."""


class LateTab(QWidget):
    """Holds the place of a tab until it is first shown."""

    def __init__(self, where: str, page: JobPagePresenter, desk: Desk) -> None:
        super().__init__()
        self._where, self._page, self._desk = where, page, desk
        self._tab: JobTab | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Make the tab once it is in sight, then let it refresh."""
        if self._tab is None and self.isVisible():
            module, _, name = self._where.partition(":")
            make = cast("Callable[[JobPagePresenter, Desk], JobTab]", getattr(import_module(module), name))
            self._tab = make(self._page, self._desk)
            self._column.addWidget(cast("QWidget", self._tab))
        if self._tab is not None:
            self._tab.refresh()
