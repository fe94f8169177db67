"""The month's archive: the very papers that left the house, lists, and a table of contents."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest

from subcontract.actions.month_folder import FolderAsk, MonthFolder
from subcontract.actions.take_pay_papers import TakePayPapers, take_pay_papers
from subcontract.days import Month
from subcontract.ids import SendingId
from subcontract.invoicing.sendings import Sending
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.money import Money
from subcontract.papers.files.folder import Cover, Folder, FolderFile, safe_name, write_folder
from subcontract.people.staff import Role
from subcontract.ports import Paper
from subcontract.problems import Code
from tests import make, random_sales
from tests.accounting_office import FINNISH, cents, read_book, read_csv, values
from tests.billing_office import refusal
from tests.subcontract.actions.test_export_ledger import NOVEMBER, Books

TODAY = date(2026, 12, 1)


@pytest.fixture
def office() -> Books:
    return Books()


def made(office: Books, **fields: Any) -> zipfile.ZipFile:
    target = io.BytesIO()
    ask = FolderAsk(unit=make.UNIT, period=NOVEMBER, made_on=TODAY, **fields)
    with office.store.open_lists() as lists:
        write_folder(target, MonthFolder(lists, ask, FINNISH).folder, FINNISH, lambda _done, _of: None)
    return zipfile.ZipFile(target)


class Links(HTMLParser):
    """Where a page's links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [unquote(value or "") for name, value in attrs if tag == "a" and name == "href"]


def test_every_paper_of_the_month_is_there_byte_for_byte(office: Books) -> None:
    invoice = office.sell()
    note = office.credit(invoice)
    office.export()
    archive = made(office)
    assert archive.testzip() is None
    assert archive.read(f"laskut/lasku-{invoice.number}.pdf") == office.paper(invoice)
    assert archive.read(f"laskut/hyvityslasku-{note.number}.pdf") == office.paper(note)
    names = set(archive.namelist())
    assert {"index.html", "lueminut.txt", "luettelot/luettelot.xlsx"} <= names
    assert {"kirjanpito/paivakirja-2026-11-1.csv", "kirjanpito/paivakirja-luettava-2026-11-1.xlsx"} <= names


def test_lists_tell_the_month_to_the_cent(office: Books) -> None:
    invoice = office.sell()
    office.pay(invoice, "12.34", date(2026, 11, 20))
    archive = made(office)
    rows = read_csv(archive.read("luettelot/luettelo-laskut.csv"))
    assert cents(rows[1][-1]) == invoice.total.cents
    assert cents(read_csv(archive.read("luettelot/luettelo-suoritukset.csv"))[1][-1]) == 1234
    book = read_book(archive.read("luettelot/luettelot.xlsx"))
    assert cents(values(book["Avoimet laskut"])[0][8]) == (invoice.total - Money("12.34")).cents


def test_the_table_of_contents_leads_to_every_file(office: Books) -> None:
    office.sell()
    archive = made(office)
    page = archive.read("index.html").decode()
    links = Links()
    links.feed(page)
    own = {"index.html", "lueminut.txt"}
    assert set(links.found) == set(archive.namelist()) - own
    text = archive.read("lueminut.txt").decode("utf-8-sig")
    assert all(name in text for name in links.found)
    assert "http" not in page
    assert "Tältä ajalta ei ole vielä tehty päiväkirjaa kirjanpitoon." in text
    assert 'lang="fi"' in page


def test_names_of_files_hold_no_names_and_suit_every_system(office: Books) -> None:
    office.sell()
    for name in made(office).namelist():
        assert office.customer.name not in name
        assert name.isascii()
        assert all(part == safe_name(part) for part in name.split("/"))


def test_the_same_month_gives_the_same_bytes(office: Books) -> None:
    office.sell()
    first, second = (made(office).fp.getvalue() for _ in range(2))  # type: ignore[union-attr]
    assert first == second


