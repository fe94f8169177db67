"""The price sheet: left what the job takes, right what it costs, line by line down to the price."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.job_page import JobPagePresenter
from ui.presenters.phase_fields import COACH, FIELDS, MARKET, PEOPLE, PRICE, THINGS, WORK
from ui.presenters.price_sheet import PriceSheetPresenter, SheetLine
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Card, Label, Line, ToneLine, hide_unless
from ui.widgets.lines import LinesView
from ui.widgets.money_scale import MoneyScale
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
        column.addWidget(self.bar)
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
        row.addWidget(self.left, 5)
        row.addWidget(self.right, 4)
        column.addWidget(self.desk, 1)
        column.addWidget(self.empty, 1)
        self._at = self.sheet.at
        self._row, self._is_narrow = row, False
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room side by side, the price follows the work."""
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

    def refresh(self) -> None:
        """Show what the sheet has now."""
        has_phases = bool(self.sheet.drafts)
        self.bar.refresh()
        self.bar.setVisible(has_phases)
        self.desk.setVisible(has_phases)
        self.empty.setVisible(not has_phases)
        self.right.refresh()
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


class PriceCard(Card):
    """The right-hand column: every line down to the price, the market, and what to look at."""

    def __init__(self, sheet: PriceSheetPresenter) -> None:
        super().__init__(sheet.texts.say(N_("What it costs")))
        self.sheet = sheet
        self.texts = sheet.texts
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.texts.say(N_("What it costs, line by line")))
        self.area.viewport().setAutoFillBackground(False)
        self.body.addWidget(self.area, 1)
        self.missing = ToneLine("", Tone.INFO)
        self.body.addWidget(self.missing)
        self.body.addWidget(Line())
        self.scale = MoneyScale(self.texts)
        self._add_price()
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(6)
        self.body.addLayout(self.warnings)
        self._words = ""
        self._lines: tuple[SheetLine, ...] = ()
        self._whole = False
        self._warned: tuple[str, ...] = ()

    def set_whole(self, *, whole: bool) -> None:
        """Show every line without scrolling, when the card is a part of a longer page."""
        self._whole = whole
        table = self.area.widget()
        self.area.setMinimumHeight(table.sizeHint().height() + 8 if whole and table else 0)

    def _add_price(self) -> None:
        """The large figure, its name, and the button that agrees on it."""
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        self.unit_words = Label("", "quiet", wrap=True)
        self.unit_price = Label("", "figure")
        words.addWidget(self.unit_words)
        words.addWidget(self.unit_price)
        row.addLayout(words, 1)
        self.take = LinkButton(self.texts.say(N_("Use this price")), self.sheet.take_suggested)
        words.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.agreed = Label("", "strong", wrap=True)
        words.addWidget(self.agreed)
        for part in (self.take, self.agreed):  # what comes and goes does not move the lines above
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        row.addWidget(self.scale, 2)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Show the figures there are now."""
        sheet = self.sheet
        lines, words = sheet.lines, sheet.whole
        if (lines, words) != (self._lines, self._words) or self.area.widget() is None:
            self._lines, self._words = lines, words
            at = self.area.verticalScrollBar().value()
            self.area.setWidget(self._table(lines))
            self.area.verticalScrollBar().setValue(at)
            self.set_whole(whole=self._whole)
        self.missing.say(sheet.missing if sheet.at >= 0 else "", Tone.INFO)
        self.unit_words.setText(sheet.unit_words)
        self.unit_price.setText(sheet.unit_price)
        self.take.setVisible(sheet.can_take)
        self.agreed.say(sheet.agreed_words)
        self.scale.show_prices(*sheet.marks)
        self._warn(sheet.warnings)

    def _table(self, lines: tuple[SheetLine, ...]) -> QWidget:
        """The lines as on paper: what, how, how much; sums under a hairline."""
        body = QWidget()
        body.setProperty("look", "clear")
        grid = QGridLayout(body)
        grid.setContentsMargins(6, 2, 12, 2)  # the frame of the focus goes round the text
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        at = 0
        for line in lines:
            if line.is_sum:
                grid.addWidget(Line(), at, 0, 1, 3)
                at += 1
            look = "strong" if line.is_sum else ""
            grid.addWidget(Label(line.what, look, wrap=True), at, 0)
            grid.addWidget(Label(line.working, "muted"), at, 1, right)
            grid.addWidget(Label(line.amount, look), at, 2, right)
            at += 1
        if self._words:
            grid.addWidget(Label(self._words, "quiet", wrap=True), at, 0, 1, 3)
            at += 1
        grid.setRowStretch(at, 1)
        return body

    def _warn(self, warnings: tuple[str, ...]) -> None:
        """Show other warnings."""
        if warnings == self._warned:
            return
        self._warned = warnings
        while (item := self.warnings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for warning in warnings:
            self.warnings.addWidget(ToneLine(warning, Tone.ATTENTION))
