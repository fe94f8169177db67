"""Typed lines of a month: a new one above, those that there are below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.pay.items import FIELDS, PayItems
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.reading_order import go_to
from ui.widgets.sections import FieldGroup
from ui.widgets.summary import Summary
from ui.widgets.table import TableView


class PayItemsView(QWidget):
    """The form of a line with its sum beside it, and the lines of the month."""

    def __init__(self, presenter: PayItems, texts: Texts) -> None:
        super().__init__()
        self.presenter = presenter
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(16)
        names = (spec.name for spec in FIELDS)
        self.form = FieldGroup(presenter.form, say(N_("New line")), names, pairs=True)
        self.sums = Summary(presenter.form)
        presenter.form.listen(self.sums.refresh)
        row.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sums, 1)
        column.addLayout(row)
        column.addWidget(Label(say(N_("Typed lines")), "section"))
        self.list = TableView(presenter.table, filtered=False)
        column.addWidget(self.list, 1)
        tools = Flow()
        self.remove = Button(say(N_("Remove the line")), presenter.remove, key="F8", icon_name="minus-circle")
        tools.add(self.remove)
        column.addWidget(tools)
        self._open, self._refusals = False, 0

    def refresh(self) -> None:
        """Show what the presenter has now; a form that has just been opened takes the focus."""
        presenter = self.presenter
        self.remove.setEnabled(presenter.can_remove)
        if presenter.is_open and not self._open:
            go_to(next(iter(self.form.fields.values())).editor)
        elif presenter.form.refusals != self._refusals:
            self.form.focus_error()
        self._open, self._refusals = presenter.is_open, presenter.form.refusals
