"""What people have been told of the days in view, what has changed since, and telling them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.rota.rota import RotaPresenter
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.table import TableView


class PromiseCard(QWidget):
    """The state, the plan as it is now, and the list of changes; Enter in the list opens the shift."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.presenter = publishing = presenter.publishing
        self.rota = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.lines = Label("", wrap=True)
        self.plan = Label("", "quiet", wrap=True)
        self.list = TableView(publishing.table, filtered=False)
        self.words = Label("", wrap=True)
        self.four = Button(presenter.texts.say(N_("Publish four weeks")), publishing.publish_four_weeks)
        for part in (self.lines, self.plan):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        column.addWidget(self.four, 0, Qt.AlignmentFlag.AlignLeft)
        publishing.table.listen(self._show_words)
        self.refresh()

    @property
    def verb(self) -> str:
        """What the screen's primary button does while the card is open."""
        return self.presenter.verb

    def save(self) -> None:
        """Publish what is in view."""
        self.presenter.publish()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        publishing = self.presenter
        self.lines.say("\n".join(publishing.lines))
        self.plan.say(publishing.plan_words)
        self.list.setVisible(bool(publishing.told.promise.days))  # before that nothing can have changed
        self.four.setVisible(self.rota.can_plan and not self.rota.is_month)
        self._show_words()

    def _show_words(self) -> None:
        """The selected change in full."""
        table = self.presenter.table
        row = table.row(table.selected)
        self.words.say(str(row.cells["words"]) if row else "")

    def focus_first(self) -> None:
        """Go to the changes, or to the button where there are none."""
        if self.presenter.table.visible:
            self.list.focus_first()
        else:
            self.four.setFocus(Qt.FocusReason.OtherFocusReason)
