"""How sources of figures are worded."""

import pytest

from subcontract.papers.wording import source
from ui.texts import CatalogueTexts

READ = "Finlex, consolidated text read to 2026-08-17"
LUETTU = "Finlex, ajantasainen teksti luettu 17.8.2026 asti"


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (f"HVL 4:1 §; {READ}", f"HVL 4:1 §; {LUETTU}"),
        (f"OMa 1019/2025; ulosottokaari 4:48; {READ}", f"OMa 1019/2025; ulosottokaari 4:48; {LUETTU}"),
        (f"{READ}; nettopalkka.fi", f"{READ}; nettopalkka.fi"),
        ("Työsopimus, 2", "Työsopimus, 2"),
        ("", ""),
    ],
)
def test_several_acts_stay_and_where_they_were_read_is_translated(kept: str, told: str) -> None:
    assert source(CatalogueTexts("fi"), kept) == told


def test_a_place_of_two_parts_is_translated_whole() -> None:
    texts = CatalogueTexts("fi")
    assert source(texts, f"A; {READ}; nettopalkka.fi") == f"A; {texts.say(f'{READ}; nettopalkka.fi')}"
