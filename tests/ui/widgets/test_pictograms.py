"""A pictogram that is named is there to be drawn: a missing one would leave a hole without a word."""

import re

from tests import house
from ui.presenters.jobs.phase_fields import PICTOGRAMS
from ui.widgets.icons import pictogram_names

NAMED = re.compile(r'(?:picture=|EmptyState\(\s*|Picture\(\s*)"([a-z]+)"')


def test_every_pictogram_that_is_named_can_be_drawn() -> None:
    named = {name for path in house.sources("ui") for name in NAMED.findall(house.text(path))}
    assert len(named) > 8
    assert (named | set(PICTOGRAMS)) - set(pictogram_names()) == set()
