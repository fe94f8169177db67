"""A price on a scale beside the market price and the lowest acceptable one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from subcontract.money import Money
from subcontract.words import N_, Texts
from ui.look import LOOK

LINE = 40
"""How far down the line is."""


class MoneyScale(QWidget):
    """Marks on a line: our price as a filled dot, the market as a post, the lowest as a quiet post.

    What it shows is also its spoken name, so no meaning is in the picture alone.
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._marks: tuple[tuple[str, Money, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(texts.say(N_("Price beside the market price")))

    def show_prices(
        self, price: Money | None, market: Money | None = None, lowest: Money | None = None
    ) -> None:
        """Show the prices that are known."""
        say = self._texts.say
        given = (
            (say(N_("Price")), price, True),
            (say(N_("Market")), market, False),
            (say(N_("Lowest")), lowest, False),
        )
        self._marks = tuple((word, amount, ours) for word, amount, ours in given if amount is not None)
        self.setAccessibleName(
            ", ".join(f"{word} {self._texts.money(amount)}" for word, amount, _ in self._marks)
        )
        self.setVisible(bool(self._marks))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LOOK.sizes.px(280), LOOK.sizes.px(92))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._marks:
            return
        theme, painter = LOOK.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line_at = LOOK.sizes.px(LINE)
        edge = LOOK.sizes.px(44)
        painter.setPen(QPen(QColor(theme.control), 2))
        painter.drawLine(edge, line_at, self.width() - edge, line_at)
        largest = max(amount.cents for _, amount, _ in self._marks) or 1
        smallest = min(amount.cents for _, amount, _ in self._marks)
        low = smallest * 8 // 10
        span = max(1, largest * 11 // 10 - low)
        for at, (word, amount, ours) in enumerate(self._marks):
            below = LOOK.sizes.px(20) if at > 1 else 0
            x = edge + (self.width() - 2 * edge) * (amount.cents - low) // span
            self._mark(painter, x, line_at, ours=ours)
            self._words(painter, x, word, amount, above=at == 0, below=below)
        painter.end()

    @staticmethod
    def _mark(painter: QPainter, x: int, y: int, *, ours: bool) -> None:
        """A dot for our price, a post for the others."""
        theme, half = LOOK.theme, LOOK.sizes.px(7)
        painter.setPen(QPen(QColor(theme.pine if ours else theme.muted), 3))
        if ours:
            painter.setBrush(QColor(theme.pine))
            painter.drawEllipse(x - half, y - half, 2 * half, 2 * half)
        else:
            painter.drawLine(x, y - half, x, y + half)

    def _words(self, painter: QPainter, x: int, word: str, amount: Money, *, above: bool, below: int) -> None:
        """The word and the amount, above the line for our price and below it for the others."""
        height, width, line_at = LOOK.sizes.px(22), LOOK.sizes.px(150), LOOK.sizes.px(LINE)
        top = line_at - LOOK.sizes.px(10) - height if above else line_at + LOOK.sizes.px(10) + below
        left = min(max(0, x - width // 2), max(0, self.width() - width))
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold if above else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(LOOK.theme.ink if above else LOOK.theme.muted))
        text = f"{word} {self._texts.money(amount)}"
        painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignCenter, text)
