"""Puts a theme on the running program: fonts, palette and style sheet.

The style sheet is worn by each part of the window, not by the program. Were it the program's, Qt would
walk through every widget below a part each time the part is laid into another one: a screen, built from
the inside out, would take three times as long to open. And were it the window's, all the screens out of
sight would be dressed anew, a second long, each time the letters or the colours change.
"""

import importlib.util
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import DARK, LIGHT, Sizes, SystemColours, Theme, ThemeChoice, high_contrast, stylesheet

FAMILY = "Source Sans Pro"
FALLBACK = "DejaVu Sans"
FONT_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
STYLE = ("-style", "Fusion")
"""Words to Qt as it starts: the style that the style sheet stands on. To ask for it later takes longer."""
WEIGHTS = ("Regular", "Semibold")
SCALES = (100, 110, 125, 150, 175, 200, 250, 300)
LEAST_POINTS = Decimal(11)
"""Source Sans is small for its size: with fewer points figures are hard to compare."""


def package_file(package: str, *parts: str) -> Path | None:
    """A file inside an installed package, without importing it."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(found.submodule_search_locations[0]).joinpath(*parts)
    return path if path.exists() else None


@lru_cache(maxsize=1)
def load_fonts() -> str:
    """Load the program's typeface once; gives the family that can be used."""
    families: list[str] = []
    for weight in WEIGHTS:
        path = package_file("font_source_sans_pro", "files", f"SourceSansPro-{weight}.ttf")
        if path is not None:
            number = QFontDatabase.addApplicationFont(str(path))
            families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if FAMILY in families:
        return FAMILY
    for path in sorted(FONT_FOLDER.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    return FALLBACK


class Look(QObject):
    """The theme in force; ``changed`` is sent after every change so that pictures can be drawn anew.

    The frame, each screen and each dialog wear ``sheet``; whatever is in them follows.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start light at the system's size."""
        super().__init__()
        self.choice = ThemeChoice.SYSTEM
        self.theme: Theme = LIGHT
        self.sizes = Sizes()
        self.sheet = ""
        self._system_points = Decimal(0)
        self._applied: tuple[Theme, Sizes] | None = None

    def start(self, app: QApplication) -> None:
        """Take the program's fonts and the system's wishes in use; once."""
        if not self._system_points:
            self._system_points = Decimal(str(app.font().pointSizeF()))
            app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.apply()

    @property
    def points(self) -> Decimal:
        """The size of body text in points."""
        return max(self._system_points, LEAST_POINTS) * self.sizes.percent / 100

    def set_choice(self, choice: ThemeChoice) -> None:
        """Take another theme in use."""
        self.choice = choice
        self.apply()

    def set_percent(self, percent: int) -> None:
        """Take another size of letters in use: 100 to 300 per cent."""
        self.sizes = Sizes(min(max(percent, SCALES[0]), SCALES[-1]))
        self.apply()

    def larger(self) -> None:
        """One step larger letters."""
        self.set_percent(next((step for step in SCALES if step > self.sizes.percent), SCALES[-1]))

    def smaller(self) -> None:
        """One step smaller letters."""
        self.set_percent(next((step for step in reversed(SCALES) if step < self.sizes.percent), SCALES[0]))

    def dress(self, part: QWidget) -> None:
        """Have a part of the window, and whatever is in it, wear the style sheet in force."""
        if part.styleSheet() != self.sheet:
            part.setStyleSheet(self.sheet)

    def _system_changed(self, *_: object) -> None:
        if self.choice in {ThemeChoice.SYSTEM, ThemeChoice.CONTRAST}:
            self.apply()

    def _wanted(self) -> Theme:
        """The theme that the choice and the system ask for."""
        hints = QApplication.styleHints()
        if self.choice is ThemeChoice.CONTRAST or (self.choice is ThemeChoice.SYSTEM and _wants_contrast()):
            return high_contrast(_system_colours())
        if self.choice is ThemeChoice.SYSTEM:
            return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self.choice is ThemeChoice.DARK else LIGHT

    def apply(self) -> None:
        """Put the theme on the program, and tell those who wear the style sheet."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self.theme = self._wanted()
        if (self.theme, self.sizes) == self._applied:
            return
        self._applied = (self.theme, self.sizes)
        font = QFont([load_fonts(), FALLBACK])
        font.setPointSizeF(float_of(self.points))
        app.setFont(font)
        app.setPalette(_palette(self.theme))
        self.sheet = stylesheet(self.theme, self.sizes, self.points)
        self.changed.emit()


def float_of(value: Decimal) -> float:
    """What Qt wants for sizes; never used for money or time."""
    return value.__float__()


def _wants_contrast() -> bool:
    """Whether the system asks for high contrast."""
    hints = QApplication.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _system_colours() -> SystemColours:
    """The colours of the system's own palette."""
    style = QApplication.style()
    palette = style.standardPalette()
    role = QPalette.ColorRole
    return SystemColours(
        window=palette.color(role.Base).name(),
        text=palette.color(role.Text).name(),
        highlight=palette.color(role.Highlight).name(),
        highlighted_text=palette.color(role.HighlightedText).name(),
        link=palette.color(role.Link).name(),
    )


def _palette(theme: Theme) -> QPalette:
    """The palette of a theme, for what the style sheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for place, colour in (
        (role.Window, theme.paper),
        (role.WindowText, theme.ink),
        (role.Base, theme.card),
        (role.AlternateBase, theme.paper),
        (role.Text, theme.ink),
        (role.Button, theme.card),
        (role.ButtonText, theme.ink),
        (role.ToolTipBase, theme.ink),
        (role.ToolTipText, theme.card),
        (role.Highlight, theme.pine),
        (role.HighlightedText, theme.on_pine),
        (role.Link, theme.sky_text),
        (role.PlaceholderText, theme.muted),
        (role.Mid, theme.control),
        (role.Midlight, theme.line),
        (role.Accent, theme.pine),
    ):
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, place, QColor(theme.muted))
    return palette


LOOK = Look()
"""The one look of the program; widgets ask it for colours and listen to ``changed``."""
