"""Papers that were made before, put into one file for the printer.

Their pages stay as they were drawn. The file tells when it was put together, so it is the one paper whose
bytes are not the same twice; what is kept for years are the single papers, which also screen readers read.
"""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from subcontract.papers.measures import HEIGHT, WIDTH


def put_together(groups: Iterable[Sequence[bytes]], step: Callable[[int], object]) -> bytes:
    """Join papers; every group begins on a sheet of its own also when both sides are printed on.

    The back of one person's last page must not carry the next person's pay, so an odd group gets a
    blank page. ``step`` is told how many groups are in; it may raise to stop.
    """
    import pypdfium2  # noqa: PLC0415 - a large library

    whole = pypdfium2.PdfDocument.new()
    try:
        for number, group in enumerate(groups, start=1):
            before = len(whole)
            for paper in group:
                part = pypdfium2.PdfDocument(paper)
                whole.import_pages(part)
                part.close()
            if (len(whole) - before) % 2:
                whole.new_page(WIDTH, HEIGHT)
            step(number)
        target = BytesIO()
        whole.save(target)
    finally:
        whole.close()
    return target.getvalue()
