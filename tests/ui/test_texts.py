from datetime import UTC, date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from pathlib import Path

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.problems import Code, Problem, refuse
from ui import catalogue, problem_sentences
from ui.texts import LOCALES, CatalogueTexts, Length

FI = CatalogueTexts("fi")
SV = CatalogueTexts("sv")
EN = CatalogueTexts("en")
DAY = date(2026, 11, 2)


def test_figures_follow_finnish_typography() -> None:
    assert FI.money(Money("1340.50")) == "1\u00a0340,50\u00a0€"
    assert FI.money(Money("-5")) == "\u22125,00\u00a0€"
    assert FI.number(Decimal("1234.5")) == "1\u00a0234,5"
    assert FI.number(Decimal("2.345"), 2) == "2,35"
    assert FI.number(Decimal("-0.001"), 2) == "0,00"
    assert FI.percent(Decimal("25.5")) == "25,5\u00a0%"
    assert EN.money(Money("-1340.50")) == "\u2212€1,340.50"
    assert EN.percent(Decimal("25.5")) == "25.5%"


def test_days_and_times_follow_the_language() -> None:
    assert FI.day(DAY) == "2.11.2026"
    assert FI.long_day(DAY) == "maanantai 2. marraskuuta 2026"
    assert FI.weekday(DAY) == "ma"
    assert FI.month(Month(2026, 11)) == "marraskuu 2026"
    assert FI.clock(time(8, 5)) == "8.05"
    assert FI.moment(datetime(2026, 11, 2, 12, 5, tzinfo=UTC)) == "2.11.2026 klo\u00a014.05"
    assert FI.days(DateRange(DAY, date(2026, 11, 8))) == "2.11.2026–8.11.2026"
    assert FI.days(DateRange(DAY)) == "2.11.2026 alkaen"
    assert EN.day(DAY) == "2 Nov 2026"
    assert EN.clock(time(8, 5)) == "08:05"
    assert SV.month(Month(2026, 11)) == "november 2026"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0\u00a0min"),
        (30, "30\u00a0min"),
        (60, "1\u00a0t"),
        (450, "7\u00a0t 30\u00a0min"),
        (-90, "\u22121\u00a0t 30\u00a0min"),
    ],
)
def test_lengths_of_time(minutes: int, said: str) -> None:
    assert FI.length(minutes) == said


class Colour(Enum):
    RED = "red"

    @property
    def label(self) -> str:
        return "yes"


def test_blanks_are_written_by_their_type() -> None:
    said = FI.say("{a} {b} {c} {d} {e} {f}", a=Money(1), b=DAY, c=1200, d="7", e=Colour.RED, f=Length(90))
    assert said == "1,00\u00a0€ 2.11.2026 1\u00a0200 7 kyllä 1\u00a0t 30\u00a0min"


def test_braces_in_values_are_no_blanks_and_missing_blanks_stay() -> None:
    assert FI.say("{name} {gone}", name="{gone.__class__}", other=1) == "{gone.__class__} {gone}"


def test_a_text_without_a_translation_is_said_as_it_is() -> None:
    assert FI.say("Not in any catalogue") == "Not in any catalogue"


def test_plurals_follow_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "fi").mkdir()
    (tmp_path / "fi" / "a.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "{number} client"\nmsgid_plural "{number} clients"\n'
        'msgstr[0] "{number} asiakas"\nmsgstr[1] "{number} asiakasta"\n',
        encoding="utf-8",
    )
    texts = CatalogueTexts("fi", tmp_path, tmp_path / "cache")
    said = [texts.count("{number} client", "{number} clients", number) for number in (0, 1, 2, 1200)]
    assert said == ["0 asiakasta", "1 asiakas", "2 asiakasta", "1\u00a0200 asiakasta"]


def po(folder: Path, name: str, text: str) -> None:
    (folder / "fi").mkdir(exist_ok=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "fi" / f"{name}.po").write_text(f'{head}msgid "Save"\nmsgstr "{text}"\n', encoding="utf-8")


