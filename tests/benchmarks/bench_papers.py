"""How fast invoices become PDF: 1 000 of ours against the same pages drawn with bare canvas calls.

Run from the root: ``python -m tests.benchmarks.bench_papers [how many]``. The bare calls are recorded from
our own pages, so both sides draw the same words, lines and pictures at the same places; the bare side is
spared all thinking, and has reportlab's own fonts over the files of ours. Both run in turns in one process,
and the median of the turns counts.
"""

import io
import resource
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from statistics import median
from typing import Any, Self

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from subcontract import papers
from subcontract.invoicing.records import Invoice
from subcontract.money import Money
from subcontract.papers import fonts
from subcontract.papers.lettering import plain
from subcontract.papers.measures import HEIGHT, REGULAR, WIDTH, Type
from subcontract.papers.sheet import Sheet
from subcontract.people.unit import Unit
from tests import make
from tests.make_papers import invoice, invoice_line, logo
from tests.paper_reading import texts

TURNS = 5
AIM = Decimal(2)
FEW = 50

Call = tuple[str, tuple[Any, ...]]
Pages = list[list[Call]]


def invoices(count: int) -> list[Invoice]:
    """Invoices of two to ten lines, each with its own words and sums."""
    return [_one(number) for number in range(count)]


def _one(number: int) -> Invoice:
    lines = tuple(
        invoice_line(
            at,
            text=f"Hyllytys, tavaratalo {number}, osasto {at}",
            quantity=Decimal(number % 50 + at),
            net=Money.of_cents(1000 + number * 7 + at),
            vat="13.5" if at % 4 == 3 else "25.5",
        )
        for at in range(2 + number % 9)
    )
    made = invoice(*lines, number=1000 + number)
    return replace(made, buyer=replace(made.buyer, name=f"Tavaratalo {number} Oy"))


class Recorded:
    """While open, writes down every call that draws on a sheet."""

    def __init__(self) -> None:
        self.pages: Pages = []
        self._kept: dict[str, Any] = {}

    def __enter__(self) -> Self:
        for name in ("text", "upwards", "line", "box", "boxes", "picture", "finish"):
            self._kept[name] = getattr(Sheet, name)
            setattr(Sheet, name, self._recording(name))
        return self

    def __exit__(self, *_: object) -> None:
        for name, method in self._kept.items():
            setattr(Sheet, name, method)

    def _recording(self, name: str) -> Callable[..., Any]:
        method = self._kept[name]

        def record(sheet: Sheet, *arguments: Any) -> Any:
            if not self.pages or (self.pages[-1] and self.pages[-1][-1][0] == "finish"):
                self.pages.append([])
            if name == "text":
                arguments = (*arguments[:2], plain(arguments[2]), arguments[3])
            if name == "boxes":
                arguments = (list(arguments[0]), *arguments[1:])
            self.pages[-1].append((name, arguments))
            return method(sheet, *arguments)

        return record


def recorded(bill: Invoice, unit: Unit) -> Pages:
    """The bare calls that draw an invoice."""
    with Recorded() as record:
        papers.invoice_pdf(bill, unit, texts())
    return record.pages


@cache
def plain_font(name: str) -> str:
    """Give a font of reportlab's own over the file of ours, which remembers what it cuts out."""
    plain = TTFont(f"Plain{name}", fonts.font(name).face.filename)
    # reportlab takes fonts whose faces have one name for one font.
    vars(plain.face)["name"] = f"Plain{name}".encode()
    pdfmetrics.registerFont(plain)
    return plain.fontName


def in_plain_fonts(pages: Pages) -> Pages:
    """The same calls with reportlab's own fonts."""
    return [[(name, tuple(map(_in_plain_font, given))) for name, given in page] for page in pages]


def _in_plain_font(given: object) -> object:
    return replace(given, font=plain_font(given.font)) if isinstance(given, Type) else given


