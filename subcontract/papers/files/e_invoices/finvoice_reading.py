"""Reads single values of a Finvoice, each refused by the place where it stands (``e_invoice_field``)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NoReturn, TypeVar

from lxml import etree

from subcontract.days import EARLIEST, LATEST
from subcontract.money import Money, exact
from subcontract.papers.files.e_invoices.pieces import LONGEST_VALUE, joined
from subcontract.problems import Code, Refused, refuse

NUMBER = re.compile(r"-?[0-9]{1,15}([.,][0-9]{1,9})?", re.ASCII)
DAY = re.compile(r"[0-9]{8}", re.ASCII)
EURO = "EUR"
T = TypeVar("T")


class Node:
    """An element and the way to it; a part that is missing is an empty one."""

    __slots__ = ("_element", "place")

    def __init__(self, element: etree._Element | None, place: str) -> None:
        """Stand at an element, ``place`` being its path."""
        self._element = element
        self.place = place

    def __bool__(self) -> bool:
        """Whether it is there."""
        return self._element is not None

    def part(self, path: str) -> "Node":
        """The first element at a path below."""
        found = None if self._element is None else self._element.find(path)
        return Node(found, f"{self.place}/{path}" if self.place else path)

    def parts(self, name: str) -> Iterator["Node"]:
        """Every element of a name right below."""
        for at, element in enumerate([] if self._element is None else self._element.findall(name), 1):
            yield Node(element, f"{self.place}/{name}[{at}]".removeprefix("/"))

    def attribute(self, name: str) -> str:
        """An attribute; empty when left out."""
        return "" if self._element is None else str(self._element.get(name) or "").strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """Every text of a name right below."""
        return tuple(text for node in self.parts(name) if (text := node.own_text()))

    def own_text(self) -> str:
        """The text of this element, as it stands."""
        return "" if self._element is None else (self._element.text or "").strip("\r\n\t")

    def text(self, path: str) -> str:
        """A text below; empty when left out."""
        return self.part(path).own_text().strip()

    def required(self, path: str) -> str:
        """A text that must be there."""
        return self.text(path) or self.refused(path)

    def refused(self, path: str) -> NoReturn:
        """Refuse what stands at a path, or that nothing does."""
        raise refuse(Code.E_INVOICE_FIELD, self.part(path).place, place=self.part(path).place)

    def number(self, path: str) -> Decimal | None:
        """A number with a decimal comma; ``None`` when left out."""
        text = self.text(path)
        if not text:
            return None
        if not NUMBER.fullmatch(text):
            self.refused(path)
        try:
            return exact(text.replace(",", "."))
        except Refused:
            self.refused(path)

    def money(self, path: str) -> Money | None:
        """Euros; another currency and fractions of a cent are refused."""
        amount, currency = self.number(path), self.part(path).attribute("AmountCurrencyIdentifier")
        if amount is None:
            return None
        if currency not in {"", EURO}:
            self.refused(path)
        try:
            return Money(amount)
        except Refused:
            self.refused(path)

    def day(self, path: str) -> date | None:
        """A day, ``CCYYMMDD``; ``None`` when left out."""
        text = self.text(path)
        if not text:
            return None
        try:
            day = date.fromisoformat(text) if DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None or not EARLIEST <= day <= LATEST:
            self.refused(path)
        return day


def must(value: T | None, node: Node, path: str) -> T:
    """What was read, or its refusal when it is missing."""
    return node.refused(path) if value is None else value


class Rests:
    """What fields could not hold, gathered again by its code."""

    def __init__(self, node: Node, name: str) -> None:
        """Read the definitions called ``name`` of a node."""
        self._values: dict[str, list[str]] = {}
        for details in node.parts(f"{name}Details"):
            code = details.part(f"{name}HeaderText").attribute("DefinitionCode")
            self._values.setdefault(code, []).append(details.part(f"{name}Value").own_text())

    def value(self, code: str) -> str:
        """The whole text of a code."""
        return joined(tuple(self._values.get(code, ())), LONGEST_VALUE)

    @staticmethod
    def decimal(text: str) -> Decimal:
        """A number that was carried on; nought when none was."""
        return exact(text.replace(",", ".")) if NUMBER.fullmatch(text) else Decimal(0)

    def codes(self, begin: str) -> list[str]:
        """The codes that begin so, in the order of the file."""
        return [code for code in self._values if code.startswith(begin)]

    def whole(self, code: str, first: tuple[str, ...], longest: int) -> str:
        """A field and what of it was carried on."""
        rest = self.value(code)
        if not rest:
            return joined(first, longest)
        return joined((*first, rest), longest)
