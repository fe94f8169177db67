"""What a form comes to, beside it and always in sight."""

from PySide6.QtWidgets import QVBoxLayout

from subcontract.words import N_
from ui.presenters.forms.form import FormPresenter
from ui.widgets.labels import Card, Label


class Summary(Card):
    """What the form comes to, beside it and always in sight."""

    def __init__(self, form: FormPresenter) -> None:
        super().__init__(form.texts.say(N_("Together")))
        self.form = form
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self._shown: object = None
        self.setMinimumWidth(220)
        self.refresh()

    def refresh(self) -> None:
        """Sum anew."""
        lines = self.form.summary_lines()
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self.lines.addWidget(Label(line.label, "quiet", wrap=True))
            self.lines.addWidget(Label(line.value, "figure" if line.large else "strong", tone=line.tone))
