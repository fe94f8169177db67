"""People as a round photo, or as their initials."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import LOOK


def initials(name: str) -> str:
    """Two letters of a name written either way: ``Aalto, Liisa`` and ``Liisa Aalto`` give ``LA``."""
    last, comma, first = name.partition(",")
    words = [*first.split()[:1], *last.split()[:1]] if comma else name.split()[:2]
    return "".join(word[0] for word in words if word).upper()


@lru_cache(maxsize=512)
def _photo(data: bytes, side: int) -> QPixmap:
    """A photo cut to a square of ``side`` pixels; empty when the bytes are no picture."""
    picture = QPixmap()
    if not data or not picture.loadFromData(data):
        return QPixmap()
    grown = picture.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    return grown.copy((grown.width() - side) // 2, (grown.height() - side) // 2, side, side)


def paint_face(painter: QPainter, area: QRectF, name: str, photo: bytes) -> None:
    """Paint a round photo, or the initials on a quiet ground."""
    theme = LOOK.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(area)
    picture = _photo(photo, round(area.width())) if photo else QPixmap()
    if picture.isNull():
        painter.fillPath(path, QColor(theme.card))
        painter.setPen(QPen(QColor(theme.pine), 1))
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        font = QFont(painter.font())
        font.setPixelSize(max(8, round(area.height() * 4 / 10)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.pine))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials(name))
    else:
        painter.setClipPath(path)
        painter.drawPixmap(area.toRect(), picture)
    painter.restore()


class Face(QWidget):
    """A round photo, or the initials; silent to screen readers when the name stands beside it."""

    def __init__(self, name: str, photo: bytes = b"", side: int = 32) -> None:
        super().__init__()
        self._name, self._photo, self._side = name, photo, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.updateGeometry)

    def set_person(self, name: str, photo: bytes = b"") -> None:
        """Show another person."""
        self._name, self._photo = name, photo
        self.update()

    def sizeHint(self) -> QSize:
        side = LOOK.sizes.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = min(self.width(), self.height())
        paint_face(painter, QRectF(0, 0, side, side), self._name, self._photo)
        painter.end()
