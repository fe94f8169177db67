"""Papers that were made before, put into one file for the printer.

Their pages stay as they were drawn. The file tells when it was put together, so it is the one paper whose
bytes are not the same twice; what is kept for years are the single papers, which also screen readers read.
"""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from subcontract.papers.measures import HEIGHT, WIDTH


def put_together(
    groups: Iterable[Sequence[bytes]], step: Callable[[int], object], *, own_sheets: bool = True
) -> bytes:
    """Join papers; every group begins on a sheet of its own also when both sides are printed on.

    The back of one person's last page must not carry the next person's pay, so an odd group gets a
    blank page; not when ``own_sheets`` is false, for printers that use one side. ``step`` is told how many
    groups are in; it may raise to stop. Groups are taken one by one: only the whole is in memory.
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
            if own_sheets and (len(whole) - before) % 2:
                whole.new_page(WIDTH, HEIGHT)
            step(number)
        target = BytesIO()
        whole.save(target)
    finally:
        whole.close()
    return target.getvalue()
