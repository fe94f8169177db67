"""The page of accounting: what comes, what is asked before it goes, saving again, lists and the archive."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from subcontract.clock import FixedClock
from subcontract.days import Month
from subcontract.invoicing.sendings import LedgerPreset
from subcontract.invoicing.terms import SalesAccount
from subcontract.people.staff import Role
from tests import make
from tests.accounting_office import cents, read_book, read_csv, values
from tests.subcontract.actions.test_export_ledger import ACCOUNTS, Books
from ui.presenters.base import Cancelled
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.accounting.accounting import AccountingPresenter, View
from ui.presenters.invoices.accounting.folder_work import write_month_folder
from ui.presenters.invoices.accounting.ledger_period import Span
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)


@pytest.fixture
def office() -> Books:
    office = Books()
    office.pay(office.sell(), "20.00", date(2026, 11, 20))
    return office


def door(office: Books, *roles: Role) -> DirectDoor:
    return DirectDoor(office.store.open_books, office.store.open_lists, FixedClock(NOW), make.worker(*roles))


def page(office: Books, *roles: Role) -> AccountingPresenter:
    presenter = AccountingPresenter(door(office, *roles), TEXTS)
    presenter.load()
    return presenter


def test_the_month_that_has_ended_is_looked_at_first(office: Books) -> None:
    own = page(office)
    assert own.chosen.month == Month(2026, 11)
    assert own.sentence == "1 lasku, 1 suoritus"
    assert own.verb == "Vie marraskuu 2026 kirjanpitoon"
    assert (own.can_export, own.remarks) == (True, ())
    told = {step.what: step.amount for step in own.control}
    assert told["Myyntisaamiset tämän päiväkirjan jälkeen"] == told["Myyntisaamiset laskuista laskettuna"]
    assert own.vat[0].rate


def test_what_went_is_in_the_list_and_can_be_saved_again_byte_for_byte(office: Books) -> None:
    own = page(office)
    assert "ei voi perua" in own.question or "eikä vientiä voi perua" in own.question
    own.export()
    assert own.view is View.MADE
    first = own.to_save
    assert first
    assert first.name == "paivakirja-2026-11-1.csv"
    own.file_saved("")
    assert own.notice
    assert own.selected
    assert not own.can_export
    own.save()
    assert own.to_save
    assert own.to_save.content == first.content
    assert len(read_csv(first.content)) == own.selected.count + 1
    own.save_book()
    assert own.to_save.name.endswith(".xlsx")
    assert own.sentence == "Kaikki tältä ajalta on viety kirjanpitoon."
    assert own.control == ()


def test_procountors_file_of_invoices_is_saved_where_there_is_one(office: Books) -> None:
    own = page(office)
    own.choose_preset(LedgerPreset.PROCOUNTOR)
    assert "mallitiedostoon" in own.preset_note
    own.export()
    assert own.can_save_invoices
    own.save_invoices()
    assert own.to_save
    assert own.to_save.content.startswith(b"M;EUR")


def test_missing_accounts_are_named_and_nothing_can_be_sent(office: Books) -> None:
    bare = tuple(one for one in ACCOUNTS if one.account not in {SalesAccount.VAT, SalesAccount.BANK})
    office.store.fill(lambda books: books.invoicing.terms.save(replace(office.terms, accounts=bare)))
    own = page(office)
    assert own.remarks == ((Tone.WRONG, "Tilinumeroita puuttuu: Pankkitili, Arvonlisäverovelka."),)
    assert (own.can_export, own.lacks_accounts) == (False, True)


def test_late_and_older_vouchers_are_told(office: Books) -> None:
    page(office).export()
    with office.store.open_lists() as lists:
        (invoice,) = lists.invoices.all()
    office.at = datetime(2026, 12, 2, 9, tzinfo=UTC)
    office.pay(invoice, "1.00", date(2026, 11, 21))
    office.pay(invoice, "1.00", date(2026, 10, 1))
    own = page(office)
    own.chosen.step(1)
    assert [tone for tone, _ in own.remarks] == [Tone.ATTENTION, Tone.INFO]
    assert own.can_export


def test_days_of_ones_own_are_read_from_the_fields(office: Books) -> None:
    own = page(office)
    assert set(own.chosen.form.hidden) == {"first", "last"}
    own.chosen.choose(Span.DAYS)
    own.chosen.form.type("last", "15.11.2026")
    assert own.period_words == "1.11.2026–15.11.2026"
    assert own.facts
    assert not own.facts.coming.vouchers
    own.chosen.form.type("last", "15.10.2026")
    assert own.chosen.form.errors["last"] == "Loppu on ennen alkua."
    assert (own.sentence, own.can_export, own.verb) == ("", False, "Vie kirjanpitoon")
    own.chosen.form.type("last", "")
    assert own.period is None


def test_a_coach_of_work_sees_but_cannot_send(office: Books) -> None:
    own = page(office, Role.AUDITOR)
    assert own.sentence
    assert not own.can_export
    assert not own.gathering.can_start
    own.gathering.take_pay(along=True)
    assert not own.gathering.with_pay


def test_lists_come_as_one_workbook(office: Books) -> None:
    own = page(office)
    own.gathering.make_lists()
    assert own.to_save
    assert own.to_save.name == "luettelot-2026-11.xlsx"
    assert cents(values(read_book(own.to_save.content)["Suoritukset"])[0][9]) == 2000
    own.file_saved("")
    assert own.notice is None


def test_the_archive_is_written_whole(office: Books, tmp_path: Path) -> None:
    own = page(office)
    path = tmp_path / own.gathering.folder_name
    assert path.name == "laskutus-2026-11.zip"
    own.gathering.start_folder(str(path))
    assert own.notice
    assert own.notice.tone is Tone.READY
    assert not own.gathering.is_working
    with zipfile.ZipFile(path) as archive:
        assert "laskut/lasku-1001.pdf" in archive.namelist()
    assert list(tmp_path.iterdir()) == [path]


def test_taking_papers_of_pay_along_is_logged_first(office: Books, tmp_path: Path) -> None:
    own = page(office)
    own.gathering.take_pay(along=True)
    assert "lokiin" in own.gathering.pay_note
    own.gathering.start_folder(str(tmp_path / "a.zip"))
    with office.store.open_lists() as lists:
        event = lists.log.last(1)[0]
    assert (event.action, event.purpose) == ("take_pay_papers", "Kirjanpito, marraskuu 2026")


def test_an_archive_that_cannot_be_written_leaves_nothing(office: Books, tmp_path: Path) -> None:
    own = page(office)
    own.gathering.start_folder(str(tmp_path / "nowhere" / "a.zip"))
    assert own.notice
    assert own.notice.tone is Tone.WRONG
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_is_stopped_leaves_the_older_one_as_it_was(office: Books, tmp_path: Path) -> None:
    from subcontract.actions.month_folder import FolderAsk

    class Stopping:
        def __init__(self) -> None:
            self.steps = self._steps()

        def _steps(self) -> Iterator[None]:
            yield None

        def step(self, done: int, of: int, what: str = "") -> None:  # noqa: ARG002
            if next(self.steps, "end") == "end":
                raise Cancelled

    path = tmp_path / "a.zip"
    path.write_bytes(b"older")
    ask = FolderAsk(unit=make.UNIT, period=Month(2026, 11).days, made_on=date(2026, 12, 3))
    with office.store.open_lists() as lists, pytest.raises(Cancelled):
        write_month_folder(str(path), lists, ask, TEXTS, Stopping())
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
