import pytest

from subcontract.ids import ClientId, new
from subcontract.papers.files.calendar_names import Names
from subcontract.people.client import ClientName


def name(first: str, last: str, call: str = "") -> ClientName:
    return ClientName(id=ClientId(new()), first_name=first, last_name=last, call_name=call)


NAMES = Names(
    (
        name("Liisa Marjatta", "Aalto"),
        name("Pekka", "Virtanen-Öhman", "Peksi"),
        name("Bo", "Ek"),
        name("Matti", "Niemi"),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Liisan siivous",
        "Siivous, Liisa Aalto",
        "LIISA",
        "aalto",
        "Marjatan ja Marjatta",
        "Pekan piha",
        "Pekalle apua",
        "Peksin kyyti",
        "Öhman",
        "Virtasen Virtanen-Öhman",
        "Ek & Co",
        "Bo",
        "Matin matka Matille",
        "Niemellä Niemi",
        "131052-308T",
    ],
)
def test_a_name_in_any_form_is_noticed(text: str) -> None:
    assert NAMES.stand_in(text)
    assert NAMES.without(text, "Työvuoro") == "Työvuoro"


@pytest.mark.parametrize(
    "text", ["Hyllytys", "Mallikatu 2, Lappeenranta", "Ekologinen pesu", "Bonuskortit", "Aaltoputki", ""]
)
def test_other_words_stay(text: str) -> None:
    assert not NAMES.stand_in(text)
    assert NAMES.without(text, "Työvuoro") == text


def test_nobody_yet() -> None:
    assert Names(()).without("Hyllytys") == "Hyllytys"


FINNS = Names(
    (
        name("Tero", "Virtanen"),
        name("Markus", "Lahti"),
        name("Anne", "Järvi"),
        name("Hannes", "Ranta"),
        name("Kirsi", "Koski"),
        name("Pia", "Leppänen"),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Virtasen mökin siivous",
        "Virtaselle halkoja",
        "Markuksen muutto",
        "Järven piha",
        "Koskella",
        "Kosken pihatyöt",
        "Lahden muuttoapu",
        "Rannan Hanneksen kyyti",
        "Leppäsillä",
    ],
)
def test_a_name_whose_stem_changes_is_noticed(text: str) -> None:
    """Most surnames of the country end in -nen, and nobody says them as they are written."""
    assert FINNS.stand_in(text)


@pytest.mark.parametrize("text", ["Kirjasto", "Piharakennus", "Rautakauppa", "Annostelu", "Markkinat"])
def test_words_that_only_begin_like_a_name_stay(text: str) -> None:
    assert not FINNS.stand_in(text)
