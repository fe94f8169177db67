"""The page by WeasyPrint: HTML with a table, the giro slip as a grid, the barcode as SVG."""

import sys
from html import escape
from pathlib import Path

import weasyprint

from tests.benchmarks.rivals.turns import Bill, Seconds, seconds, serve

STYLE = """
@font-face { font-family: Sheet; src: url(%s) }
@font-face { font-family: Sheet; font-weight: bold; src: url(%s) }
@page { size: A4; margin: 0 }
body { font: 9pt Sheet; margin: 12mm 20mm }
h1 { font-size: 16pt; margin: 0 }
table { width: 100%%; border-collapse: collapse; margin-top: 12mm }
td, th { border-bottom: 0.2mm solid black; text-align: right; padding: 1mm }
td:nth-child(1), th:nth-child(1) { text-align: left }
.sums td { border: 0 }
footer { position: absolute; left: 20mm; top: 165mm; font-size: 7pt }
.slip { position: absolute; left: 0; top: 195mm; width: 210mm }
.slip p { margin: 0 20mm; border-top: 0.2mm solid black; height: 11mm }
svg { position: absolute; left: 20mm; top: 283mm; width: 105mm; height: 12mm }
"""


def lines(of: list[str]) -> str:
    """Texts under each other."""
    return "<br>".join(map(escape, of))


def row(cells: list[str], tag: str = "td") -> str:
    """A row of a table."""
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def page(bill: Bill) -> str:
    """The bill as HTML."""
    buyer = bill["buyer"]
    parts = [
        f'<img src="{Path(bill["logo"]).as_uri()}" style="height: 12mm"><h1>{escape(bill["title"])}</h1>',
        f"<p>{lines([buyer['name'], buyer['street'], buyer['postcode'] + ' ' + buyer['town']])}</p>",
        f"<p>{lines([f'{caption} {text}' for caption, text in bill['facts']])}</p>",
        f"<table>{row(bill['head'], 'th')}{''.join(map(row, bill['rows']))}</table>",
        f'<table class="sums">{"".join(row(list(pair)) for pair in bill["sums"])}</table>',
        f"<footer>{lines(bill['foot'])}</footer>",
        f'<div class="slip">{"".join(f"<p>{lines(list(pair))}</p>" for pair in bill["slip"])}</div>',
        f'<svg viewBox="0 0 {bill["modules"]} 38" preserveAspectRatio="none">',
        *(f'<rect x="{place}" width="{width}" height="38"/>' for place, width in bill["bars"]),
        "</svg>",
    ]
    return f'<html lang="fi"><title>{escape(bill["title"])}</title><body>{"".join(parts)}</body></html>'


def main() -> None:
    """Take turns: ``by_weasyprint REGULAR.ttf BOLD.ttf``. The style and its fonts are read once."""
    fonts = weasyprint.text.fonts.FontConfiguration()
    urls = tuple(Path(file).resolve().as_uri() for file in sys.argv[1:3])
    style = weasyprint.CSS(string=STYLE % urls, font_config=fonts)

    def paper(bill: Bill) -> bytes:
        html = weasyprint.HTML(string=page(bill))
        return bytes(html.write_pdf(stylesheets=[style], font_config=fonts) or b"")

    def turn(bills: list[Bill]) -> Seconds:
        return {"page": seconds(lambda: [paper(bill) for bill in bills])}

    serve(f"WeasyPrint {weasyprint.__version__}", turn)


if __name__ == "__main__":
    main()
