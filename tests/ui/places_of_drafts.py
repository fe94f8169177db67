"""Places of drafting: buyers' needs, many drafts chosen, invoices that come again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from subcontract.invoicing.records import LineKind
from ui.presenters.tone import Tone
from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.invoices.recurring import RecurringPage
from ui.screens.jobs.jobs import JobsScreen
from ui.screens.jobs.work_tabs import JobMoneyTab

if TYPE_CHECKING:
    from tests.ui.places import Walk


def recurring(walk: "Walk") -> Iterator[str]:
    """The register of invoices that come again: the list, a record, a new one with its mistakes."""
    screen = walk.to(InvoicesScreen, "invoices")
    screen.presenter.show_place("recurring")
    walk.rest()
    page = screen.beside.page("recurring")
    assert isinstance(page, RecurringPage)
    yield "recurring invoices"
    if page.presenter.table.visible:
        walk.open(page.presenter.table)
        yield "recurring invoice"
        page.step_back()
    page.new.click()
    walk.rest()
    yield "recurring invoice new"
    page.presenter.form.type("next_day", "30.10.2026")
    page.presenter.save()
    walk.rest()
    yield "recurring invoice mistakes"
    page.presenter.reset()
    page.step_back()
    screen.presenter.show_list()


def many_drafts(walk: "Walk") -> Iterator[str]:
    """Several rows chosen of what is to be invoiced, and of the list of drafts."""
    screen = walk.to(InvoicesScreen, "invoices")
    presenter = screen.presenter
    presenter.many.ticks.all()
    walk.rest()
    yield "drafts chosen"
    presenter.many.ticks.none()
    presenter.show_to_invoice()
    presenter.to_invoice.step(1)
    walk.rest()
    presenter.to_invoice.ticks.all()
    walk.rest()
    yield "to invoice chosen"
    presenter.to_invoice.ticks.none()
    presenter.to_invoice.step(-1)
    walk.rest()
    presenter.show_list()
    walk.rest()


def draft_parts(walk: "Walk") -> Iterator[str]:
    """A line by hand with its mistakes, a charge, and the lines of a draft to be split."""
    screen = walk.to(InvoicesScreen, "invoices")
    presenter = screen.presenter
    draft = next(row for row in presenter.table.visible if row.tone is Tone.INFO)
    presenter.open_row(draft.id)
    walk.rest()
    page = presenter.draft
    page.line.open()
    walk.rest()
    yield "draft line"
    page.line.do()
    walk.rest()
    yield "draft line mistakes"
    page.line.form.pick("kind", LineKind.CHARGE)
    walk.rest()
    yield "draft charge"
    screen.step_back()
    page.parting.open()
    page.parting.table.tick(page.parting.table.visible[0].id)
    walk.rest()
    yield "draft split"
    screen.step_back()
    screen.step_back()
    walk.rest()


def prepayment(walk: "Walk") -> Iterator[str]:
    """A job with a fixed price: how far it has been invoiced, and a prepayment with its mistakes."""
    screen = walk.to(JobsScreen, "jobs")
    screen.open_record(walk.job(5))
    walk.rest()
    page = screen.page
    assert page is not None
    titles = [title for title, _ in page.parts]
    page.tabs.setCurrentIndex(titles.index("Outcome and invoices"))
    walk.rest()
    yield "job progress"
    tab = page.parts[titles.index("Outcome and invoices")][1].part
    assert isinstance(tab, JobMoneyTab)
    tab.progress.begin.click()
    tab.progress_part.form.type("percent", "30")
    tab.progress_part.form.type("amount", "10")
    tab.progress.make.click()
    walk.rest()
    yield "job prepayment mistakes"
    tab.progress.not_make.click()
    walk.rest()
