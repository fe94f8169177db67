"""The page by fpdf2: texts in cells, the table row by row, the barcode as rectangles.

``plain`` as an argument draws with the fonts every reader has, which embeds nothing but lacks signs.
"""

import sys

import fpdf

from tests.benchmarks.rivals.turns import Bill, Seconds, seconds, serve

WIDTHS = (62, 19, 15, 23, 19, 32)
LEFT, SLIP_TOP, BARCODE = 20, 195, 105
MISSING = str.maketrans({"€": "e", "–": "-", "\u2212": "-", "\u00a0": " "})


class Pages:
    """Draws bills; the font files are opened for each paper, as the library wants it."""

    def __init__(self, regular: str, bold: str, *, plain: bool) -> None:
        self.files = {"": regular, "B": bold}
        self.plain = plain

    def paper(self, bill: Bill) -> bytes:
        """One bill as PDF."""
        pdf = fpdf.FPDF(format="A4")
        pdf.set_auto_page_break(auto=False)
        pdf.set_title(self.said(bill["title"]))
        if not self.plain:
            for style, file in self.files.items():
                pdf.add_font("Sans", style, file)
        pdf.add_page()
        self._head(pdf, bill)
        self._table(pdf, bill)
        self._slip(pdf, bill)
        return bytes(pdf.output())

    def said(self, text: str) -> str:
        """A text in signs that the font has."""
        return text.translate(MISSING) if self.plain else text

    def _write(
        self, pdf: fpdf.FPDF, at: tuple[float, float], text: str, size: int = 9, *, bold: bool = False
    ) -> None:
        self._choose(pdf, size, bold=bold)
        pdf.text(*at, self.said(text))

    def _choose(self, pdf: fpdf.FPDF, size: int, *, bold: bool) -> None:
        pdf.set_font("Helvetica" if self.plain else "Sans", "B" if bold else "", size)

    def _head(self, pdf: fpdf.FPDF, bill: Bill) -> None:
        pdf.image(bill["logo"], LEFT, 12, h=12)
        self._write(pdf, (110, 20), bill["title"], 16, bold=True)
        buyer = bill["buyer"]
        for at, line in enumerate((buyer["name"], buyer["street"], f"{buyer['postcode']} {buyer['town']}")):
            self._write(pdf, (LEFT, 45 + at * 5), line, 10)
        for at, (caption, text) in enumerate(bill["facts"]):
            self._write(pdf, (110, 30 + at * 5), caption, 8)
            self._write(pdf, (150, 30 + at * 5), text)
        for at, line in enumerate(bill["foot"]):
            self._write(pdf, (LEFT + at % 4 * 45, 182 + at // 4 * 4), line, 7)

    def _table(self, pdf: fpdf.FPDF, bill: Bill) -> None:
        pdf.set_xy(LEFT, 85)
        for row in (bill["head"], *bill["rows"]):
            self._choose(pdf, 9, bold=row is bill["head"])
            pdf.set_x(LEFT)
            for at, (text, width) in enumerate(zip(row, WIDTHS, strict=True)):
                pdf.cell(width, 6, self.said(text), border="B", align="R" if at not in (0, 2) else "L")
            pdf.ln()
        for caption, text in bill["sums"]:
            pdf.set_x(LEFT + 80)
            pdf.cell(60, 6, self.said(caption))
            pdf.cell(30, 6, self.said(text), align="R", new_x="LMARGIN", new_y="NEXT")

    def _slip(self, pdf: fpdf.FPDF, bill: Bill) -> None:
        for at in range(6):
            pdf.line(0, SLIP_TOP + at * 15, 210, SLIP_TOP + at * 15)
        for at, (caption, text) in enumerate(bill["slip"]):
            x, y = LEFT + at % 2 * 90, SLIP_TOP + 5 + at // 2 * 12
            self._write(pdf, (x, y), caption, 7)
            self._write(pdf, (x, y + 5), text, 10)
        module = BARCODE / bill["modules"]
        for place, width in bill["bars"]:
            pdf.rect(LEFT + place * module, 278, width * module, 12, style="F")


def main() -> None:
    """Take turns: ``by_fpdf2 REGULAR.ttf BOLD.ttf [plain]``."""
    plain = "plain" in sys.argv
    pages = Pages(sys.argv[1], sys.argv[2], plain=plain)

    def turn(bills: list[Bill]) -> Seconds:
        return {"page": seconds(lambda: [pages.paper(bill) for bill in bills])}

    fonts = "no font embedded" if plain else "our fonts"
    serve(f"fpdf2 {fpdf.__version__}, {fonts}", turn)


if __name__ == "__main__":
    main()
