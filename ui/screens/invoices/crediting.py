"""Crediting an invoice: what will happen, a sum to share out, the lines, and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import Texts
from ui.presenters.invoices.crediting import Crediting
from ui.presenters.invoices.ways import FIELDS, Way
from ui.widgets.labels import Label
from ui.widgets.problem_line import ProblemLine
from ui.widgets.sections import FieldGroup
from ui.widgets.table import TableView


class CreditingView(QWidget):
    """The lines with what to credit of each, and why."""

    def __init__(self, presenter: Crediting, texts: Texts) -> None:
        super().__init__()
        self.presenter, self.texts = presenter, texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.explained = Label("", "quiet", wrap=True)
        self.lines = TableView(presenter.table, filtered=False)
        self.form = FieldGroup(presenter.form, "", (spec.name for spec in FIELDS), pairs=True)
        column.addWidget(self.explained)
        column.addWidget(self.lines, 2)
        column.addWidget(ProblemLine(presenter.table))
        column.addWidget(self.form)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.explained.setText(self.presenter.explained)
        for column in ("left", "credit"):
            self.lines.grid.leave_out(column, out=self.presenter.way is not Way.CREDIT)
