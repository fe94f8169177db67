"""Small parts that the screens of payouts, invoices and reports share."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.working import Step
from ui.widgets.labels import Card, Label
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


def column(*parts: QWidget, stretch: int = -1) -> QWidget:
    """Widgets under each other; the one at ``stretch`` takes the room."""
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(12)
    for at, part in enumerate(parts):
        lines.addWidget(part, 1 if at == stretch else 0)
    return page
