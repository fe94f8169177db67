import pytest
import zxingcpp

from subcontract.codes import symbol_check
from subcontract.papers import barcode, giro
from subcontract.papers.measures import MM
from tests.make_papers import invoice
from tests.paper_reading import picture, texts

VECTORS = [
    ("479440520200360820048831500000000868516259619897100612", 40),
    ("458101710000001220004829900000000559582243294671120131", 55),
    ("415660100015306410074445400000007758474790647489191219", 63),
    ("416800014000502670009358500000078777679656628687000000", 30),
    ("483330100011007751500002000092125374252539897737160525", 45),
    ("439363630020924920000010300000000000000590738390230311", 9),
    ("579440520200360820048831509000000868516259619897100612", 74),
    ("502500046400013020006938061000000000698756720839110724", 34),
    ("515660100015306410074445484000007758474790647489191219", 16),
    ("516800014000502670009358560000078777679656628687000000", 15),
    ("573313130010000580000000010000000000000000868624130809", 91),
    ("592393900010033910000000295000000000000001357914991224", 33),
]


@pytest.mark.parametrize(("code", "check"), VECTORS)
def test_the_symbol_is_code_128_in_set_c(code: str, check: int) -> None:
    signs = barcode.signs(code)
    assert signs[0] == 105
    assert signs[-2:] == (check, 106)
    assert len(signs) == 30
    assert symbol_check(code) == check


@pytest.mark.parametrize(("code", "check"), VECTORS)
def test_the_symbol_has_332_modules(code: str, check: int) -> None:
    bars = list(barcode.bars(code))
    place, width = bars[-1]
    assert bars[0][0] == 0
    assert place + width == barcode.MODULES
    assert len(bars) == 29 * 3 + 4


def test_every_sign_is_eleven_modules_wide_and_unlike_the_others() -> None:
    patterns = [barcode.pattern(sign) for sign in range(106)]
    assert {sum(pattern) for pattern in patterns} == {11}
    assert len(set(patterns)) == 106
    assert sum(barcode.pattern(barcode.STOP)) == 13


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_it_is_read_back_from_the_printed_page(dpi: int) -> None:
    from subcontract import papers
    from tests import make

    paper = picture(papers.invoice_pdf(invoice(), make.unit(), texts()), dpi=dpi)
    found = zxingcpp.read_barcodes(paper)
    assert [(one.text, one.format) for one in found] == [
        ("421123456000007850017581700000000000000001234561261214", zxingcpp.BarcodeFormat.Code128)
    ]


@pytest.mark.parametrize("dpi", [203, 600])
def test_quiet_zones_and_measures_hold_in_pixels(dpi: int) -> None:
    from subcontract import papers
    from tests import make

    paper = picture(papers.invoice_pdf(invoice(), make.unit(), texts()), dpi=dpi).convert("L")
    pixels_per_mm = dpi * 10 / 254
    left = round(giro.CAPTIONS * dpi / 72)
    row = round((297 - 4.8 - 6) * pixels_per_mm)
    line = paper.crop((0, row, paper.width, row + 1)).tobytes()
    dark = [x for x, value in enumerate(line) if value < 128]
    assert abs(dark[0] - left) <= 1
    assert abs(dark[-1] + 1 - dark[0] - 105 * pixels_per_mm) <= 2
    assert dark[0] >= 20 * pixels_per_mm
    clear = round(dark[-1] + 2), round(dark[-1] + 20 * pixels_per_mm)
    box = (clear[0], row - round(6 * pixels_per_mm), clear[1], row + round(6 * pixels_per_mm))
    assert paper.crop(box).getextrema() == (255, 255)
    top = round(row - 10 * pixels_per_mm)
    column = paper.crop((dark[0] + 1, top, dark[0] + 2, paper.height)).tobytes()
    ink = [y for y, value in enumerate(column, top) if value < 128]
    high = (ink[-1] + 1 - ink[0]) / pixels_per_mm
    assert 10 <= high <= 12.7
    assert (paper.height - 1 - ink[-1]) / pixels_per_mm <= 5


def test_the_size_is_what_the_guide_allows() -> None:
    assert 70 <= barcode.WIDTH / MM <= 105.001
    assert 10 <= barcode.HEIGHT / MM <= 12.7
