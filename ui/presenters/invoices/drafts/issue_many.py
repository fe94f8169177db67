"""Many drafts of the list at once: the ticked ones are issued after a question, or put together; no Qt."""

from collections.abc import Callable, Hashable, Iterable

from subcontract.actions.act import Done, Permission
from subcontract.actions.arrange_drafts import MergeDrafts, merge_drafts
from subcontract.actions.issue_invoices import IssueInvoices, issue_invoices
from subcontract.ids import CustomerId, DraftId
from subcontract.invoicing.issuing import totals_of
from subcontract.invoicing.records import Draft
from subcontract.money import Money, total
from subcontract.problems import Problem
from subcontract.words import N_
from ui.presenters.at_once import AtOnce
from ui.presenters.base import Notice
from ui.presenters.invoices.lacks import in_short
from ui.presenters.invoices.reading import ListFacts
from ui.presenters.owner import Owner
from ui.presenters.tables.table import Row, TablePresenter
from ui.presenters.tables.ticks import Ticks
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

MOST_NAMED = 5


class IssueMany:
    """The ticked drafts of the list."""

    def __init__(self, owner: Owner, table: TablePresenter, on_merged: Callable[[Done], None]) -> None:
        """Tick drafts in the list of ``owner``; ``on_merged`` is called with what became one."""
        self._owner = owner
        self.ticks = Ticks(table, owner.tell)
        self.at_once = AtOnce(owner)
        self.on_merged = on_merged
        self._drafts: dict[Hashable, Draft] = {}
        self._full: frozenset[Hashable] = frozenset()
        """Those that lack nothing."""
        self._names: dict[CustomerId, str] = {}

    def fill(self, rows: Iterable[tuple[Row, bool]], facts: ListFacts) -> None:
        """Show rows, each with whether it is a draft that lacks nothing."""
        rows = tuple(rows)
        may = self._owner.may(Permission.EDIT_INVOICES)
        self._drafts = {draft.id: draft for draft in facts.drafts}
        self._full = frozenset(row.id for row, full in rows if full)
        self._names = {customer.id: customer.name for customer in facts.customers.values()}
        self.ticks.set_rows((row, may and row.id in self._drafts) for row, _ in rows)

    @property
    def chosen(self) -> tuple[Draft, ...]:
        """The ticked drafts, those made first first."""
        return tuple(draft for draft in self._drafts.values() if draft.id in self.ticks)

    @property
    def ready(self) -> tuple[Draft, ...]:
        """Those of them that can be issued."""
        return tuple(draft for draft in self.chosen if draft.id in self._full)

    @property
    def total(self) -> Money:
        """What these come to, VAT included."""
        return total(totals_of(draft.lines).total for draft in self.ready)

    @property
    def can_issue(self) -> bool:
        """Whether the ticked drafts can be issued now."""
        return bool(self.ready) and self._owner.may(Permission.ISSUE_INVOICES) and not self._owner.busy

    @property
    def verb(self) -> str:
        """What the primary button does."""
        one, many = N_("Issue {number} invoice, {total}"), N_("Issue {number} invoices, {total}")
        return self._owner.texts.count(one, many, len(self.ready), total=self.total)

    @property
    def question(self) -> str:
        """The question before issuing, which cannot be undone."""
        one = N_("Issue {number} invoice, {total}? After this it can only be credited.")
        many = N_("Issue {number} invoices, {total} together? After this they can only be credited.")
        texts, stay = self._owner.texts, len(self.chosen) - len(self.ready)
        asked = texts.count(one, many, len(self.ready), total=self.total)
        if not stay:
            return asked
        lacking = texts.count(
            N_("{number} draft lacks something and stays a draft."),
            N_("{number} drafts lack something and stay drafts."),
            stay,
        )
        return f"{asked} {lacking}"

    @property
    def can_merge(self) -> bool:
        """Whether the ticked drafts can be put together: several, all of one customer."""
        customers = {draft.customer for draft in self.chosen}
        one = len(self.chosen) > 1 and len(customers) == 1
        return one and self._owner.may(Permission.EDIT_INVOICES) and not self._owner.busy

    def merge(self) -> None:
        """Put the ticked drafts together; undo takes them apart."""
        if self.can_merge:
            wanted = tuple((draft.id, draft.version) for draft in self.chosen)
            self._owner.act(merge_drafts, MergeDrafts(drafts=wanted), done=self._merged)

    def _merged(self, done: Done) -> None:
        self.ticks.none()
        self.on_merged(done)

    def issue(self) -> None:
        """Issue the ticked drafts."""
        if not self.can_issue:
            return
        wanted = tuple((draft.id, draft.version) for draft in self.ready)
        self.at_once.start(
            issue_invoices,
            lambda step: IssueInvoices(drafts=wanted, texts_in=CatalogueTexts, step=step),
            self._issued,
        )

    def _issued(self, done: Done) -> None:
        """Tell the numbers given, and what stayed a draft."""
        self.ticks.none()
        facts, texts = done.facts, self._owner.texts
        made, left = facts["made"], facts["left"]
        assert isinstance(made, int)  # noqa: S101 - the act says so
        assert isinstance(left, tuple)  # noqa: S101 - the act says so
        one = N_("Invoice {first} was issued, {total}.")
        many = N_("{number} invoices were issued, {first} to {last}, {total} together.")
        numbers = {"first": str(facts["first"]), "last": str(facts["last"]), "total": facts["total"]}
        words = [texts.count(one, many, made, **numbers), *self._left_words(left)]
        self._owner.notice = Notice("\n".join(words), Tone.ATTENTION if left else Tone.READY)
        self._owner.load()

    def _left_words(self, left: tuple[tuple[DraftId, Problem], ...]) -> Iterable[str]:
        """Why some stayed drafts."""
        for draft, problem in left[:MOST_NAMED]:
            found = self._drafts.get(draft)
            name = self._names.get(found.customer, "") if found else ""
            yield self._owner.texts.say(
                N_("Still a draft: {name}. {why}"), name=name, why=in_short(problem, self._owner.texts)
            )
