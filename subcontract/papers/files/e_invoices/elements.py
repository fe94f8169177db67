"""Elements of an XML file as plain values, written once the whole is known; empty ones are left out."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Element:
    """A name, what is inside, and its attributes."""

    name: str
    """With its prefix, if it has one: ``cbc:ID``."""
    inside: "str | tuple[Element, ...]"
    attributes: Mapping[str, str]
    stays: bool = False
    """Written though nothing is inside."""


def el(name: str, inside: str | Iterable[Element] = "", /, **attributes: str) -> Element:
    """An element with a text or with elements; attributes without a text are left out when written."""
    return Element(name, inside if isinstance(inside, str) else tuple(inside), attributes)


def empty(name: str) -> Element:
    """An element that must stand there though it is empty."""
    return Element(name, "", {}, stays=True)


def document(root: etree._Element, inside: Iterable[Element], encoding: str) -> bytes:
    """The whole document, one element to a line; prefixes are those that the root knows."""
    _fill(root, inside)
    etree.indent(root)
    written = etree.ElementTree(root)
    target = io.BytesIO()
    written.write(target, xml_declaration=True, encoding=encoding)
    return target.getvalue() + b"\n"


def _fill(parent: etree._Element, inside: Iterable[Element]) -> None:
    for one in inside:
        if not one.inside and not one.stays:
            continue
        child = etree.SubElement(parent, _full_name(parent, one.name))
        for name, value in one.attributes.items():
            if value:
                child.set(name, value)
        if isinstance(one.inside, str):
            child.text = one.inside or None
        else:
            _fill(child, one.inside)
            if not len(child):
                parent.remove(child)


def _full_name(parent: etree._Element, name: str) -> str:
    prefix, colon, local = name.rpartition(":")
    return f"{{{parent.nsmap[prefix]}}}{local}" if colon else name