def test_a_paper_that_is_lost_is_told(office: Books) -> None:
    invoice = office.sell()
    del office.store.state.papers[invoice.id, "invoice"]
    assert "1 paperi jäi löytymättä." in made(office).read("lueminut.txt").decode()


def test_papers_of_pay_come_only_when_asked_for(office: Books) -> None:
    office.sell()
    assert "Maksujen paperit eivät ole mukana" in made(office).read("lueminut.txt").decode()
    assert (
        "Maksujen paperit eivät ole mukana" not in made(office, with_pay=True).read("lueminut.txt").decode()
    )


def test_taking_papers_of_pay_needs_a_purpose_and_the_right(office: Books) -> None:
    ask = TakePayPapers(period=NOVEMBER, purpose="Kirjanpito")
    assert refusal(office, take_pay_papers, ask, Role.JOB_COACH) is Code.NOT_ALLOWED
    assert office.do(take_pay_papers, ask, Role.CLERK).facts == {"number": 0}


# --- the archive itself


def cover() -> Cover:
    return Cover(provider="Rantapaja ry", unit="Rantapaja", period=Month(2026, 11).days, made_on=TODAY)


def folder(*files: FolderFile) -> Folder:
    return Folder(files=files, count=len(files), last_day=NOVEMBER.last, cover=cover)


def file(name: str, content: bytes = b"x", place: str = "laskut") -> FolderFile:
    return FolderFile(group="Laskut", folder=place, name=name, title="<b>&", content=content)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("lasku-1.pdf", "lasku-1.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ("Äijä ja Öhman\x00.pdf", "Aija-ja-Ohman-.pdf"),
        ("con.txt", "x-con.txt"),
        ("LPT1", "x-LPT1"),
        ("...", "x"),
        ("", "x"),
        ("a" * 200, "a" * 80),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_two_files_of_one_name_are_both_kept() -> None:
    target = io.BytesIO()
    write_folder(target, folder(file("a.pdf", b"1"), file("A.pdf", b"2")), FINNISH, lambda _done, _of: None)
    archive = zipfile.ZipFile(target)
    assert (archive.read("laskut/a.pdf"), archive.read("laskut/A-2.pdf")) == (b"1", b"2")
    assert b"<b>&<" not in archive.read("index.html")


def test_the_work_stops_where_it_is_asked_to() -> None:
    class StoppedError(Exception):
        pass

    read: list[int] = []

    def files() -> Iterator[FolderFile]:
        for at in range(100):
            read.append(at)
            yield file(f"{at}.pdf")

    def stop_at(limit: int) -> Callable[[int, int], None]:
        def step(done: int, _of: int) -> None:
            if done == limit:
                raise StoppedError

        return step

    whole = Folder(files=files(), count=100, last_day=NOVEMBER.last, cover=cover)
    with pytest.raises(StoppedError):
        write_folder(io.BytesIO(), whole, FINNISH, stop_at(3))
    assert read == [0, 1, 2, 3]


def test_what_was_sent_and_reminded_comes_along(office: Books) -> None:
    invoice = office.sell()
    sending = Sending(
        id=SendingId(UUID(int=71)),
        unit=make.UNIT,
        invoice=invoice.id,
        format=EInvoiceFormat.FINVOICE,
        file_name="finvoice-1001.xml",
        digest="",
        made_by=make.MANAGER,
        made_at=office.at,
    )
    reminder = random_sales.reminder(invoice, date(2026, 11, 28))

    def write(books: Any) -> None:
        books.invoicing.sendings.add(sending)
        books.invoicing.reminders.add(reminder)
        for of, kind, name in (
            (sending.id, "finvoice", "finvoice-1001.xml"),
            (reminder.id, "reminder", "m.pdf"),
        ):
            books.papers.add(Paper(of=of, kind=kind, name=name, content=b"x", made_at=office.at))

    office.store.fill(write)
    names = made(office).namelist()
    assert "verkkolaskut/finvoice-1001.xml" in names
    assert "muistutukset/m.pdf" in names
