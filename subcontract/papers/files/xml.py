"""Writes XML: nested parts, empty ones left out, texts in the letters that banks take."""

import unicodedata
from collections.abc import Iterator
from typing import cast

from lxml import etree

Part = tuple[str, "str | list[Part]"]
"""A name and its text, or a name and the parts inside; ``InstdAmt Ccy=EUR`` is a name with an attribute."""

BANK_LETTERS = "iso-8859-1"
"""Finnish letters are kept; what lies outside is written without its mark or left out."""
SOFT_HYPHEN = "\u00ad"
INSTEAD = {
    **dict.fromkeys("–—−‐", "-"),
    "’": "'",
    **dict(zip("đĐŋŊŧŦ", "dDnNtT", strict=True)),
}
"""Signs that have no simpler form of their own; the letters are those of the Sámi languages."""


def document(root: etree._Element, parts: list[Part]) -> bytes:
    """The whole document in UTF-8, one element to a line."""
    _fill(root, parts)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def root_of(name: str, namespace: str, *, prefix: str | None = None) -> etree._Element:
    """A root in a namespace; with a prefix the parts inside stand in none."""
    # The stubs do not know that None names the namespace without a prefix.
    return etree.Element(f"{{{namespace}}}{name}", nsmap=cast("dict[str, str]", {prefix: namespace}))


def _fill(parent: etree._Element, parts: list[Part]) -> None:
    space = parent.nsmap.get(None)
    for name, inside in parts:
        if not inside:
            continue
        tag, *attributes = name.split()
        child = etree.SubElement(parent, f"{{{space}}}{tag}" if space else tag)
        for attribute in attributes:
            child.set(*attribute.split("="))
        if isinstance(inside, str):
            child.text = inside
        else:
            _fill(child, inside)


def bank_text(text: str, most: int) -> str:
    """At most ``most`` characters of the letters that Finnish banks take (ISO 8859-1), on one line."""
    return one_line(text, BANK_LETTERS)[:most].rstrip()


def one_line(text: str, encoding: str) -> str:
    """A text on one line in the letters of an encoding: others lose their marks or are left out."""
    if not (text.isprintable() and _fits(text, encoding)):
        text = "".join(_letters(text, encoding))
    return " ".join(text.split())


def _letters(text: str, encoding: str) -> Iterator[str]:
    for sign in text:
        if unicodedata.category(sign).startswith("C"):
            yield "" if sign == SOFT_HYPHEN else " "
        elif _fits(sign, encoding):
            yield sign
        elif sign in INSTEAD:
            yield INSTEAD[sign]
        else:
            yield "".join(part for part in unicodedata.normalize("NFKD", sign) if _fits(part, encoding))


def _fits(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
