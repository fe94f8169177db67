"""The price sheet: left what the job takes, right what it costs, line by line down to the price."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.jobs.page import JobPagePresenter
from ui.presenters.jobs.phase_fields import COACH, FIELDS, MARKET, PEOPLE, PRICE, THINGS, WORK
from ui.presenters.jobs.price_sheet import PriceSheetPresenter
from ui.screens.jobs.price_card import PriceCard, PriceStrip
from ui.widgets.buttons import Button, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import hide_unless
from ui.widgets.lines import LinesView
from ui.widgets.sections import FieldGroup, Sections
from ui.widgets.segments import ChipButton

RECORDING = N_("In recording")
BOTH_LETTERS = 118
"""Average characters that the work and its price need side by side."""


class PhaseBar(QWidget):
    """The phases as buttons in a row, and what can be done to the one on the desk."""

    def __init__(self, sheet: PriceSheetPresenter, *, editable: bool = True) -> None:
        """``editable`` tells whether phases are added, moved and taken away here."""
        super().__init__()
        self.sheet, self.editable = sheet, editable
        say = sheet.texts.say
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        row.addLayout(self.row)
        self.add = Button(say(N_("Add a phase")), sheet.add, icon_name="plus")
        self.earlier = IconButton("arrow-left", say(N_("Move the phase earlier")), lambda: sheet.move(-1))
        self.later = IconButton("arrow-right", say(N_("Move the phase later")), lambda: sheet.move(1))
        self.remove = IconButton("trash", say(N_("Remove the phase")), sheet.remove)
        row.addWidget(self.add)
        row.addStretch(1)
        for part in (self.earlier, self.later, self.remove):
            row.addWidget(part)
        self._buttons: list[ChipButton] = []

    def refresh(self) -> None:
        """Show the phases there are now."""
        names = self.sheet.names
        while len(self._buttons) < len(names):
            at = len(self._buttons)
            button = ChipButton("", partial(self.sheet.choose, at))
            button.setCheckable(True)
            self._buttons.append(button)
            self.row.addWidget(button)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(names))
            if at < len(names):
                button.set_text(names[at])
                button.setChecked(at == self.sheet.at)
        several, locked = len(names) > 1, self.sheet.locked or not self.editable
        for part in (self.earlier, self.later):
            part.setVisible(several and not locked)
        self.remove.setVisible(bool(names) and not locked)
        self.add.setVisible(not locked)


class PriceTab(QWidget):
    """The phase on the desk with its price."""

    def __init__(self, page: JobPagePresenter) -> None:
        super().__init__()
        self.sheet = page.sheet
        self.texts = page.texts
        say = self.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.bar = PhaseBar(self.sheet)
        self.empty = EmptyState(
            "labels",
            say(N_("No phases yet. Describe the first step of the work and see what it costs.")),
            say(N_("Add a phase")),
            self.sheet.add,
        )
        self.desk = QWidget()
        row = QHBoxLayout(self.desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.left = Sections(1)
        self.groups = [
            FieldGroup(
                self.sheet.form,
                say(title),
                (spec.name for spec in FIELDS if spec.group == title),
                pairs=title not in {MARKET, RECORDING},
            )
            for title in (WORK, PEOPLE, THINGS, COACH, PRICE, MARKET, RECORDING)
        ]
        for group in self.groups:
            self.left.add(group)
        help_text = say(N_("The shares are weights: 2 gets twice as much as 1. Nobody else gets a share."))
        self.shares = LinesView(self.sheet.shares, help_text=help_text)
        self.left.add(self.shares)
        self.right = PriceCard(self.sheet)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.bar)
        side.addWidget(self.left, 1)
        row.addLayout(side, 5)
        row.addWidget(self.right, 4)
        self.strip = PriceStrip()
        for part in (self.desk, self.empty):
            column.addWidget(part, 1)
        column.addWidget(self.strip)
        self._at = self.sheet.at
        self._row, self._is_narrow = row, False
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room side by side the lines follow the work, and the price stands below both."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * BOTH_LETTERS
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        if narrow:
            self.left.add(self.right)
        else:
            self.left.take(self.right)
            self._row.addWidget(self.right, 4)
        self.right.set_whole(whole=narrow)
        self.strip.hold(self.right.foot if narrow else None)
        if not narrow:
            self.right.hold_foot()

    def refresh(self) -> None:
        """Show what the sheet has now."""
        has_phases = bool(self.sheet.drafts)
        self.bar.refresh()
        self.bar.setVisible(has_phases)
        self.desk.setVisible(has_phases)
        self.empty.setVisible(not has_phases)
        self.right.refresh()
        hide_unless(self.strip, shown=has_phases and self._is_narrow)
        self.shares.refresh()
        hide_unless(self.shares, shown=self.sheet.shows_shares)
        if self.sheet.at != self._at and self.isVisible():
            self.left.verticalScrollBar().setValue(0)
            self.focus_first()
        self._at = self.sheet.at

    def focus_first(self) -> None:
        """Go to the first field of the phase."""
        self.groups[0].fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_error(self) -> bool:
        """Go to the first field with an error."""
        return any(group.focus_error() for group in self.groups) or self.shares.focus_error()
