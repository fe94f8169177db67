"""The day on which a month is paid, while another one is asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.pay.day_form import PAY_DAY, PayDays
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.reading_order import go_to
from ui.widgets.sections import FieldGroup


class PayDayCard(QWidget):
    """The day, what becomes of it, and the two ways on."""

    def __init__(self, presenter: PayDays, texts: Texts, closed: Callable[[], object]) -> None:
        """``closed`` is called once the day has been taken or left."""
        super().__init__()
        self.presenter, self._closed = presenter, closed
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.group = FieldGroup(presenter.form, say(N_("Pay day")), (spec.name for spec in PAY_DAY))
        row = Flow()
        self.do = Button(
            say(N_("Calculate by this pay day")), presenter.do, key="F8", icon_name="calendar-check"
        )
        row.add(self.do)
        row.add(Button(say(N_("Leave the pay day")), presenter.close))
        self.group.body.addWidget(row)
        column.addWidget(self.group)
        self._open = False
        self.hide()

    def refresh(self) -> None:
        """Show what the presenter has now; the field takes the focus when it is asked for."""
        is_open = self.presenter.is_open
        self.setVisible(is_open)
        if is_open and not self._open:
            go_to(next(iter(self.group.fields.values())).editor)
        elif self._open and not is_open:
            self._closed()
        self._open = is_open
