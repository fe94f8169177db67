"""What a phase costs: the lines down to the price as on paper, and the price of a unit large below them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.jobs.price_sheet import PriceSheetPresenter, SheetLine
from ui.presenters.tone import Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Card, Label, Line, ToneLine, Words, hide_unless
from ui.widgets.money_scale import MoneyScale
from ui.widgets.pages import Area


class PriceFoot(QWidget):
    """The price of a unit, the button that takes it in use, and the market beside it."""

    def __init__(self, sheet: PriceSheetPresenter) -> None:
        super().__init__()
        self.sheet = sheet
        texts = sheet.texts
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.words.setSpacing(0)
        self.unit_words = Words("", "quiet")
        self.unit_price = Label("", "figure")
        self.take = LinkButton(texts.say(N_("Use this price")), sheet.take_suggested)
        self.beside = Words("", "muted")
        self.beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.beside.hide()
        self.agreed = Words("", "strong")
        for part in (self.unit_words, self.unit_price, self.take, self.agreed):
            self.words.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self.words.addWidget(self.beside, 1)
        self.scale = MoneyScale(texts)
        self.row.addLayout(self.words, 1)
        self.row.addWidget(self.scale, 2)
        self._is_strip = False

    def stand(self, *, strip: bool) -> None:
        """Stand as a strip on one line, the scale told in words; or as the foot of the card."""
        self._is_strip = strip
        ways = QBoxLayout.Direction
        self.words.setDirection(ways.LeftToRight if strip else ways.TopToBottom)
        self.words.setSpacing(16 if strip else 0)
        self.refresh()

    def refresh(self) -> None:
        """Show the figures there are now."""
        sheet = self.sheet
        self.unit_words.setText(sheet.unit_words)
        self.unit_price.setText(sheet.unit_price)
        hide_unless(self.take, shown=sheet.can_take)
        self.agreed.say(sheet.agreed_words)
        self.scale.show_prices(*sheet.marks)
        if self._is_strip:
            self.scale.hide()
        self.beside.say(self.scale.accessibleName() if self._is_strip and any(sheet.marks) else "")


class PriceStrip(Card):
    """Holds the foot of the price card in sight, below everything that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 4, 16, 4)
        self.hide()

    def hold(self, foot: PriceFoot | None) -> None:
        """Hold the foot, or nothing."""
        if foot is not None:
            self.body.addWidget(foot)
            foot.stand(strip=True)
        self.setVisible(foot is not None)


class PriceCard(Card):
    """The right-hand column: every line down to the price, the market, and what to look at."""

    def __init__(self, sheet: PriceSheetPresenter) -> None:
        super().__init__(sheet.texts.say(N_("What it costs")))
        self.sheet = sheet
        self.texts = sheet.texts
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(4)
        self.area = Area(name=self.texts.say(N_("What it costs, line by line")))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.area, 1)
        self.missing = ToneLine("", Tone.INFO)
        self.body.addWidget(self.missing)
        self.line = Line()
        self.body.addWidget(self.line)
        self.foot = PriceFoot(sheet)
        self.body.addWidget(self.foot)
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(6)
        self.body.addLayout(self.warnings)
        self._words = ""
        self._lines: tuple[SheetLine, ...] = ()
        self._whole = False
        self._warned: tuple[str, ...] = ()

    def hold_foot(self) -> None:
        """Take the foot back in its place."""
        self.body.insertWidget(self.body.indexOf(self.line) + 1, self.foot)
        self.foot.stand(strip=False)

    def set_whole(self, *, whole: bool) -> None:
        """Show every line without scrolling, when the card is a part of a longer page."""
        self._whole = whole
        table = self.area.widget()
        self.area.setMinimumHeight(table.sizeHint().height() + 8 if whole and table else 0)

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
        self.foot.refresh()
        self._warn(sheet.warnings)

    def _table(self, lines: tuple[SheetLine, ...]) -> QWidget:
        """The lines as on paper: what, how, how much; sums under a hairline."""
        body = QWidget()
        body.setProperty("look", "clear")
        grid = QGridLayout(body)
        grid.setContentsMargins(6, 2, 12, 2)  # the frame of the focus goes round the text
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
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
