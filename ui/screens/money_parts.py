"""Small parts that the screens of payouts, invoices and reports share."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from subcontract.payout.warnings import PayWarning
from subcontract.words import N_, Texts
from ui.presenters.pay.words import WarningGroup
from ui.presenters.working import Step
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Card, Label, ToneLine
from ui.widgets.why import WhyLine, WhyPanel


def why_lines(steps: Iterable[Step]) -> tuple[WhyLine, ...]:
    """The presenter's steps as the panel wants them."""
    return tuple(
        WhyLine(
            what=step.what,
            basis=step.basis,
            rate=step.rate,
            amount=step.amount,
            rule=step.rule,
            since=step.since,
            source=step.source,
            is_sum=step.is_sum,
        )
        for step in steps
    )


class WarningLinks(QWidget):
    """Warnings of a pay run, two beside each other; choosing one shows only its people."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._shown: object = None

    def show_groups(
        self,
        groups: tuple[WarningGroup, ...],
        chosen: PayWarning | None,
        choose: Callable[[PayWarning | None], object],
    ) -> None:
        """Show the groups; ``choose`` is called with the code of the one that is pressed."""
        if (groups, chosen) == self._shown:
            return
        focused = [group.code for group in groups if group.code is chosen]
        self._shown = (groups, chosen)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, group in enumerate(groups):
            line = self._line(group, partial(choose, group.code), shown=group.code is chosen)
            self._grid.addWidget(line, at // 2, at % 2)
            if group.code in focused:
                line.link.setFocus()
        self.setVisible(bool(groups))

    def _line(self, group: WarningGroup, pressed: Callable[[], object], *, shown: bool) -> "WarningLine":
        """One warning; the link says whether its people or everybody will be shown."""
        word = self._texts.say(N_("Show everybody") if shown else N_("Show them"))
        return WarningLine(group, word, pressed)


class WarningLine(QWidget):
    """A warning with its icon, its sentence and the link to its people."""

    def __init__(self, group: WarningGroup, word: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(ToneLine(group.sentence, group.tone), 1, Qt.AlignmentFlag.AlignVCenter)
        self.link = LinkButton(word, pressed, about=group.sentence)
        row.addWidget(self.link)


class WhyCard(Card):
    """Miksi? as a card: the large amount, and the lines that it comes from."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.amount = Label("", "figure")
        self.question = Label(texts.say(N_("Why?")), "section")
        self.panel = WhyPanel(texts)
        for part in (self.amount, self.question):
            self.body.addWidget(part)
        self.body.addWidget(self.panel, 1)

    def show_steps(self, amount: str, steps: Iterable[Step]) -> None:
        """Show an amount and its working."""
        self.amount.setText(amount)
        self.panel.show_lines(why_lines(steps))