def test_a_changed_catalogue_is_compiled_anew_and_the_old_one_swept(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    po(tmp_path, "a", "Tallenna")
    assert catalogue.load("fi", tmp_path, cache).gettext("Save") == "Tallenna"
    assert catalogue.load("fi", tmp_path, cache).gettext("Save") == "Tallenna"
    po(tmp_path, "b", "Tallenna nyt")
    assert catalogue.load("fi", tmp_path, cache).gettext("Save") == "Tallenna nyt"
    assert len(list(cache.glob("*.mo"))) == 1


def test_a_cache_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    po(tmp_path, "a", "Tallenna")
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert catalogue.load("fi", tmp_path, blocked).gettext("Save") == "Tallenna"


def test_a_damaged_cache_is_compiled_anew(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    po(tmp_path, "a", "Tallenna")
    catalogue.load("fi", tmp_path, cache)
    next(cache.glob("*.mo")).write_bytes(b"no catalogue")
    assert catalogue.load("fi", tmp_path, cache).gettext("Save") == "Tallenna"


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_sentence_and_the_last_needs_no_facts(code: Code) -> None:
    sentences = problem_sentences.SENTENCES[code]
    assert "{" not in sentences[-1]
    for texts in (FI, SV):
        said = problem_sentences.explain(Problem(code=code), texts)
        assert said != sentences[-1], "no translation"


def test_facts_are_said_in_words() -> None:
    problem = refuse(Code.AMBIGUOUS, "time", alternatives=(Length(438), Length(450))).problems[0]
    assert "7\u00a0t 18\u00a0min tai 7\u00a0t 30\u00a0min" in problem_sentences.explain(problem, FI)
    both = refuse(Code.REQUIRED, "a")
    both.problems = (*both.problems, *refuse(Code.REQUIRED, "b").problems)
    assert problem_sentences.explain_all(both, FI) == "Täytä tämä kenttä."


@pytest.mark.parametrize("texts", [FI, SV, EN], ids=lambda texts: texts.language)
@given(number=st.decimals(-(10**12), 10**12, places=8), places=st.none() | st.integers(0, 6))
def test_figures_are_those_of_babel(texts: CatalogueTexts, number: Decimal, places: int | None) -> None:
    def tidied(text: str) -> str:
        return text.replace("-", "\u2212").replace("\u202f", "\u00a0")

    shown = 6 if places is None else places
    rounded = number.quantize(Decimal(1).scaleb(-shown), rounding=ROUND_HALF_UP) + Decimal(0)
    decimals = ("#" if places is None else "0") * shown
    pattern = f"#,##0.{decimals}" if decimals else "#,##0"
    locale = LOCALES[texts.language]
    assert texts.number(number, places) == tidied(format_decimal(rounded, format=pattern, locale=locale))
    amount = Money.of_cents(int(number.scaleb(-2)))
    assert texts.money(amount) == tidied(format_currency(amount.amount, "EUR", locale=locale))


def test_a_limit_that_is_a_day_and_a_whole_number_are_told_as_such() -> None:
    late = refuse(Code.TOO_LARGE, "day", most=date(2026, 11, 23)).problems[0]
    assert "Päivä on liian myöhäinen: viimeistään 23.11.2026" in problem_sentences.explain(late, FI)
    early = refuse(Code.TOO_SMALL, "day", least=date(2026, 11, 23)).problems[0]
    assert "aikaisintaan 23.11.2026" in problem_sentences.explain(early, FI)
    many = refuse(Code.TOO_MANY_DECIMALS, "term", places=0).problems[0]
    assert problem_sentences.explain(many, FI) == "Kirjoita kokonaisluku, ilman desimaaleja."
    figure = refuse(Code.TOO_LARGE, "term", most=Decimal(60)).problems[0]
    assert "enintään 60" in problem_sentences.explain(figure, FI)
