"""Words, dates, money and numbers in one language: gettext and Babel behind ``words.Texts``; no Qt.

Typography is Finnish wherever the language does not say otherwise: no-break space before units and
between thousands, U+2212 as minus, ``klo 14.05``. Numbers are rounded half up before they are written.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from subcontract.words import N_
from ui import catalogue
from ui.figures import MINUS, NBSP, Figures

if TYPE_CHECKING:
    from gettext import NullTranslations

    from babel import Locale

    from subcontract.days import DateRange, Month
    from subcontract.money import Money

LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
"""Always with the country: plain ``fi`` counts weeks wrongly."""
LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}

_BLANK = re.compile(r"\{(\w+)\}")
_DAY = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMM y"}
_PERCENT = {"fi": f"{NBSP}%", "sv": f"{NBSP}%", "en": "%"}
_HOUR = 60


class Length(int):
    """Whole minutes that a sentence shows as hours and minutes."""


class CatalogueTexts:
    """The texts of one language; see ``words.Texts`` for what each method promises."""

    def __init__(self, language: str = "fi", folder: Path | None = None, cache: Path | None = None) -> None:
        """Open ``language`` (``fi``, ``sv`` or ``en``; any other is read as ``fi``)."""
        self._language = language if language in LOCALES else "fi"
        self._folder = folder or catalogue.LOCALE_FOLDER
        self._cache = cache

    @cached_property
    def _words(self) -> "NullTranslations":
        """The catalogue, read at the first sentence."""
        return catalogue.load(self._language, self._folder, self._cache)

    @cached_property
    def _locale(self) -> "Locale":
        """Babel's locale, read at the first figure."""
        from babel import Locale  # noqa: PLC0415 - a quick start matters more than the usual place

        return Locale.parse(LOCALES[self._language])

    @cached_property
    def _figures(self) -> Figures:
        """How figures are written."""
        return Figures.of(self._locale)

    @property
    def language(self) -> str:
        """Language code: ``fi``, ``sv`` or ``en``."""
        return self._language

    def say(self, text: str, /, **blanks: object) -> str:
        """Translate a whole sentence and fill its named blanks, each formatted by its type.

        A blank without a value stays visible as ``{name}``: better a strange sentence than none.
        """
        if not text:
            return ""
        return self._filled(self._words.gettext(text), blanks)

    def count(self, one: str, many: str, number: int, /, **blanks: object) -> str:
        """Translate by plural form; the blank ``{number}`` holds the number."""
        return self._filled(self._words.ngettext(one, many, number), {"number": number, **blanks})

    def _filled(self, sentence: str, blanks: dict[str, object]) -> str:
        """Fill the blanks; signs in the values are never read as blanks."""
        if "{" not in sentence:
            return sentence
        return _BLANK.sub(
            lambda found: self.write(blanks[found[1]]) if found[1] in blanks else found[0], sentence
        )

    def write(self, value: object) -> str:
        """Write any value by its type; a text stays as it is, and so does a number given as a text.

        Whole numbers get spaces between thousands: hand an invoice number or a year as ``str``.
        An enumeration's member is said by its ``label``; several values become an "a or b" list.
        """
        if isinstance(value, Enum):
            return self.say(str(getattr(value, "label", value.value)))
        if isinstance(value, str):
            return value
        if isinstance(value, tuple | list | frozenset):
            return self.any_of(tuple(value))
        for kind, write in self._writers:
            if isinstance(value, kind):
                return write(value)
        return "" if value is None else str(value)

    @cached_property
    def _writers(self) -> tuple[tuple[type, Callable[..., str]], ...]:
        """How each type is written; narrower types first."""
        from subcontract.days import DateRange, Month  # noqa: PLC0415 - as Babel
        from subcontract.money import Money  # noqa: PLC0415

        return (
            (bool, lambda value: self.say(N_("yes") if value else N_("no"))),
            (Length, self.length),
            (int, self.number),
            (Money, self.money),
            (Decimal, self.number),
            (datetime, self.moment),
            (date, self.day),
            (time, self.clock),
            (Month, self.month),
            (DateRange, self.days),
        )

    def any_of(self, values: tuple[object, ...]) -> str:
        """Write alternatives: ``7 t 18 min tai 7 t 30 min``."""
        words = [self.write(value) for value in values]
        if len(words) < 2:
            return "".join(words)
        return self.say(N_("{first} or {last}"), first=", ".join(words[:-1]), last=words[-1])

    def money(self, amount: "Money") -> str:
        """Write an amount with its currency: ``1 340,50 €``."""
        return self._figures.money(amount)

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        """Write a number with the language's decimal mark, with ``places`` decimals if given."""
        return self._figures.number(value, places)

    def percent(self, value: Decimal) -> str:
        """Write a percentage given as a number of hundredths: 25.5 gives ``25,5 %``."""
        return self.number(value) + _PERCENT[self._language]

    def _date(self, value: date, pattern: str) -> str:
        """Write a date by a pattern of Babel."""
        from babel.dates import format_date  # noqa: PLC0415

        return format_date(value, pattern, locale=self._locale)

    def day(self, value: date) -> str:
        """Write a short date: ``2.11.2026``."""
        if self._language != "en":
            return f"{value.day}.{value.month}.{value.year}"
        return self._date(value, _DAY[self._language])

    def long_day(self, value: date) -> str:
        """Write a date with its weekday and the month's name."""
        return self._date(value, "full")

    def weekday(self, value: date) -> str:
        """Write the short name of the weekday: ``ma``."""
        return self._date(value, "ccc")

    def weekday_name(self, value: date) -> str:
        """Write the whole name of the weekday: ``maanantai``."""
        return self._date(value, "cccc")

    def month(self, value: "Month") -> str:
        """Write the month's name and year: ``marraskuu 2026``."""
        return self._date(value.first, "LLLL y")

    def days(self, value: "DateRange") -> str:
        """Write a range with an en dash, or only its beginning when it is open."""
        if value.is_open:
            return self.say(N_("from {day}"), day=value.first)
        if value.first == value.last:
            return self.day(value.first)
        return f"{self.day(value.first)}–{self.day(value.last)}"

    def clock(self, value: time) -> str:
        """Write a time of day: ``8.05``."""
        mark = ":" if self._language == "en" else "."
        return f"{value.hour:02}{mark}{value.minute:02}" if mark == ":" else f"{value.hour}.{value.minute:02}"

    def times(self, start: time, end: time) -> str:
        """Write from when until when: ``8.05–12.00``."""
        return f"{self.clock(start)}–{self.clock(end)}"

    def moment(self, value: datetime) -> str:
        """Write a moment in Finnish local time: ``2.11.2026 klo 14.05``."""
        from subcontract.clock import HELSINKI  # noqa: PLC0415

        local = value.astimezone(HELSINKI) if value.tzinfo else value
        return self.say(N_("{day} at {clock}"), day=local.date(), clock=local.time())

    def length(self, minutes: int) -> str:
        """Write a length of time: ``7 t 30 min``."""
        hours, rest = divmod(abs(minutes), _HOUR)
        if hours and rest:
            text = self.say(N_("{hours} h {minutes} min"), hours=hours, minutes=rest)
        elif hours:
            text = self.say(N_("{hours} h"), hours=hours)
        else:
            text = self.say(N_("{minutes} min"), minutes=rest)
        return f"{MINUS}{text}" if minutes < 0 else text
