"""Reminders on paper: every sum stands there, the slip and its barcode hold the whole."""

from dataclasses import replace
from datetime import date

import zxingcpp

from subcontract import papers
from subcontract.codes import read_bank_barcode
from subcontract.jobs.customer import CustomerKind
from subcontract.money import Money
from tests.make_papers import seller
from tests.make_reminders import COMMERCIAL, TERMS, by, late, late_invoice, reminded, reminder, unit
from tests.paper_reading import picture, text, texts


def paper(language: str = "fi", **invoice: object) -> bytes:
    found = late(invoice=late_invoice(**invoice))
    facts = papers.ReminderFacts(reminder=reminder(found, by()), invoice=found.invoice, unit=unit())
    return papers.reminder_pdf(facts, texts(language))


def test_the_barcode_holds_the_whole_sum_and_the_new_due_day() -> None:
    (found,) = zxingcpp.read_barcodes(picture(paper(), dpi=200))
    read = read_bank_barcode(found.text, "code")
    assert read.cents == 102504
    assert (read.reference, read.due) == ("10074", date(2026, 3, 16))


def test_without_an_account_there_is_no_slip() -> None:
    assert "TILISIIRTO" not in text(paper(seller=seller(iban="")))
    assert "TILISIIRTO" in text(paper())


def test_lines_that_charge_nothing_are_not_on_the_paper() -> None:
    terms = replace(TERMS, fee_business=Money(0))
    facts = papers.ReminderFacts(reminder=reminder(late(), by(terms)), invoice=late_invoice(), unit=unit())
    said = text(papers.reminder_pdf(facts, texts()))
    assert "ei veloita" not in said
    assert "1 020,04" in said


def test_a_compensation_and_a_long_text_of_the_units_own_go_on_a_second_page() -> None:
    terms = replace(COMMERCIAL, reminder_text="Kysy meiltä, jos jokin on epäselvää. " * 25)
    found = reminded(late(), date(2026, 1, 12), terms=TERMS)
    facts = papers.ReminderFacts(reminder=reminder(found, by(terms), 2), invoice=found.invoice, unit=unit())
    said = text(papers.reminder_pdf(facts, texts()))
    assert "Perintäkulujen vakiokorvaus" in said
    assert said.count("TILISIIRTO") == 1
    assert "sivu 2/2" in said


def test_all_languages_say_whom_to_tell() -> None:
    home = late(CustomerKind.HOUSEHOLD)
    facts = papers.ReminderFacts(reminder=reminder(home, by()), invoice=home.invoice, unit=unit())
    for language, word in (("fi", "virhe"), ("sv", "fel"), ("en", "wrong")):
        said = text(papers.reminder_pdf(facts, texts(language)))
        assert word in said
        assert "05 123 4567" in said
        assert "{" not in said
