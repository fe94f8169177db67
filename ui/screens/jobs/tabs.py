"""Tabs of a job's page that other areas bring: each line is a marked title and where its class is.

A class is made as ``Class(page, desk)`` with the job's page presenter, and its ``refresh`` is called
whenever the page tells. A tab is made when it is first shown.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from subcontract.actions.act import Permission
from subcontract.words import N_
from ui.presenters.jobs.page import JobPagePresenter
from ui.screens.bones import Desk

TABS: tuple[tuple[str, str], ...] = (
    (N_("Shifts and entries"), "ui.screens.jobs.work_tabs:JobWorkTab"),
    (N_("Outcome and invoices"), "ui.screens.jobs.work_tabs:JobMoneyTab"),
    (N_("Wage pot"), "ui.screens.jobs.wage_pots:WagePotsTab"),
    (N_("What if"), "ui.screens.jobs.what_if_tab:WhatIfTab"),
)
"""In their order between quotes and history. One that is a ``Screen`` has a foot of its own."""
ASKING: dict[str, Permission] = {
    N_("Wage pot"): Permission.SEE_PAY,
    N_("What if"): Permission.SEE_PAY,
}
"""Tabs of jobs that have been saved, for those who may see them."""


class JobTab(Protocol):
    """What a tab can do."""

    def refresh(self) -> None:
        """Show what the page has now."""


def made_tab(where: str, page: JobPagePresenter, desk: Desk) -> QWidget:
    """Make the tab of a line of the table."""
    module, _, name = where.partition(":")
    make = cast("Callable[[JobPagePresenter, Desk], QWidget]", getattr(import_module(module), name))
    return make(page, desk)
