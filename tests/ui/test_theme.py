from decimal import Decimal

import pytest

from ui.theme import DARK, LIGHT, PAIRS, Sizes, SystemColours, Theme, contrast, high_contrast, stylesheet

HIGH = high_contrast(SystemColours())


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#FFFFFF", "#000000"), 2) == 21
    assert round(contrast("#767676", "#FFFFFF"), 2) == Decimal("4.54")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_every_pair_in_use_can_be_read(theme: Theme, front: str, ground: str, least: int | str) -> None:
    assert contrast(getattr(theme, front), getattr(theme, ground)) >= Decimal(least)


@pytest.mark.parametrize(("front", "ground", "_least"), PAIRS[:-1])
def test_high_contrast_is_at_least_seven_everywhere(front: str, ground: str, _least: object) -> None:
    assert contrast(getattr(HIGH, front), getattr(HIGH, ground)) >= 7


def test_high_contrast_takes_the_systems_own_colours_unless_they_are_pale() -> None:
    yellow = SystemColours(window="#000000", text="#FFFF00", highlight="#00FFFF", highlighted_text="#000000")
    assert (high_contrast(yellow).ink, high_contrast(yellow).paper) == ("#FFFF00", "#000000")
    assert high_contrast(yellow).is_dark
    pale = SystemColours(window="#FFFFFF", text="#999999")
    assert high_contrast(pale).ink == "#000000"


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_style_sheet_has_no_name_left_unfilled(percent: int) -> None:
    sheet = stylesheet(LIGHT, Sizes(percent), Decimal(11))
    assert "@" not in sheet
    assert LIGHT.pine in sheet
