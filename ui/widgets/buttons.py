"""Buttons: one primary with its key, plain ones, links and icon buttons with a name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.look import LOOK
from ui.widgets.icons import icon


def key_text(key: str) -> str:
    """A key as it is written on the keyboard: ``Ctrl+Enter``."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


class Button(QPushButton):
    """A button with a verb; Enter presses it as Space does. ``key`` works in the whole window."""

    look = ""

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object] | None = None,
        *,
        key: str = "",
        icon_name: str = "",
        colour: str = "ink",
        checked_colour: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._words, self.is_brief = key, "", False
        if self.look:
            self.setProperty("look", self.look)
        self.setAutoDefault(False)
        if icon_name:
            self.setIcon(icon(icon_name, colour, checked_colour))
        self._take_key(key)
        self.set_text(text)
        if pressed is not None:
            self.clicked.connect(pressed)
        self._resize_icon()
        LOOK.changed.connect(self._resize_icon)

    def set_text(self, text: str) -> None:
        """Show another text; the key stays beside it, and an ampersand is a sign like any other."""
        self._words = text
        shown = text.replace("&", "&&")
        if not self.icon().isNull() and text:
            shown = f"  {shown}"  # Qt leaves hardly any room between an icon and its word
        self.setText(shown if self.is_brief else f"{shown}{self._key_words}")
        self.setAccessibleName(text)
        if self._key:
            self.setShortcut(QKeySequence(self._key))

    @property
    def key(self) -> str:
        """The key that presses it, or ``""``."""
        return self._key

    @property
    def _key_words(self) -> str:
        """The key as it stands after the words."""
        return f"   {key_text(self._key)}" if self._key and self._words else ""

    @property
    def key_width(self) -> int:
        """What the key takes of the button's width."""
        return self.fontMetrics().horizontalAdvance(self._key_words)

    def set_brief(self, *, brief: bool) -> None:
        """Leave the key to the hint where there is no room for it on the button."""
        if brief == self.is_brief:
            return
        self.is_brief = brief
        self.set_text(self._words)
        if self._key:
            self.setToolTip(key_text(self._key) if brief else "")

    def _resize_icon(self) -> None:
        side = LOOK.sizes.px(20)
        self.setIconSize(QSize(side, side))

    def _take_key(self, key: str) -> None:
        """Keep the key, and hear what it brings: most buttons have none, and need not hear every event."""
        self._key = key
        if key:
            self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key acts at once and leaves the focus where it is, so that what is typed next is not lost."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too, once for each press of the key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


class PrimaryButton(Button):
    """The one thing to do on a screen, with its key shown."""

    look = "primary"


class LinkButton(Button):
    """A quiet way to more: "Miksi?", "Avaa"."""

    look = "link"

    def __init__(
        self, text: str, pressed: Callable[[], object] | None = None, *, about: str = "", key: str = ""
    ) -> None:
        super().__init__(text, pressed, key=key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if about:
            self.setAccessibleName(f"{text} {about}")


class IconButton(Button):
    """A button of an icon alone; ``name`` is its spoken name and its hint."""

    look = "icon"

    def __init__(
        self, icon_name: str, name: str, pressed: Callable[[], object] | None = None, *, key: str = ""
    ) -> None:
        super().__init__("", pressed, icon_name=icon_name, key=key)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {key_text(key)}" if key else name)
