"""A field with a slider under it: both say the same, each goes by keys, and the wheel moves the page."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.forms.form import FormPresenter
from ui.widgets.form import FieldView

PAGES = 10
"""PageUp and PageDown go a tenth of the whole."""


class Slider(QSlider):
    """A slider that the wheel never changes."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel move the page."""
        event.ignore()

    def set_range(self, least: int, most: int) -> None:
        """Go from one whole step to another."""
        if (least, most) != (self.minimum(), self.maximum()):
            with QSignalBlocker(self):
                self.setRange(least, most)
            self.setPageStep(max(1, (most - least) // PAGES))


class SlideView(QWidget):
    """The field and its slider."""

    def __init__(self, form: FormPresenter, name: str, moved: Callable[[int], object]) -> None:
        """``moved`` is called with the step to which the slider was moved."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.field = FieldView(form, form.specs[name])
        self.slider = Slider()
        self.slider.valueChanged.connect(moved)
        for part in (self.field, self.slider):
            column.addWidget(part)
        self.set_label(form.label(name))

    def set_label(self, label: str) -> None:
        """Call the field and the slider something else, already translated."""
        self.field.label.setText(label)
        self.field.editor.setAccessibleName(label)
        texts = self.field.form.texts
        self.slider.setAccessibleName(texts.say(N_("{field}, slider"), field=label))

    def refresh(self, at: int, least: int, most: int) -> None:
        """Show what the field has now, and the slider at its place."""
        self.field.refresh()
        self.slider.set_range(least, most)
        if self.slider.value() != at:
            with QSignalBlocker(self.slider):
                self.slider.setValue(at)
        self.slider.setAccessibleDescription(self.field.form.typed[self.field.name])
