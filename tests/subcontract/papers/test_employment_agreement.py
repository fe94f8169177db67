"""What the employment agreement tells besides what its golden paper shows."""

from dataclasses import replace
from datetime import date

import pytest

from subcontract import papers
from subcontract.days import DateRange
from tests.make_papers import employment_agreement
from tests.paper_reading import pages, texts


def text_of(language: str = "fi", **fields: object) -> str:
    facts = employment_agreement()
    changed = replace(facts, employment=replace(facts.employment, **fields))  # type: ignore[arg-type]
    words = "\n".join(pages(papers.employment_pdf(changed, texts(language))))
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_one_that_was_ended_later_is_no_fixed_term() -> None:
    ended = text_of(days=DateRange(date(2026, 1, 1), date(2026, 11, 23)), fixed_term_reason="")
    assert "toistaiseksi; viimeinen päivä 23.11.2026" in ended
    assert "Määräaikaisuuden syy" not in ended


def test_a_fixed_term_says_why() -> None:
    words = text_of(fixed_term_reason="Urakan kesto")
    assert "31.12.2026 asti" in words
    assert "Urakan kesto" in words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("Koeaika", "Irtisanomisaika", "Työehtosopimus", "Eläkevakuuttaja", "Koulutus")),
        ("sv", ("Prövotid", "Uppsägningstid", "Kollektivavtal", "Pensionsförsäkrare", "Utbildning")),
        ("en", ("Trial period", "Notice", "Collective agreement", "Pension insurer", "Training")),
    ],
)
def test_what_the_act_asks_and_the_program_does_not_know_is_a_line_to_write_on(
    language: str, words: tuple[str, ...]
) -> None:
    lines = text_of(language).splitlines()
    for word in words:
        assert any(line.startswith(word) and "____" in line for line in lines), word


def test_an_identity_code_is_never_printed() -> None:
    facts = employment_agreement()
    known = replace(facts, client=replace(facts.client, identity_code="010190-900P"))
    assert "900P" not in "\n".join(pages(papers.employment_pdf(known, texts())))
