"""Claims of a wage subsidy as the clerk makes them: months, why, adjustments, sending, correcting; no Qt."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from subcontract.benefits.records import SubsidyClaim
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.lines import difference
from subcontract.people.staff import Role
from tests import make, make_benefits, subsidy_world
from tests.fakes import MemoryStore
from tests.paper_reading import text
from tests.seat import plain
from tests.subsidy_world import AUGUST, DECISION, NOVEMBER, OCTOBER, SEPTEMBER
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.direct import DirectDoor
from ui.presenters.subsidy.claims import SubsidyClaimsPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")


@pytest.fixture
def store() -> MemoryStore:
    """Somebody with claims of August (sent) and September (made), and October to claim."""
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.clients.add(EMIL)
        subsidy_world.fill(books, LIISA)

    made.fill(write)
    return made


def opened(
    store: MemoryStore, month: Month | None = None, *roles: Role, on: date = make.TODAY
) -> SubsidyClaimsPresenter:
    door = DirectDoor(
        store.open_books, store.open_lists, standing_at(on), make.worker(*roles or (Role.CLERK,))
    )
    made = SubsidyClaimsPresenter(door, CatalogueTexts("fi"))
    door.changed.append(lambda kinds: made.load() if kinds & made.depends_on else None)
    made.show_client(LIISA, PURPOSES[0])
    if month is not None:
        made.open((DECISION, month))
    return made


def kept(store: MemoryStore, month: Month) -> SubsidyClaim | None:
    with store.open_lists() as lists:
        return next((one for one in lists.pay.subsidy_claims.all() if one.month == month), None)


def states(claims: SubsidyClaimsPresenter) -> dict[Month, str]:
    return {row.cells["month"]: row.cells["state"].text for row in claims.table.visible}  # type: ignore[misc, attr-defined]


def steps(claims: SubsidyClaimsPresenter) -> dict[str, str]:
    return {step.what: plain(step.amount) for step in claims.steps}


def correct(store: MemoryStore, month: Month, amount: str) -> None:
    """A later run corrects a month."""

    def write(books: Any) -> None:
        run = subsidy_world.pay_run(LIISA, NOVEMBER, at=50)
        paid = make_benefits.payout(
            difference(PayCode.HOURS, month, Money(amount)),
            client=LIISA.id,
            pay_run=run.id,
            month=NOVEMBER,
        )
        books.pay_runs.add(run)
        books.payouts.add(paid)

    store.fill(write)


def test_the_months_stand_with_their_states_and_last_days(store: MemoryStore) -> None:
    claims = opened(store)
    assert states(claims) == {
        NOVEMBER: "Haettavissa 1.12.2026 alkaen",
        OCTOBER: "Haettava",
        SEPTEMBER: "Tehty, ei lähetetty",
        AUGUST: "Lähetetty",
    }
    rows = {row.cells["month"]: row for row in claims.table.visible}
    assert (rows[AUGUST].cells["days"], rows[SEPTEMBER].cells["days"]) == ("3.8.2026–31.8.2026", None)
    assert (rows[OCTOBER].cells["due"], rows[OCTOBER].cells["amount"]) == (date(2027, 1, 31), None)
    assert plain(claims.table.totals()["amount"]) == "1 458,24 €"


def test_the_page_begins_with_the_month_that_can_be_claimed(store: MemoryStore) -> None:
    claims = opened(store)
    assert claims.key == (DECISION, OCTOBER)
    claims.close()
    claims.load()
    assert claims.key is None
    claims.open((DECISION, OCTOBER))
    claims.make()
    assert opened(store).key == (DECISION, SEPTEMBER)
    correct(store, AUGUST, "-100")
    assert opened(store).key == (DECISION, AUGUST)
    claims.show_client(EMIL, PURPOSES[0])
    assert claims.key is None


def test_what_would_be_claimed_is_told_with_why_before_anything_is_made(store: MemoryStore) -> None:
    claims = opened(store, OCTOBER)
    assert (plain(claims.amount_words), claims.is_foreseen, claims.make_words) == (
        "1 770,00 €",
        True,
        "Make the claim",
    )
    told = steps(claims)
    assert told["Työajan palkka"] == "2 670,00 €"
    assert told["Prosenttiosuus tukikelpoisesta palkasta"] == "1 869,00 €"
    assert told["Tuki"] == "1 770,00 €"
    assert told["Lomakorvaus ei ole tukikelpoinen (85 § 2 mom 1 k)"] == "139,50 €"
    assert told["Työnantajan sivukulut eivät ole tukikelpoisia (85 §)"] == "331,10 €"
    cap = next(step for step in claims.steps if step.what.startswith("Enintään"))
    assert "2 770 euroa" in cap.source
    assert plain(cap.source).endswith("Käytetään päätöksen omaa enimmäismäärää: 1 770,00 €.")
    assert kept(store, OCTOBER) is None


def test_the_decisions_own_cap_wins(store: MemoryStore) -> None:
    with store.open_books() as books:
        decision = books.pay.subsidy_decisions.get(DECISION)
        books.pay.subsidy_decisions.save(replace(decision, cap=Money(2770)))
        books.commit()
    assert plain(opened(store, OCTOBER).amount_words) == "1 869,00 €"


def test_a_part_month_has_its_own_cap(store: MemoryStore) -> None:
    claims = opened(store, AUGUST)
    part = next(step for step in claims.steps if plain(step.basis) == "29 päivää")
    assert (plain(part.rate), plain(part.amount)) == ("1 770,00 € / 30", "1 711,00 €")
    assert claims.heading == "elokuu 2026 · 3.8.2026–31.8.2026"


def test_a_claim_is_made_then_marked_as_sent(store: MemoryStore) -> None:
    claims = opened(store, OCTOBER)
    claims.do()
    made = kept(store, OCTOBER)
    assert made is not None
    assert (made.amount, made.capped, made.due) == (Money(1770), True, date(2027, 1, 31))
    assert claims.notice is not None
    assert "1 770,00 €" in plain(claims.notice.text)
    assert "31.1.2027" in claims.notice.text
    assert (claims.verb, claims.can_make, claims.can_send) == ("Mark as sent", False, True)
    claims.sending.type("sent_on", "24.11.2026")
    claims.do()
    assert claims.sending.errors["sent_on"]
    claims.sending.type("sent_on", "23.11.2026")
    claims.do()
    made = kept(store, OCTOBER)
    assert made is not None
    assert made.sent_on == make.TODAY
    assert states(claims)[OCTOBER] == "Lähetetty"
    assert (claims.can_adjust, claims.can_send, claims.can_make) == (False, False, False)
    claims.take_back()
    assert states(claims)[OCTOBER] == "Tehty, ei lähetetty"


def test_sending_cannot_be_before_the_making(store: MemoryStore) -> None:
    claims = opened(store, SEPTEMBER)
    claims.sending.type("sent_on", "19.11.2026")
    claims.mark_sent()
    assert claims.sending.errors["sent_on"]


def test_what_the_pay_lines_do_not_tell_changes_the_sum_as_it_is_typed(store: MemoryStore) -> None:
    claims = opened(store, OCTOBER)
    claims.adjust.type("overtime", "670")
    claims.adjust.type("reimbursed", "1000")
    claims.adjust.type("accepted", "64,20")
    assert plain(claims.amount_words) == plain("744,94 €")
    claims.make()
    made = kept(store, OCTOBER)
    assert made is not None
    assert (made.eligible, made.amount) == (Money("1064.20"), Money("744.94"))
    assert claims.adjust.typed["overtime"].startswith("670")
    assert not claims.adjust.dirty
    claims.adjust.type("overtime", "600")
    assert (claims.make_words, claims.can_make) == ("Make the claim anew", True)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"overtime": "2670,01"}, "overtime"),
        ({"overtime": "2000", "reimbursed": "671"}, "reimbursed"),
        ({"accepted": "64,21"}, "accepted"),
        ({"reimbursed": "-1"}, "reimbursed"),
        ({"overtime": "monta"}, "overtime"),
        ({"break_first": "5.10.2026"}, "break_last"),
        ({"break_last": "5.10.2026"}, "break_first"),
        ({"break_first": "5.10.2026", "break_last": "4.10.2026"}, "break_last"),
        ({"break_first": "5.10.2026", "break_last": "20.10.2026"}, "break_last"),
        ({"break_first": "32.10.2026"}, "break_first"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    store: MemoryStore, typed: dict[str, str], field: str
) -> None:
    claims = opened(store, OCTOBER)
    for name, words in typed.items():
        claims.adjust.type(name, words)
    claims.make()
    assert list(claims.adjust.errors) == [field]
    assert claims.why_not == ""
    assert kept(store, OCTOBER) is None
    assert {name: claims.adjust.typed[name] for name in typed} == typed


def test_a_break_of_a_month_takes_its_days_out_and_is_shown_again(store: MemoryStore) -> None:
    claims = opened(store, OCTOBER)
    claims.adjust.type("break_first", "22.10.2026")
    claims.adjust.type("break_last", "22.11.2026")
    claims.make()
    made = kept(store, OCTOBER)
    assert made is not None
    assert made.days.last == date(2026, 10, 21)
    assert claims.adjust.typed["break_first"] == "22.10.2026"
    assert claims.can_make is False


def test_a_month_without_approved_wages_says_why_it_waits(store: MemoryStore) -> None:
    claims = opened(store, NOVEMBER, on=date(2026, 12, 5))
    assert claims.why_not == "Tämän kuukauden palkkoja ei ole vielä hyväksytty. Hyväksy maksuajo ensin."
    assert (claims.can_make, claims.amount_words) == (False, "")
    claims.make()
    assert claims.notice is not None


def test_a_running_month_says_when_it_can_be_claimed(store: MemoryStore) -> None:
    claims = opened(store, NOVEMBER)
    assert claims.why_not.startswith("Kuukausi ei ole päättynyt. Sen voi hakea 1.12.2026 alkaen")
    assert (claims.can_adjust, claims.can_do, claims.deadline[0]) == (False, False, "")


@pytest.mark.parametrize(
    ("on", "words", "tone"),
    [
        (date(2026, 12, 1), "31.1.2027 mennessä: 61", Tone.INFO),
        (date(2027, 1, 30), "1 päivä jäljellä", Tone.ATTENTION),
        (date(2027, 1, 31), "0 päivää jäljellä", Tone.ATTENTION),
        (date(2027, 2, 1), "Viimeinen hakupäivä oli 31.1.2027", Tone.WRONG),
    ],
)
def test_the_last_day_is_in_sight(store: MemoryStore, on: date, words: str, tone: Tone) -> None:
    claims = opened(store, OCTOBER, on=on)
    said, how = claims.deadline
    assert words.replace("31.1.2027 mennessä: 61", "31.1.2027: 61") in said
    assert how is tone


def test_a_late_claim_is_made_and_told_as_late(store: MemoryStore) -> None:
    claims = opened(store, OCTOBER, on=date(2027, 2, 1))
    assert states(claims)[OCTOBER] == "Myöhässä: ei lähetetty 31.1.2027 mennessä"
    claims.make()
    assert claims.notice is not None
    assert claims.notice.tone is Tone.ATTENTION
    assert kept(store, OCTOBER) is not None


def test_a_sent_claim_whose_pay_changed_is_corrected(store: MemoryStore) -> None:
    correct(store, AUGUST, "100.00")
    claims = opened(store, AUGUST)
    assert states(claims)[AUGUST] == "Oikaistava: palkka on muuttunut"
    told = steps(claims)
    assert (told["Haettu aiemmin"], told["Maksettava lisää"]) == ("710,64 €", "0,00 €")
    assert any(what.startswith("Kuukauden osan oikaisu") for what in told)
    claims.adjust.type("accepted", "100")
    assert steps(claims)["Maksettava lisää"] == "70,00 €"
    assert claims.make_words == "Make the correction"
    claims.make()
    made = kept(store, AUGUST)
    assert made is not None
    assert (made.amount, made.earlier, made.sent_on) == (Money("780.64"), Money("710.64"), None)
    assert states(claims)[AUGUST] == "Oikaisu tehty, ei lähetetty"


def test_a_claim_that_was_too_large_is_taken_back_in_part(store: MemoryStore) -> None:
    correct(store, AUGUST, "-100.00")
    told = steps(opened(store, AUGUST))
    assert (told["Tuki"], told["Peritään takaisin"]) == ("640,64 €", "−70,00 €")


def test_what_was_typed_waits_for_its_month(store: MemoryStore) -> None:
    claims = opened(store, OCTOBER)
    claims.adjust.type("overtime", "12,50")
    claims.open((DECISION, SEPTEMBER))
    assert claims.adjust.typed["overtime"] == ""
    assert claims.holds_text
    claims.open((DECISION, OCTOBER))
    assert claims.adjust.typed["overtime"] == "12,50"
    claims.show_client(EMIL, PURPOSES[0])
    assert claims.table.visible == ()
    assert claims.shown is None
    claims.show_client(LIISA, PURPOSES[0])
    claims.open((DECISION, OCTOBER))
    assert claims.adjust.typed["overtime"] == "12,50"


def test_a_decision_without_an_employment_has_no_months(store: MemoryStore) -> None:
    with store.open_books() as books:
        decision = books.pay.subsidy_decisions.get(DECISION)
        books.pay.subsidy_decisions.save(replace(decision, employment=None))
        books.commit()
    assert opened(store).table.visible == ()


def test_the_sheet_and_the_file_tell_the_same_as_the_claim(store: MemoryStore) -> None:
    claims = opened(store, AUGUST)
    papers: list[bytes] = []
    claims.papers.make_sheet(papers.append)
    words = plain(text(papers[0]))
    for told in ("KEHA/1234/2026", "710,64", "3.8.2026–31.8.2026", "1 015,20", "Jätetty pois, ja miksi"):
        assert told in words
    assert claims.papers.file_name("csv") == "palkkatuki-2026-08-1.csv"
    lines = plain(claims.papers.csv().decode("utf-8-sig")).splitlines()
    assert lines[0] == "Kuukausi;Päätöksen numero;Rivin laji;Mitä;Summa €"
    assert lines[1] == "2026-08;KEHA/1234/2026;mukana;Työajan palkka;1015,20"
    assert "2026-08;KEHA/1234/2026;summa;Tuki;710,64" in lines
    assert any(line.endswith(";331,10") and ";pois jätetty;" in line for line in lines)


def test_without_a_claim_there_is_no_paper(store: MemoryStore) -> None:
    claims = opened(store, OCTOBER)
    papers: list[bytes] = []
    claims.papers.make_sheet(papers.append)
    assert (papers, claims.papers.csv(), claims.papers.file_name("pdf")) == ([], b"", "")


def test_who_may_only_look_at_pay_changes_nothing(store: MemoryStore) -> None:
    claims = opened(store, None, Role.WORK_COACH)
    assert claims.notice is not None
    assert claims.table.visible == ()
    assert claims.can_do is False


def test_a_break_that_the_records_show_is_told_with_where_the_end_may_move(store: MemoryStore) -> None:
    def work(books: Any) -> None:
        for day in (date(2026, 8, 20), date(2026, 9, 10), date(2026, 9, 30), date(2026, 11, 10)):
            books.entries.add(make.entry(client=LIISA.id, day=day))

    assert "3.8.2026–22.11.2026" in opened(store).breaks
    store.fill(work)
    claims = opened(store)
    assert claims.breaks.startswith("Ei työtä eikä palkkaa 1.10.2026–9.11.2026.")
    assert "24.6.2027" in claims.breaks
    store.fill(lambda books: books.entries.add(make.entry(client=LIISA.id, day=date(2026, 10, 15))))
    assert opened(store).breaks == ""
