"""What PDF/A-2 asks of a file, as far as our own reading of it goes: each rule over the bare objects.

No validator is asked here. A rule that fails is a claim that is not held.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import ImageCms

from subcontract import papers
from subcontract.papers import archival
from subcontract.papers.archival import with_line_ends
from subcontract.papers.fonts import RESOURCES
from tests import make, make_invoice_papers
from tests.make_papers import credit_note, invoice, logo, payslip, statement, year_summary
from tests.make_rota_papers import coach_list, own_week
from tests.paper_reading import pages, png, texts

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
AID = "{http://www.aiim.org/pdfa/ns/id/}"
FORBIDDEN = (
    b"/Encrypt",
    b"/JavaScript",
    b"/JS",
    b"/AA",
    b"/Launch",
    b"/EmbeddedFile",
    b"/LZWDecode",
    b"/Alternates",
    b"/OPI",
    b"/PS",
    b"/TR2",
    b"/HTP",
    b"/Movie",
    b"/Sound",
    b"/XFA",
    b"/NeedAppearances",
)
PAPERS: dict[str, Callable[[], bytes]] = {
    "invoice": lambda: papers.invoice_pdf(invoice(), make.unit(logo=logo()), texts()),
    "with a code": lambda: make_invoice_papers.printed(invoice(), qr_code=True),
    "two pages": lambda: make_invoice_papers.printed(make_invoice_papers.many(40)),
    "draft": lambda: papers.invoice_pdf(invoice(number=0, reference=""), make.unit(), texts()),
    "credit note": lambda: papers.invoice_pdf(
        credit_note(note="Ωμέγα ≤ ☃ 漢"), make.unit(logo=png()), texts()
    ),
    "payslip": lambda: papers.payslip_pdf(payslip(), texts("sv")),
    "statement": lambda: papers.statement_pdf(statement(), texts()),
    "own week": lambda: papers.own_week_pdf(own_week(photo=png()), texts()),
    "coach's list": lambda: papers.coach_list_pdf(coach_list(), texts()),
    "year": lambda: papers.year_summary_pdf(year_summary(), texts("en")),
}


@dataclass(frozen=True)
class Thing:
    """One object of a file: its words, and the stream after them."""

    words: bytes
    stream: bytes | None

    @property
    def content(self) -> bytes:
        assert self.stream is not None
        return zlib.decompress(self.stream) if b"/FlateDecode" in self.words else self.stream


@cache
def file_of(name: str) -> bytes:
    return PAPERS[name]()


@cache
def things(name: str) -> dict[int, Thing]:
    """The objects by number, found by the table of places alone."""
    file = file_of(name)
    start = int(file.rsplit(b"startxref\n", 1)[1].split()[0])
    assert file[start:].startswith(b"xref\n0 ")
    lines = file[start : file.index(b"trailer", start)].split(b"\n")[3:-1]
    found = {}
    for number, line in enumerate(lines, 1):
        assert re.fullmatch(rb"\d{10} 00000 n ", line)
        place = int(line[:10])
        head = b"%d 0 obj\n" % number
        assert file[place:].startswith(head)
        found[number] = thing(file[place + len(head) :])
    return found


def thing(rest: bytes) -> Thing:
    """An object read as a reader does: by its ``Length``, not by looking for its end."""
    words = rest[: rest.index(b"endobj")]
    if b"\nstream\n" not in words:
        return Thing(words, None)
    words, after = rest.split(b"\nstream\n", 1)
    length = re.search(rb"/Length (\d+)", words)
    assert length
    size = int(length[1])
    assert after[size:].startswith(b"\nendstream\nendobj\n")
    return Thing(words, after[:size])


def of_type(name: str, kind: bytes) -> Iterator[Thing]:
    return (one for one in things(name).values() if re.search(rb"/Type\s*/" + kind + rb"\b", one.words))


def references(words: bytes, key: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb"/" + key + rb" (\d+) 0 R", words)]


every = pytest.mark.parametrize("name", PAPERS)


@every
def test_head_and_trailer(name: str) -> None:
    file = file_of(name)
    head, second = file.split(b"\n")[:2]
    assert re.fullmatch(rb"%PDF-1\.[0-7]", head)
    assert second.startswith(b"%")
    assert all(byte > 127 for byte in second[1:5])
    trailer = file[file.rindex(b"trailer") :]
    assert re.search(rb"/ID \n?\[<[0-9a-f]{32}><[0-9a-f]{32}>\]", trailer)
    assert file.endswith(b"%%EOF\n")
    assert file.count(b"startxref") == 1


@every
def test_nothing_that_is_forbidden(name: str) -> None:
    for one in things(name).values():
        for word in FORBIDDEN:
            assert not re.search(word + rb"(?![A-Za-z+])", one.words), word
        assert not re.search(rb"/Filter \[\s*\]", one.words)
        assert b"/F (" not in one.words
        assert b"/Interpolate true" not in one.words


@every
def test_every_stream_is_as_long_as_it_says_and_ends_on_a_line_of_its_own(name: str) -> None:
    streams = [one for one in things(name).values() if one.stream is not None]
    assert streams
    assert len(streams) == file_of(name).count(b"\nendstream\nendobj\n")


@every
def test_colours_are_rgb_or_grey_under_an_output_intent_of_three(name: str) -> None:
    (catalogue,) = of_type(name, b"Catalog")
    intent = catalogue.words[catalogue.words.index(b"/OutputIntents") :]
    assert b"/GTS_PDFA1" in intent
    assert b"(sRGB IEC61966-2.1)" in intent
    (profile,) = references(intent, b"DestOutputProfile")
    stream = things(name)[profile]
    assert b"/N 3" in stream.words
    assert stream.content == (RESOURCES / "colours" / "sRGB.icc").read_bytes()
    for one in things(name).values():
        assert b"/DeviceCMYK" not in one.words
    for page in pages_of(name):
        operators = set(re.findall(rb"(?<![\w/])(k|K|cs|CS|sc|SC|scn|SCN|sh|ri)(?=\s)", without_texts(page)))
        assert not operators


def test_the_profile_is_of_a_kind_that_pdf_1_7_knows() -> None:
    data = (RESOURCES / "colours" / "sRGB.icc").read_bytes()
    assert struct.unpack(">I", data[:4])[0] == len(data)
    assert (data[8:10], data[12:16], data[16:20], data[36:40]) == (b"\x04\x20", b"mntr", b"RGB ", b"acsp")
    profile = ImageCms.ImageCmsProfile(BytesIO(data))
    assert "use freely" in (profile.profile.copyright or "")


def pages_of(name: str) -> list[bytes]:
    """The drawing of each page."""
    found = [references(page.words, b"Contents") for page in of_type(name, b"Page")]
    return [things(name)[number].content for numbers in found for number in numbers]


def without_texts(page: bytes) -> bytes:
    """Operators alone: what is in parentheses is text."""
    return re.sub(rb"\((?:\\.|[^\\()])*\)", b"()", page, flags=re.DOTALL)


@every
def test_metadata_claim_level_u_of_part_2_and_agree_with_the_file(name: str) -> None:
    (catalogue,) = of_type(name, b"Catalog")
    (number,) = references(catalogue.words, b"Metadata")
    stream = things(name)[number]
    assert b"/Filter" not in stream.words
    assert b"/Subtype /XML" in stream.words
    told = stream.content.decode()
    assert told.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>')
    assert told.rstrip().endswith('<?xpacket end="r"?>')
    (description,) = ET.fromstring(told).iter(f"{RDF}Description")  # noqa: S314 - our own packet
    assert (description.findtext(f"{AID}part"), description.findtext(f"{AID}conformance")) == ("2", "U")
    title = description.find("{http://purl.org/dc/elements/1.1/}title")
    assert title is not None
    assert "".join(title.itertext()) == title_of(name)


def title_of(name: str) -> str:
    """The title in the old dictionary of the file."""
    trailer = file_of(name)[file_of(name).rindex(b"trailer") :]
    (number,) = references(trailer, b"Info")
    found = re.search(rb"/Title \(((?:\\.|[^\\()])*)\)", things(name)[number].words, re.DOTALL)
    assert found
    raw = re.sub(rb"\\([0-7]{3})", lambda octal: bytes([int(octal[1], 8)]), found[1])
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


@every
def test_every_font_is_embedded_with_one_table_of_signs_and_a_meaning_for_each(name: str) -> None:
    fonts = list(of_type(name, b"Font"))
    assert fonts
    for font in fonts:
        assert b"/Subtype /TrueType" in font.words
        assert b"/Encoding" not in font.words
        (descriptor,) = references(font.words, b"FontDescriptor")
        figures = things(name)[descriptor].words
        flags = re.search(rb"/Flags (\d+)", figures)
        assert flags
        assert (int(flags[1]) & 4, int(flags[1]) & 32) == (4, 0)
        (file,) = references(figures, b"FontFile2")
        face = things(name)[file]
        assert b"/Length1 %d" % len(face.content) in face.words
        assert tables_of_signs(face.content) == 1
        assert_widths_agree(font.words, face.content)
        (meaning,) = references(font.words, b"ToUnicode")
        assert_every_sign_has_a_meaning(font.words, things(name)[meaning].content)


def table(face: bytes, wanted: bytes) -> bytes:
    """One table of a TrueType file."""
    (number,) = struct.unpack(">H", face[4:6])
    for at in range(number):
        tag, _, place, size = struct.unpack(">4sIII", face[12 + 16 * at : 28 + 16 * at])
        if tag == wanted:
            return face[place : place + size]
    raise AssertionError(wanted)


def tables_of_signs(face: bytes) -> int:
    (number,) = struct.unpack(">H", table(face, b"cmap")[2:4])
    return int(number)


def assert_widths_agree(words: bytes, face: bytes) -> None:
    """Widths in the file are those of the face within a thousandth (ISO 19005-2, 6.2.11.5)."""
    listed = re.search(rb"/Widths \[([^\]]*)\]", words)
    assert listed
    widths = [Fraction(number.decode()) for number in listed[1].split()]
    (per_em,) = struct.unpack(">H", table(face, b"head")[18:20])
    (metrics,) = struct.unpack(">H", table(face, b"hhea")[34:36])
    advances = struct.unpack(f">{'Hh' * metrics}", table(face, b"hmtx")[: 4 * metrics])[::2]
    glyphs = glyphs_of(table(face, b"cmap"))
    for code, width in enumerate(widths):
        glyph = glyphs.get(code, 0)
        own = Fraction(advances[min(glyph, metrics - 1)] * 1000, per_em)
        assert abs(own - width) <= 1, code


def glyphs_of(cmap: bytes) -> dict[int, int]:
    """Which glyph a code draws, by the one table there is."""
    (place,) = struct.unpack(">I", cmap[8:12])
    (form,) = struct.unpack(">H", cmap[place : place + 2])
    assert form == 6
    first, number = struct.unpack(">HH", cmap[place + 6 : place + 10])
    kept = struct.unpack(f">{number}H", cmap[place + 10 : place + 10 + 2 * number])
    return {first + at: glyph for at, glyph in enumerate(kept)}


def assert_every_sign_has_a_meaning(words: bytes, cmap: bytes) -> None:
    ends = re.search(rb"/FirstChar (\d+).*?/LastChar (\d+)", words, re.DOTALL)
    assert ends
    known: set[int] = set()
    for first, last in re.findall(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>", cmap):
        known.update(range(int(first, 16), int(last, 16) + 1))
    assert set(range(int(ends[1]), int(ends[2]) + 1)) <= known


@every
def test_it_is_tagged_and_says_its_language(name: str) -> None:
    (catalogue,) = of_type(name, b"Catalog")
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", resolved(name, catalogue.words, b"MarkInfo"))
    assert references(catalogue.words, b"StructTreeRoot")
    assert re.search(rb"/Lang \([a-z]{2}-[A-Z]{2}\)", catalogue.words)
    for page in pages_of(name):
        plain = without_texts(page)
        begun = len(re.findall(rb"\b(?:BDC|BMC)\b", plain))
        assert begun == len(re.findall(rb"\bEMC\b", plain)) > 0


def resolved(name: str, words: bytes, key: bytes) -> bytes:
    """An entry that stands in place or in an object of its own."""
    numbers = references(words, key)
    return b"/" + key + b" " + things(name)[numbers[0]].words if numbers else words


def test_line_ends_change_nothing_else() -> None:
    file = file_of("invoice")
    assert len(pages(file)) == 1
    without = file.replace(b"\nendstream\nendobj\n", b"endstream\nendobj\n")
    assert b"\nendstream" not in without.replace(b"endstream\nendobj", b"")
    assert archival.END_OF_STREAM in without


def test_the_same_paper_has_the_same_bytes() -> None:
    assert PAPERS["invoice"]() == file_of("invoice")


def test_a_file_without_streams_stays_readable() -> None:
    body = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
    table_ = b"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n" % 9
    file = body + table_ + b"trailer\n<</Size 2>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    assert with_line_ends(file) == file
