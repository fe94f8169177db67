"""What PDF/A asks of a paper beside its pages (ISO 19005-2): what it is, in XMP, and what its colours mean.

The claim made is part 2, level U: the paper looks the same for ever (level B), and every sign can be
searched and copied. Own tests hold each rule they know of: embedded fonts with one table of signs, no
encryption, scripts, files or outside references, an output intent, an id, metadata that agree, and a meaning
for every sign. The paper is tagged too (``tags``), but level A is not claimed, as nobody has judged the tags.
No validator has been run on it here: see the page on this among the decisions. Papers put together by
``bundle`` are no PDF/A and have no tags.
"""

from collections.abc import Callable
from functools import cache
from itertools import accumulate, pairwise
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from subcontract.papers.fonts import RESOURCES

PROFILE: Final = "Profile"
METADATA: Final = "PaperMetadata"
CONDITION: Final = "sRGB IEC61966-2.1"
CREATOR: Final = "Urakka"
MADE: Final = "2000-01-01T00:00:00+00:00"
"""The day that reportlab gives papers that are to be the same on any day."""
END_OF_STREAM: Final = b"endstream\nendobj\n"
PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@cache
def _profile() -> bytes:
    """The colour profile."""
    return (RESOURCES / "colours" / "sRGB.icc").read_bytes()


def write_archival(canvas: Canvas, title: str, author: str, language: str) -> None:
    """Put the metadata and the output intent into a document; title and author are printable already."""
    document = vars(canvas)["_doc"]
    register: Callable[[pdfdoc.PDFObject, str], pdfdoc.PDFObjectReference] = document.Reference
    catalogue = document.Catalog
    profile = register(_PlainStream(_profile(), N=3), PROFILE)
    intent = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString(CONDITION),
            "Info": pdfdoc.PDFString(CONDITION),
            "DestOutputProfile": profile,
        }
    )
    catalogue.__NoDefault__ = [*type(catalogue).__NoDefault__, "OutputIntents"]
    catalogue.OutputIntents = pdfdoc.PDFArray([intent])
    told = PACKET.format(
        title=escape(title),
        author=escape(author),
        language=escape(language),
        tool=CREATOR,
        made=MADE,
        producer=escape(document.info.producer),
    )
    names = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    catalogue.Metadata = register(_PlainStream(told.encode(), **names), METADATA)


class _PlainStream(pdfdoc.PDFObject):
    """A stream that is not compressed: metadata must be readable by any program."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, **entries: object) -> None:
        self._content, self._entries = content, entries

    def format(self, document: object) -> bytes:
        """The stream in PDF's own words."""
        entries: bytes = pdfdoc.PDFDictionary({**self._entries, "Length": len(self._content)}).format(
            document
        )
        return b"".join((entries, b"\nstream\n", self._content, END_OF_STREAM.removesuffix(b"endobj\n")))


def with_line_ends(paper: bytes) -> bytes:
    """Put a line end before every ``endstream``, as PDF/A asks and reportlab does not."""
    start = int(paper[paper.rindex(b"startxref") + len(b"startxref") :].split()[0])
    trailer = paper.index(b"trailer", start)
    places = [int(line[:10]) for line in paper[start:trailer].splitlines()[3:]]
    pieces = [paper[: places[0]]]
    pieces += [_with_line_end(paper[one:other]) for one, other in pairwise((*places, start))]
    ends = tuple(accumulate(map(len, pieces)))
    table = b"".join(b"%010d 00000 n \n" % end for end in ends[:-1])
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    last = paper[trailer : paper.rindex(b"startxref")]
    return b"".join((*pieces, head, table, last, b"startxref\n%d\n%%%%EOF\n" % ends[-1]))


def _with_line_end(piece: bytes) -> bytes:
    """One object; only streams need it."""
    if not piece.endswith(END_OF_STREAM):
        return piece
    return b"".join((piece.removesuffix(END_OF_STREAM), b"\n", END_OF_STREAM))
