"""Words on the screen: always plain text, so that markup in a name is shown and never obeyed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.look import LOOK
from ui.presenters.tone import ICONS, Tone
from ui.widgets.icons import icon_picture, pictogram

_TOKENS = {
    Tone.READY: "pine",
    Tone.ATTENTION: "sun_text",
    Tone.WRONG: "berry_text",
    Tone.INFO: "sky_text",
    Tone.QUIET: "muted",
}


def restyle(widget: QWidget, **properties: object) -> None:
    """Change properties that the style sheet looks at, and have it look unless it will of itself."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def hide_unless(widget: QWidget, *, shown: bool) -> None:
    """Show or hide a widget; one that has no parent yet is not shown, for it would flash as a window."""
    if widget.parentWidget() is not None or not shown:
        widget.setVisible(shown)
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)


def token_of(tone: Tone) -> str:
    """The colour of a tone's words and icon."""
    return _TOKENS.get(tone, "ink")


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text`` without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not at the start

    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Label(QLabel):
    """A plain text. ``look``: title, section, figure, strong, label, muted, quiet, error or none."""

    def __init__(self, text: str = "", look: str = "", *, wrap: bool = False, tone: Tone = Tone.NONE) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if look:
            self.setProperty("look", look)
        if tone is not Tone.NONE:
            self.setProperty("tone", str(tone))
        self.setText(text)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show other words, perhaps in another tone; an empty label takes no room."""
        self.setText(text)
        hide_unless(self, shown=bool(text))
        if tone is not None:
            restyle(self, tone=str(tone))


class Words(Label):
    """Words that stand on one line where there is room, and break where there is none.

    A plain label that may break asks for the room of a block of text, even where a line would do.
    """

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__(text, look, wrap=True)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(wide, self.heightForWidth(wide))


class IconLabel(QLabel):
    """An icon beside a word: a picture without a name, so that it is not read twice.

    It is drawn when it comes in sight: most icons of warnings never do. It keeps no icon of Qt's: Python's
    collector may let go of what paints it before it lets go of the icon, and that brings the program down.
    """

    def __init__(self, name: str, colour: str = "ink", side: int = 18) -> None:
        super().__init__()
        self._side = side
        self.set_icon(name, colour)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self._draw)

    def set_icon(self, name: str, colour: str = "ink") -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self._draw()

    def _draw(self) -> None:
        side = LOOK.sizes.px(self._side)
        self.setFixedSize(side, side)
        if self.isVisible():
            self.setPixmap(icon_picture(self._name, self._colour, side, self.devicePixelRatioF()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()


class Picture(QLabel):
    """A pictogram of work in the theme's colours; decorative, silent to screen readers."""

    def __init__(self, name: str, side: int = 48) -> None:
        super().__init__()
        self._name, self._side = name, side
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paint_anew()
        LOOK.changed.connect(self._paint_anew)

    def _paint_anew(self) -> None:
        side = LOOK.sizes.soft(self._side)
        self.setPixmap(pictogram(self._name, side, self.devicePixelRatioF()))
        self.setFixedSize(side, side)


class ToneLine(QWidget):
    """A sentence with the icon of its tone before it; takes no room and has no parts while it is empty."""

    def __init__(self, text: str = "", tone: Tone = Tone.INFO, look: str = "") -> None:
        super().__init__()
        self._look = look
        self._parts: tuple[IconLabel, Label] | None = None
        self.say(text, tone)

    def text(self) -> str:
        """The sentence."""
        return self._parts[1].text() if self._parts is not None else ""

    def say(self, text: str, tone: Tone = Tone.INFO, icon_name: str = "") -> None:
        """Show a sentence, or nothing."""
        if text or self._parts is not None:
            mark, words = self._parts = self._parts or self._made_parts()
            mark.set_icon(icon_name or ICONS.get(tone, "info"), token_of(tone))
            words.say(text, tone)
        hide_unless(self, shown=bool(text))

    def _made_parts(self) -> tuple[IconLabel, Label]:
        """Lay out the icon and the words: there is something to say for the first time."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        mark, words = IconLabel("info", "ink", 16), Label("", self._look, wrap=True)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return mark, words


class Line(QFrame):
    """A thin separator."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "line")


class Card(QFrame):
    """A white panel with rounded corners; ``body`` is where things go."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)
        self.title = Label(title, "section", wrap=True)
        hide_unless(self.title, shown=bool(title))
        self.body.addWidget(self.title)
