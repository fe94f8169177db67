"""Icons of one set (Phosphor, from the qtawesome package) and our own pictograms of work.

An icon takes its colour from the theme at the moment of painting. Where a word stands beside it, it is
silent to screen readers.
"""

import json
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui.look import LOOK, package_file
from ui.theme import LIGHT, Theme

PICTOGRAM_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "pictograms"
_FONT = "phosphor-1.3.0.ttf"
_CHARS = "phosphor-charmap-1.3.0.json"


@lru_cache(maxsize=1)
def _font_family() -> str:
    """Load the font of icons at the first icon; ``""`` when it is not installed."""
    path = package_file("qtawesome", "fonts", _FONT)
    if path is None:
        return ""
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else ""


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """The number of each icon's letter, in hexadecimal figures."""
    path = package_file("qtawesome", "fonts", _CHARS)
    if path is None:
        return {}
    letters: dict[str, str] = json.loads(path.read_text())
    return letters


def has_icon(name: str) -> bool:
    """Whether there is an icon of that name."""
    return name in _letters()


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, colour: str) -> None:
    """Paint an icon in the middle of a rectangle."""
    letter = _letters().get(name)
    if letter is None or not _font_family():
        return
    area = QRectF(rect)
    side = min(area.width(), area.height())
    font = QFont(_font_family())
    font.setPixelSize(max(1, round(side)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, chr(int(letter, 16)))
    painter.restore()


def icon_picture(name: str, colour: str, side: int, ratio: float = 1) -> QPixmap:
    """An icon as a square picture of ``side`` pixels; ``colour`` is a token of the theme."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRect(0, 0, side, side), name, getattr(LOOK.theme, colour))
    painter.end()
    return pixmap


class _Glyph(QIconEngine):
    """Paints an icon in a colour of the theme in force."""

    def __init__(self, name: str, token: str, checked: str) -> None:
        super().__init__()
        self._name, self._token, self._checked = name, token, checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint by the theme, the mode and whether the button is checked."""
        token = self._checked if state == QIcon.State.On else self._token
        if mode == QIcon.Mode.Disabled:
            token = "muted"  # noqa: S105 - the name of a colour
        paint_icon(painter, rect, self._name, getattr(LOOK.theme, token))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Paint on a clear ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Give a copy, as Qt asks when an icon is shared."""
        return _Glyph(self._name, self._token, self._checked)


def icon(name: str, colour: str = "ink", checked: str = "") -> QIcon:
    """An icon by its Phosphor name in a colour of the theme; ``checked`` is the colour when checked."""
    return QIcon(_Glyph(name, colour, checked or colour))


_DRAWN = {
    LIGHT.ink: "ink",
    LIGHT.card: "card",
    LIGHT.pine: "pine",
    LIGHT.pine_tint: "pine_tint",
    LIGHT.sun: "sun",
    LIGHT.sun_tint: "sun_tint",
    LIGHT.sky: "sky",
    LIGHT.sky_tint: "sky_tint",
    LIGHT.muted: "muted",
    LIGHT.line: "line",
}
"""Pictograms are drawn in the light theme's colours; other themes put theirs in place."""


DARK_SUN = "#8A6A1C"
"""A sun on which the light lines of a dark theme can be seen."""


def pictogram_names() -> tuple[str, ...]:
    """The pictograms there are."""
    return tuple(sorted(path.stem for path in PICTOGRAM_FOLDER.glob("*.svg")))


@lru_cache(maxsize=256)
def _drawing(name: str, theme: Theme) -> bytes:
    """The drawing of a pictogram in a theme's colours."""
    text = (PICTOGRAM_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    for colour, token in _DRAWN.items():
        text = text.replace(colour, f"<{token}>")
    for token in _DRAWN.values():
        colour = DARK_SUN if theme.is_dark and token == "sun" else getattr(theme, token)  # noqa: S105 - a colour
        text = text.replace(f"<{token}>", colour)
    return text.encode()


def pictogram(name: str, side: int, ratio: float = 1) -> QPixmap:
    """A pictogram of work as a square picture of ``side`` pixels; empty when there is none of the name."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - loaded with the first picture

    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    if not (PICTOGRAM_FOLDER / f"{name}.svg").exists():
        return pixmap
    renderer = QSvgRenderer(QByteArray(_drawing(name, LOOK.theme)))
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
