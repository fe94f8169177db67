"""Colours, sizes and the style sheet made of them; contrast is computed; no Qt.

Reasons for the colours are in the look guide: a well-printed form on a light wooden desk. State is
always colour, icon and word; red is never shown to clients.
"""

import re
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from ui.presenters.tone import Tone

ICON_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"


class ThemeChoice(StrEnum):
    """What the user chose in the menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The tokens of one theme, as ``#rrggbb``."""

    name: str
    paper: str
    card: str
    ink: str
    muted: str
    line: str
    control: str
    pine: str
    on_pine: str
    pine_dark: str
    pine_tint: str
    sun: str
    sun_text: str
    sun_tint: str
    berry: str
    berry_text: str
    berry_tint: str
    sky: str
    sky_text: str
    sky_tint: str
    rail: str
    is_dark: bool = False

    def text_of(self, tone: Tone) -> str:
        """The colour of words of a tone on its own tint and on a card."""
        return {
            Tone.READY: self.pine,
            Tone.ATTENTION: self.sun_text,
            Tone.WRONG: self.berry_text,
            Tone.INFO: self.sky_text,
            Tone.QUIET: self.muted,
        }.get(tone, self.ink)

    def tint_of(self, tone: Tone) -> str:
        """The flat ground of a tone."""
        return {
            Tone.READY: self.pine_tint,
            Tone.ATTENTION: self.sun_tint,
            Tone.WRONG: self.berry_tint,
            Tone.INFO: self.sky_tint,
            Tone.QUIET: self.paper,
        }.get(tone, self.card)


LIGHT = Theme(
    name="light",
    paper="#FBFAF7",
    card="#FFFFFF",
    ink="#1E2A2F",
    muted="#4C5B61",
    line="#D9D5CC",
    control="#7A868B",
    pine="#1F5F4A",
    on_pine="#FFFFFF",
    pine_dark="#174A39",
    pine_tint="#E3EFE9",
    sun="#F2B632",
    sun_text="#6B4A00",
    sun_tint="#FDF3D9",
    berry="#9B2335",
    berry_text="#9B2335",
    berry_tint="#FAE6E8",
    sky="#1D5C8A",
    sky_text="#1D5C8A",
    sky_tint="#E2EEF6",
    rail="#F3F0E9",
)
DARK = Theme(
    name="dark",
    paper="#14191B",
    card="#1C2326",
    ink="#EDF1EF",
    muted="#B5C0C2",
    line="#344044",
    control="#849396",
    pine="#7CC7A6",
    on_pine="#0E2018",
    pine_dark="#9BD8BC",
    pine_tint="#1F3A31",
    sun="#F2C45A",
    sun_text="#F2C45A",
    sun_tint="#3A2F14",
    berry="#F2919C",
    berry_text="#F2919C",
    berry_tint="#43212A",
    sky="#8FC3EA",
    sky_text="#8FC3EA",
    sky_tint="#1D3446",
    rail="#101517",
    is_dark=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemColours:
    """What the system's palette gives a high-contrast theme, as ``#rrggbb``."""

    window: str = "#FFFFFF"
    text: str = "#000000"
    highlight: str = "#000000"
    highlighted_text: str = "#FFFFFF"
    link: str = "#00009F"


def high_contrast(system: SystemColours) -> Theme:
    """Make a theme of the system's own colours; too pale a palette gives way to black and white."""
    given = system if contrast(system.text, system.window) >= 7 else SystemColours()
    link = given.link if contrast(given.link, given.window) >= 7 else given.text
    pine, on_pine = given.highlight, given.highlighted_text
    if contrast(pine, given.window) < 3 or contrast(pine, on_pine) < 7:
        pine, on_pine = given.text, given.window
    ink, paper = given.text, given.window
    colours = {field.name: ink for field in fields(Theme)}
    colours |= dict.fromkeys(
        ("paper", "card", "rail", "pine_tint", "sun_tint", "berry_tint", "sky_tint"), paper
    )
    colours |= {"pine": pine, "on_pine": on_pine, "pine_dark": pine, "sky": link, "sky_text": link}
    dark = _luminance(paper) < _luminance(ink)
    return Theme(**{**colours, "name": "contrast", "is_dark": dark})  # type: ignore[arg-type]


def _luminance(colour: str) -> Decimal:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    parts = []
    for at in (1, 3, 5):
        part = Decimal(int(colour[at : at + 2], 16)) / 255
        linear = (
            part / Decimal("12.92")
            if part <= Decimal("0.04045")
            else ((part + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
        )
        parts.append(linear)
    return Decimal("0.2126") * parts[0] + Decimal("0.7152") * parts[1] + Decimal("0.0722") * parts[2]


def contrast(one: str, other: str) -> Decimal:
    """Contrast ratio of two colours as WCAG 2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + Decimal("0.05")) / (darker + Decimal("0.05"))


PAIRS: tuple[tuple[str, str, int | str], ...] = (
    ("ink", "card", 7),
    ("ink", "paper", 7),
    ("ink", "rail", 7),
    ("ink", "pine_tint", 7),
    ("ink", "sun_tint", 7),
    ("muted", "card", 7),
    ("muted", "paper", "6.5"),
    ("muted", "rail", "6"),
    ("pine", "card", 7),
    ("pine", "paper", 7),
    ("pine", "pine_tint", "5.5"),
    ("on_pine", "pine", 7),
    ("on_pine", "pine_dark", 7),
    ("sun_text", "sun_tint", 7),
    ("berry_text", "card", 7),
    ("berry_text", "berry_tint", 6),
    ("sky_text", "card", 7),
    ("sky_text", "sky_tint", 6),
    ("control", "card", 3),
    ("control", "paper", 3),
    ("pine", "control", 1),
)
"""Foreground, ground and the least contrast of each pair that is used."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels at a font scale given in per cent; 100 is the system's own size."""

    percent: int = 100

    def px(self, length: int) -> int:
        """A length that grows with the font."""
        return max(1, length * self.percent // 100)

    def soft(self, length: int) -> int:
        """A space that grows half as fast as the font, so that a large font leaves room for words."""
        return max(1, length * (100 + (self.percent - 100) // 3) // 100)


def stylesheet(theme: Theme, sizes: Sizes, point_size: Decimal) -> str:
    """The style sheet of the whole program; ``point_size`` is that of body text."""
    from ui.sheet import SHEET  # noqa: PLC0415 - a long text, kept apart

    suffix = "dark" if theme.is_dark else "light"
    values = {field.name: getattr(theme, field.name) for field in fields(Theme)}
    values |= {f"s{length}": f"{sizes.soft(length)}px" for length in (2, 4, 6, 8, 10, 12, 16, 24, 32)}
    values |= {
        f"h{length}": f"{sizes.px(length)}px" for length in (10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 36, 44)
    }
    for name, factor in (("body", 100), ("small", 92), ("section", 120), ("title", 160), ("figure", 190)):
        values[name] = f"{(point_size * factor / 100).quantize(Decimal('0.1'))}pt"
    values |= {"icons": ICON_FOLDER.as_posix(), "suffix": suffix}
    return re.sub(r"@(\w+)", lambda found: values[found[1]], SHEET)
