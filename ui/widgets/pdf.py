"""A paper on the screen: the very pages of its PDF as pictures, with print and save.

What is shown, what is printed and what is saved are made of the same bytes. PDFium is imported with the
first paper.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.look import LOOK
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ToneLine
from ui.widgets.pages import Area
from ui.widgets.saving import save_file

SCREEN_WIDTH = 760
"""Width of a page in pixels at 100 per cent."""
LEAST_HEIGHT = 280
"""So much of a page is in sight even where there is little room."""
ZOOMS = (50, 75, 100, 125, 150, 200, 300)
PRINT_DPI = 300
MOST_SHOWN = 40
"""A file of many papers is shown by its beginning: pictures of hundreds of pages would fill the memory."""
POINTS_OF_INCH = 72


class Pages:
    """The pages of a PDF as pictures."""

    def __init__(self, content: bytes) -> None:
        """Open a PDF; raises ``ValueError`` when it is none."""
        import pypdfium2  # noqa: PLC0415 - loaded with the first paper

        try:
            self._document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as problem:
            raise ValueError(str(problem)) from None

    def __len__(self) -> int:
        """How many pages."""
        return len(self._document)

    def picture(self, page: int, width: int) -> QImage:
        """A page as a picture of a width in pixels."""
        leaf = self._document[page]
        scale = width / leaf.get_width()
        bitmap = leaf.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        )
        return image.copy()

    def text(self, page: int) -> str:
        """The words of a page, for screen readers and tests."""
        return str(self._document[page].get_textpage().get_text_bounded())

    def width_in_points(self, page: int) -> float:
        """The width of a page in points."""
        return float(self._document[page].get_width())

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


class PdfView(QWidget):
    """Pages under each other, a line of tools above them."""

    def __init__(self, texts: Texts, ask_path: Callable[[str, str], str]) -> None:
        """``ask_path`` gives the path to save under, as ``desk.ask_save_path`` does."""
        super().__init__()
        self.texts, self._ask_path = texts, ask_path
        self._content, self._name, self._zoom = b"", "", 100
        self._pages: Pages | None = None
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        tools = Flow(space=8)
        self.smaller = IconButton("magnifying-glass-minus", say(N_("Smaller page")), lambda: self.zoom(-1))
        self.larger = IconButton("magnifying-glass-plus", say(N_("Larger page")), lambda: self.zoom(1))
        self.count = Label("", "quiet")
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.save_button = Button(say(N_("Save as")), self.save, icon_name="download-simple")
        self.print_button = Button(say(N_("Print")), self.print_all, key="Ctrl+P", icon_name="printer")
        for part in (self.smaller, self.larger, self.count, self.save_button, self.print_button):
            tools.add(part)
        column.addWidget(tools)
        self.told = ToneLine("")
        column.addWidget(self.told)
        self.area = Area(name=say(N_("Paper")))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setProperty("pans", True)
        self.area.setMinimumHeight(LEAST_HEIGHT)
        column.addWidget(self.area, 1)
        LOOK.changed.connect(self._show)

    def show_paper(self, content: bytes, name: str) -> None:
        """Show a PDF; ``name`` is the file name to save it under."""
        if self._pages is not None:
            self._pages.close()
        self._content, self._name = content, name
        self.told.say("")
        self._pages = Pages(content) if content else None
        for button in (self.smaller, self.larger, self.save_button, self.print_button):
            button.setEnabled(bool(content))
        self._show()

    def zoom(self, steps: int) -> None:
        """Larger or smaller pages."""
        at = min(max(ZOOMS.index(self._zoom) + steps, 0), len(ZOOMS) - 1)
        self._zoom = ZOOMS[at]
        self._show()

    def _show(self) -> None:
        """Draw every page anew."""
        body = QWidget()
        body.setProperty("look", "clear")
        column = QVBoxLayout(body)
        column.setSpacing(16)
        pages = self._pages
        for at in range(min(len(pages), MOST_SHOWN) if pages else 0):
            column.addWidget(self._page(at), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.area.setWidget(body)
        number = len(pages) if pages else 0
        told = self.texts.count(N_("{number} page"), N_("{number} pages"), number) if pages else ""
        if number > MOST_SHOWN:
            first = N_("The first {shown} are shown here; all of them are printed and saved.")
            told = f"{told}. {self.texts.say(first, shown=MOST_SHOWN)}"
        self.count.setText(told)

    def _page(self, at: int) -> QLabel:
        """One page as a picture whose spoken description is its text."""
        pages = self._pages
        page = QLabel()
        if pages is None:
            return page
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(pages.picture(at, int(SCREEN_WIDTH * ratio) * self._zoom // 100))
        picture.setDevicePixelRatio(ratio)
        page.setPixmap(picture)
        page.setAccessibleName(self.texts.say(N_("Page {at} of {of}"), at=at + 1, of=len(pages)))
        page.setAccessibleDescription(pages.text(at))
        return page

    def save(self) -> None:
        """Save the bytes as they are."""
        path = self._ask_path(self._name, "pdf") if self._content else ""
        if path:
            told = save_file(path, self._content, self.texts)
            self.told.say(told.text, told.tone)

    def print_all(self) -> None:
        """Print the pages as they are shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loaded with the first print

        if self._pages is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name)
        if QPrintDialog(printer, self).exec():
            print_pages(self._pages, printer)


def print_pages(pages: Pages, printer: object) -> None:
    """Put every page on a sheet of its own, in its true size."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - as above

    if not isinstance(printer, QPrinter):
        raise TypeError
    printer.setFullPage(True)
    painter = QPainter(printer)
    for at in range(len(pages)):
        if at:
            printer.newPage()
        inches = pages.width_in_points(at) / POINTS_OF_INCH
        picture = pages.picture(at, round(inches * PRINT_DPI))
        width = round(inches * printer.resolution())
        painter.drawImage(QRect(0, 0, width, picture.height() * width // picture.width()), picture)
    painter.end()
