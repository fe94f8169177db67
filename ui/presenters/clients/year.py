"""What a client has been paid in a year, and the papers of it: the summary and the holiday earned; no Qt."""

from collections.abc import Callable

from subcontract import papers
from subcontract.actions.act import Kind
from subcontract.actions.person_year import PersonYear, person_year
from subcontract.ids import ClientId
from subcontract.money import total
from subcontract.papers.files.year import year_file
from subcontract.papers.year_words import LEDGERS
from subcontract.payout.year import Payment
from subcontract.ports import Lists, Paper
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.registers.looked_at import LookedAtPresenter
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.texts import CatalogueTexts

COLUMNS = (
    Column(key="day", title=N_("Pay day"), kind=CellKind.DATE, worth=STAYS),
    Column(key="month", title=N_("For the month"), kind=CellKind.MONTH, worth=2),
    Column(key="what", title=N_("What is paid"), grows=True),
    Column(key="paid", title=N_("Paid"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="withheld", title=N_("Withheld"), kind=CellKind.MONEY, total=True),
    Column(key="net", title=N_("To the account"), kind=CellKind.MONEY, total=True, worth=3),
)
SUMMARY, HOLIDAY = "year_summary", "holiday_earned"


class ClientYearPresenter(LookedAtPresenter[PersonYear]):
    """The payments of the client whose page is open, a year at a time. Looking at them is logged."""

    depends_on = frozenset({Kind.PAY_RUNS, Kind.ENTRIES, Kind.EMPLOYMENTS, Kind.PAY_ITEMS, Kind.PAY_SETTINGS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Belong to nobody yet; begin with this year."""
        super().__init__(door, texts)
        self.year = door.today().year
        self.facts: PersonYear | None = None
        self.shown: Paper | None = None
        """The paper in the preview."""
        empty = Empty(picture="coins", sentence=N_("Nothing has been paid in this year."))
        self.table = TablePresenter(COLUMNS, texts, name=N_("Payments of the year"), empty=empty)
        self.table.count_words = (N_("{number} payment"), N_("{number} payments"))

    # --- whose they are

    def leave(self) -> None:
        """Show nobody's payments."""
        self.facts = self.shown = None
        self.table.set_rows(())

    def read(self, lists: Lists, client: ClientId) -> PersonYear:
        """The year that is looked at."""
        return person_year(lists, client, self.year, self.door.today())

    def take(self, answer: PersonYear) -> None:
        """Show what was read, unless another year has been opened meanwhile."""
        if answer.summary.year == self.year:
            self.facts = answer
            self.table.set_rows(self._row(payment) for payment in answer.summary.payments)

    def _row(self, payment: Payment) -> Row:
        """One payment; what the payroll reckoned stands as a dash."""
        cells = {
            "day": payment.pay_day,
            "month": payment.month,
            "what": self.texts.say(LEDGERS[payment.ledger]),
            "paid": payment.earned,
            "withheld": None if payment.by_payroll else payment.withheld,
            "net": payment.net,
        }
        return Row(id=payment.payout.id, cells=cells)

    # --- what is shown

    def step(self, years: int) -> None:
        """Go to another year."""
        self.year += years
        self.leave()
        self.load()
        self.tell()

    @property
    def about(self) -> str:
        """The sum of the year and the holiday that it earned so far."""
        if self.facts is None:
            return ""
        paid = total(payment.earned for payment in self.facts.summary.payments)
        told = [self.texts.say(N_("{amount} was paid in {year}."), amount=paid, year=str(self.year))]
        for one in self.facts.holiday.of:
            words = N_("In the credit year {first}–{last}, {days} days of holiday have been earned.")
            year = self.facts.holiday.year
            told.append(self.texts.say(words, first=year.first, last=year.last, days=str(one.accrual.days)))
        return " ".join(told)

    @property
    def can_print(self) -> bool:
        """Whether there is anything for a summary."""
        return self.facts is not None and bool(self.facts.summary.payments)

    @property
    def can_print_holiday(self) -> bool:
        """Whether an employment was in force in the credit year."""
        return self.facts is not None and bool(self.facts.holiday.of)

    # --- papers

    def show_summary(self) -> None:
        """Show the year on paper, in the client's language."""
        facts = self.facts
        if facts is not None and self.can_print:
            texts = CatalogueTexts(facts.summary.client.language)
            self._make(SUMMARY, N_("year-summary-{year}-{number}"), lambda: _summary(facts, texts))

    def show_holiday(self) -> None:
        """Show the holiday earned in the credit year that begins in the year."""
        facts = self.facts
        if facts is not None and self.can_print_holiday:
            texts = CatalogueTexts(facts.summary.client.language)
            self._make(HOLIDAY, N_("holiday-earned-{year}-{number}"), lambda: _holiday(facts, texts))

    def _make(self, kind: str, name: str, draw: Callable[[], bytes]) -> None:
        """Draw a paper away from the window, then show it."""
        facts, moment = self.facts, self.door.clock.now()
        if facts is None:
            return
        client = facts.summary.client

        def drawn(content: bytes) -> None:
            if self.facts is facts:
                said = f"{self._named(name)}.pdf"
                self.shown = Paper(of=client.id, kind=kind, name=said, content=content, made_at=moment)
                self.tell()

        self.door.work(lambda _lists, _progress: draw(), drawn, refused=self.refused)

    def _named(self, name: str) -> str:
        number = str(self.client.number) if self.client else ""
        return self.texts.say(name, year=str(self.year), number=number)

    def close(self) -> None:
        """Close the preview."""
        self.shown = None
        self.tell()

    # --- the file

    @property
    def file_name(self) -> str:
        """A name for the table, without a person's name."""
        return f"{self._named(N_('year-summary-{year}-{number}'))}.csv"

    def csv(self) -> bytes:
        """The payments as a table that Finnish spreadsheets open right."""
        return year_file(self.facts.summary, self.texts) if self.facts else b""


def _summary(facts: PersonYear, texts: Texts) -> bytes:
    return papers.year_summary_pdf(facts.summary, texts)


def _holiday(facts: PersonYear, texts: Texts) -> bytes:
    return papers.holiday_statement_pdf(facts.holiday, texts)
