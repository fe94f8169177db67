"""Places of the wage subsidy: areas as those of ``places``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from subcontract.actions.act import Kind
from subcontract.rules import SubsidyKind
from tests import subsidy_world
from ui.screens.clients.clients import ClientsScreen
from ui.screens.of_client import OfClientPage
from ui.screens.subsidy.check import SubsidyCheckPage
from ui.screens.subsidy.claims import SubsidyClaimsPage
from ui.screens.subsidy.subsidy import SubsidyPage

if TYPE_CHECKING:
    from tests.ui.places import Walk

SUBSIDISED = "Berg"
"""The client of the demo centre to whom a wage subsidy is given here."""
WRONG_TEXT = "ei tietoa"


def subsidised(walk: "Walk") -> UUID:
    """Give a client a wage subsidy, as by another computer."""
    background = walk.shell.background
    assert background is not None
    with background._open_books() as books:
        client = next(one for one in books.clients.all() if one.last_name == SUBSIDISED)
        if not books.pay.subsidy_decisions.where(client=client.id):
            subsidy_world.fill(books, client)
            books.commit()
    background.changes.happened.emit(frozenset(Kind))
    walk.rest()
    return client.id


def opened(walk: "Walk", part: str) -> SubsidyPage:
    """The tab of the client, at one of its parts."""
    client = subsidised(walk)
    screen = walk.to(ClientsScreen, "clients")
    screen.open_page(f"subsidy/{part}")
    screen.open_record(client)
    walk.rest()
    page = screen.tabs.page
    assert isinstance(page, SubsidyPage)
    return page


def subsidy(walk: "Walk") -> Iterator[str]:
    """The check list with its answer, its paper and mistakes; decisions with theirs."""
    page = opened(walk, "check")
    check = page.part
    assert isinstance(check, SubsidyCheckPage)
    yield "subsidy check"
    bar = check.questions.left.verticalScrollBar()
    bar.setValue(bar.maximum())
    check.presenter.form.pick("other_aid", value=False)
    yield "subsidy check end"
    check.presenter.form.type("certificate", WRONG_TEXT)
    check.presenter.form.type("unemployed_of_14", "15")
    check.presenter.save()
    walk.rest()
    yield "subsidy check mistakes"
    check.presenter.reset()
    check.sheet.click()
    walk.until(lambda: check.pages.shows_paper)
    yield "subsidy sheet"
    check.step_back()
    page.show_part("decisions")
    walk.rest()
    yield from _decisions(walk, page)


def _decisions(walk: "Walk", page: SubsidyPage) -> Iterator[str]:
    decisions = page.part
    assert isinstance(decisions, OfClientPage)
    yield "subsidy decisions"
    walk.open(decisions.presenter.table)
    yield "subsidy decision"
    decisions.step_back()
    decisions.new.click()
    decisions.presenter.form.pick("ground", SubsidyKind.REDUCED_CAPACITY)
    for name, text in (("days.first", "1.8.2026"), ("days.last", "10.12.2026"), ("decided_on", "5.8.2026")):
        decisions.presenter.form.type(name, text)
    decisions.presenter.save()
    walk.rest()
    yield "subsidy decision mistakes"
    decisions.presenter.reset()
    decisions.step_back()


def subsidy_claims(walk: "Walk") -> Iterator[str]:
    """A month under way, one to claim, one made, one sent; a mistake, and the paper."""
    page = opened(walk, "claims")
    claims = page.part
    assert isinstance(claims, SubsidyClaimsPage)
    yield "subsidy claims"
    for at, name in enumerate(("running", "to claim", "made", "sent")):
        walk.open(claims.presenter.table, at)
        yield f"subsidy claim {name}"
    walk.open(claims.presenter.table, 1)
    claims.card.show_adjustments()
    claims.presenter.adjust.type("overtime", "9999")
    claims.presenter.make()
    walk.rest()
    yield "subsidy claim mistakes"
    walk.open(claims.presenter.table, 3)
    claims.sheet.click()
    walk.until(lambda: claims.pages.shows_paper)
    yield "subsidy claim sheet"
    claims.step_back()