def bare(pages: Pages) -> bytes:
    """Draw recorded pages as one would with a canvas and nothing else."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    for page in pages:
        for name, arguments in page:
            DRAW[name](canvas, *arguments)
    canvas.save()
    return target.getvalue()


def _text(canvas: Canvas, x: float, y: float, text: str, kind: Any) -> None:
    canvas.setFont(kind.font, kind.size)
    canvas.setFillColorRGB(*kind.colour)
    canvas.drawString(x, HEIGHT - y, text)


def _upwards(canvas: Canvas, x: float, y: float, text: str, kind: Any) -> None:
    canvas.saveState()
    canvas.translate(x, HEIGHT - y)
    canvas.rotate(90)
    _text(canvas, 0, HEIGHT, text, kind)
    canvas.restoreState()


def _line(canvas: Canvas, start: Any, end: Any, width: float, ink: Any) -> None:
    canvas.setLineWidth(width)
    canvas.setStrokeColorRGB(*ink)
    canvas.line(start[0], HEIGHT - start[1], end[0], HEIGHT - end[1])


def _box(canvas: Canvas, corner: Any, size: Any, fill: Any, radius: float = 0) -> None:
    canvas.setFillColorRGB(*fill)
    canvas.roundRect(corner[0], HEIGHT - corner[1] - size[1], size[0], size[1], radius, stroke=0, fill=1)


def _boxes(canvas: Canvas, spans: Any, top: float, height: float, fill: Any) -> None:
    canvas.setFillColorRGB(*fill)
    for left, width in spans:
        canvas.rect(left, HEIGHT - top - height, width, height, stroke=0, fill=1)


def _picture(canvas: Canvas, data: bytes, corner: Any, room: Any) -> None:
    if data:
        image = ImageReader(io.BytesIO(data))
        wide, high = image.getSize()
        scale = min(room[0] / wide, room[1] / high)
        y = HEIGHT - corner[1] - high * scale
        canvas.drawImage(image, corner[0], y, wide * scale, high * scale, mask="auto")


def _finish(canvas: Canvas) -> None:
    canvas.showPage()


DRAW: dict[str, Callable[..., None]] = {
    "text": _text,
    "upwards": _upwards,
    "line": _line,
    "box": _box,
    "boxes": _boxes,
    "picture": _picture,
    "finish": _finish,
}


def seconds(work: Callable[[], object]) -> float:
    """How much of the processor some work takes; what else the machine does counts for nothing."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def compare(count: int, unit: Unit) -> tuple[float, float]:
    """Seconds for all invoices, ours and bare, each turn over its own share of them."""
    bills = invoices(count)
    pages = [in_plain_fonts(recorded(bill, unit)) for bill in bills]
    ours, plainly = [], []
    for turn in range(TURNS):
        mine, theirs = bills[turn::TURNS], pages[turn::TURNS]
        ours.append(seconds(lambda mine=mine: [papers.invoice_pdf(one, unit, texts()) for one in mine]))  # type: ignore[misc]
        plainly.append(seconds(lambda theirs=theirs: [bare(one) for one in theirs]))  # type: ignore[misc]
    return median(ours) * TURNS, median(plainly) * TURNS


def memory(unit: Unit) -> int:
    """The most bytes of Python in use while a few invoices are made one after another."""
    bills = invoices(FEW)
    tracemalloc.start()
    for bill in bills:
        papers.invoice_pdf(bill, unit, texts())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for word, unit in (("with a logo", make.unit(logo=logo())), ("without a logo", make.unit())):
        papers.invoice_pdf(invoice(), unit, texts())
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(count):
            papers.invoice_pdf(_one(number), unit, texts())
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours, plainly = compare(count, unit)
        ratio = ours / plainly
        told = "reached" if Decimal(str(ratio)) <= AIM else "missed"
        print(f"{count} invoices {word}: {ours:.2f} s, bare canvas calls {plainly:.2f} s, ratio {ratio:.2f}")
        print(f"  aim at most {AIM}: {told}; resident memory {before // 1024} -> {after // 1024} MiB")
        print(f"  most Python memory over {FEW} invoices: {memory(unit) // 1024} KiB")
    print(f"  face: {fonts.font(REGULAR).fontName}")


if __name__ == "__main__":
    main()
