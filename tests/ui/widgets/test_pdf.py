"""A paper in the preview; of a very long one the beginning is drawn, and all of it is printed and saved."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from subcontract import papers
from subcontract.papers.bundle import put_together
from tests.golden.test_golden_papers import offer
from tests.paper_reading import pages, texts
from ui.widgets.pdf import MOST_SHOWN, PdfView


def test_a_long_file_is_shown_by_its_beginning_and_says_so(qtbot: QtBot) -> None:
    one = papers.quote_pdf(offer(), texts())
    told: list[int] = []
    content = put_together([(one,)] * 25, told.append)
    assert told == list(range(1, 26))
    assert len(pages(content)) == 50  # each begins on a sheet of its own
    assert pages(content)[2] == pages(one)[0]
    view = PdfView(texts(), lambda _name, _kind: "")
    qtbot.addWidget(view)
    view.show_paper(content, "kaikki.pdf")
    body = view.area.widget()
    assert body is not None
    assert len([label for label in body.findChildren(QLabel) if not label.pixmap().isNull()]) == MOST_SHOWN
    assert view.count.text() == "50 sivua. Tässä näkyy 40 ensimmäistä; kaikki tulostuvat ja tallentuvat."
    view.show_paper(one, "tarjous.pdf")
    assert view.count.text() == "1 sivu"
