"""Tags a paper for screen readers: headings, paragraphs and tables in their order of reading.

reportlab has no names for this, so the tree is written as plain PDF objects (ISO 32000-1, 14.7 and 14.8).
What only decorates or repeats, such as lines, pictures and the heads of later pages, is marked an artifact.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

ROOT: Final = "Tags"
PARENTS: Final = "TagParents"
COLUMN_HEAD: Final = "/A<</O/Table/Scope/Column>>"


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree: its role, and in order what belongs to it: elements and marks on pages."""

    role: str
    parent: "Element | None" = None
    name: str = ROOT
    kids: "list[Element | Mark]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page's content."""

    page: int
    number: int


def operators(of: Canvas) -> list[str]:
    """What has been written so far; reportlab has no name for adding to it."""
    code: list[str] = vars(of)["_code"]
    return code


class _Written(pdfdoc.PDFObject):
    """An object whose form is known once every other has its number."""

    __RefOnly__ = 1

    def __init__(self, tags: "Tags", element: Element | None) -> None:
        self.tags = tags
        self.element = element

    def format(self, document: object) -> bytes:
        """The object in PDF's own words."""
        numbers: Numbers = vars(document)["idToObjectNumberAndVersion"]
        if self.element is None:
            return self.tags.parents(numbers).encode("ascii")
        return self.tags.written(self.element, numbers).encode("ascii")


Numbers = dict[str, tuple[int, int]]


class Tags:
    """The tree of one paper while it is being drawn."""

    def __init__(self) -> None:
        """Begin with the document itself."""
        self.tree = Element("StructTreeRoot")
        self._count = 0
        self._keyed: dict[Hashable, Element] = {}
        self.document = self.under(self.tree, "Document")
        self._pages: list[list[Element]] = []

    def under(self, parent: Element, role: str, key: Hashable = None) -> Element:
        """A new element, or the earlier one of the same ``key``: a table that goes on, say."""
        if key is not None and key in self._keyed:
            return self._keyed[key]
        self._count += 1
        made = Element(role, parent, f"{ROOT}{self._count}")
        parent.kids.append(made)
        if key is not None:
            self._keyed[key] = made
        return made

    def begin_page(self) -> None:
        """Begin a page."""
        self._pages.append([])

    def mark(self, element: Element) -> str:
        """Give the next piece of the page's content to an element; the operator that begins it."""
        page = self._pages[-1]
        mark = Mark(len(self._pages) - 1, len(page))
        element.kids.append(mark)
        page.append(element)
        return f"/{element.role} <</MCID {mark.number}>> BDC"

    def write(self, canvas: Canvas) -> None:
        """Put the tree into the document and tell its catalogue and pages."""
        document = vars(canvas)["_doc"]
        document.Reference(_Written(self, None), PARENTS)
        for element in (self.tree, *_elements(self.tree)):
            document.Reference(_Written(self, element), element.name)
        catalogue = document.Catalog
        catalogue.StructTreeRoot = pdfdoc.PDFObjectReference(ROOT)
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        for at, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = at
            page.Tabs = pdfdoc.PDFName("S")

    def written(self, element: Element, numbers: Numbers) -> str:
        """An element as PDF: where it belongs and what belongs to it."""
        kids = " ".join(_kid(kid, numbers) for kid in element.kids)
        if element.parent is None:
            parents = _reference(PARENTS, numbers)
            return f"<</Type/StructTreeRoot/K[{kids}]/ParentTree {parents}>>"
        scope = COLUMN_HEAD if element.role == "TH" else ""
        parent = _reference(element.parent.name, numbers)
        return f"<</S/{element.role}/P {parent}{scope}/K[{kids}]>>"

    def parents(self, numbers: Numbers) -> str:
        """For each page the elements that its marks belong to."""
        lines = (
            f"{at}[{' '.join(_reference(element.name, numbers) for element in page)}]"
            for at, page in enumerate(self._pages)
        )
        return f"<</Nums[{' '.join(lines)}]>>"


def _elements(element: Element) -> Iterator[Element]:
    """Everything under an element."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield kid
            yield from _elements(kid)


def _reference(name: str, numbers: Numbers) -> str:
    """A reference to an object."""
    number, version = numbers[name]
    return f"{number} {version} R"


def _kid(kid: Element | Mark, numbers: Numbers) -> str:
    """A reference to an element or to a piece of a page."""
    if isinstance(kid, Element):
        return _reference(kid.name, numbers)
    page = _reference(f"Page{kid.page + 1}", numbers)
    return f"<</Type/MCR/Pg {page}/MCID {kid.number}>>"
