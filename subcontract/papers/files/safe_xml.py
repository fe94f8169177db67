"""Opens XML that somebody else wrote: bounded in size and time, with no entities and no look outside.

A file is refused as a whole, before anything of it is used: too large (``e_invoice_too_large``), in letters
we do not read (``e_invoice_letters``), with a document type (``e_invoice_unsafe``: entities need one), or
no XML at all (``e_invoice_broken``).
"""

import re

from lxml import etree

from subcontract.problems import Code, refuse

MOST_BYTES = 5_000_000
"""An e-invoice of a thousand rows has a third of that."""
MOST_ELEMENTS = 200_000
DECLARED = re.compile(rb"""^<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
READABLE = frozenset(
    {"utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "iso8859-1", "iso8859-15", "windows-1252"}
)
UNSAFE = re.compile(rb"<!(?:doctype|entity|element|attlist)", re.IGNORECASE)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00")
SHOWN = 40


def root_of_file(data: bytes) -> etree._Element:
    """The root of a file that is safe to read."""
    if len(data) > MOST_BYTES or data.count(b"<") > MOST_ELEMENTS:
        raise refuse(Code.E_INVOICE_TOO_LARGE)
    plain = data.removeprefix(BYTE_ORDER_MARK).lstrip()
    _letters_must_be_known(plain)
    if UNSAFE.search(plain):
        raise refuse(Code.E_INVOICE_UNSAFE)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(plain, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        line = getattr(wrong, "lineno", None)
        raise refuse(Code.E_INVOICE_BROKEN, **({"line": str(line)} if line else {})) from None


def _letters_must_be_known(plain: bytes) -> None:
    """Refuse encodings in which what is unsafe could hide from us."""
    if plain.startswith(OTHER_MARKS) or b"\x00" in plain[:SHOWN]:
        raise refuse(Code.E_INVOICE_LETTERS, encoding="UTF-16")
    declared = DECLARED.match(plain)
    name = declared[1].decode("ascii") if declared else "utf-8"
    if name.lower() not in READABLE:
        raise refuse(Code.E_INVOICE_LETTERS, encoding=name)
