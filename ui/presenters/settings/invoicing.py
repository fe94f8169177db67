"""How the unit invoices: its terms in one form, one group for each area; no Qt."""

from functools import reduce

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.save_invoicing_terms import SaveInvoicingTerms, save_invoicing_terms
from subcontract.ids import InvoicingTermsId, UnitId
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.ports import Lists
from subcontract.problems import Code, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter, Refusable
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.renewing import renew
from ui.presenters.settings.accounts_part import proposals
from ui.presenters.settings.invoicing_parts import PARTS
from ui.presenters.tone import Tone


class InvoicingTermsPresenter(Presenter):
    """The terms of the worker's own unit; until they are saved the defaults hold."""

    depends_on = frozenset({Kind.INVOICING_TERMS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        super().__init__(door, texts)
        fields = [spec for part in PARTS for spec in part.fields]
        self.form = FormPresenter(fields, texts, door.today, name=N_("Terms of invoicing"))
        self.form.on_change = lambda _field: self.tell()
        self.terms: InvoicingTerms | None = None
        self._takes_newer = False
        """Somebody else saved first: what is typed here is written on top of that next time."""

    def load(self) -> None:
        """Read the terms."""
        own = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, own), self._fill)

    def _fill(self, stored: InvoicingTerms | None) -> None:
        terms = stored or self._defaults()
        if self.terms is None or not self.dirty:
            self.terms = terms
            self.reset()
        elif self._takes_newer:
            self._takes_newer = False
            self.terms = terms
            renew(self.form, self._values(terms))

    def _defaults(self) -> InvoicingTerms:
        """The terms that hold while none have been saved."""
        if self.terms is not None and self.terms.version == 1:
            return self.terms
        return InvoicingTerms(id=InvoicingTermsId(ids.new()), unit=self.door.who.unit)

    @property
    def dirty(self) -> bool:
        """Whether something has not been saved."""
        return self.form.dirty

    @property
    def holds_text(self) -> bool:
        """Whether something typed has not been saved."""
        return self.dirty

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        may = self.may(Permission.EDIT_INVOICING_TERMS)
        return self.terms is not None and may and self.dirty and not self.busy

    @staticmethod
    def _values(terms: InvoicingTerms) -> dict[str, object]:
        """What stands in the fields of some terms."""
        values: dict[str, object] = {}
        for part in PARTS:
            values |= part.values(terms)
        return values

    def reset(self) -> None:
        """Take back everything typed."""
        if self.terms is None:
            return
        self.form.load(self._values(self.terms))
        may = self.may(Permission.EDIT_INVOICING_TERMS)
        self.form.locked = set() if may else set(self.form.specs)
        self.form.tell()
        self.tell()

    @property
    def can_offer(self) -> bool:
        """Whether some account has no number yet."""
        may = self.terms is not None and self.may(Permission.EDIT_INVOICING_TERMS)
        return may and bool(proposals(self.form.typed))

    def offer_accounts(self) -> None:
        """Write usual account numbers where there are none; they hold once they have been saved."""
        for name, number in proposals(self.form.typed).items():
            self.form.type(name, number)
        said = N_("These numbers are usual in Finland. Check them with whoever keeps the books, then save.")
        self.notice = Notice(self.texts.say(said), Tone.ATTENTION)
        self.form.tell()
        self.tell()

    def save(self) -> None:
        """Save the terms; what is wrong stands beside its field."""
        values = self.form.parsed()
        if self.terms is None or values is None:
            self.tell()
            return
        terms = reduce(lambda so_far, part: part.put(so_far, values), PARTS, self.terms)
        self.act(save_invoicing_terms, SaveInvoicingTerms(terms=terms), done=self._saved, form=self.form)

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; after somebody else's change saving again writes on top of it."""
        if refused.code is Code.CHANGED_ELSEWHERE:
            self._takes_newer = True
            self.load()
        super().refused(refused, form)

    def _saved(self, _done: Done) -> None:
        self.form.saved()
        self.terms = None
        self.load()


def _read(lists: Lists, own: UnitId) -> InvoicingTerms | None:
    """The terms of a unit, if it has saved any."""
    return next(iter(lists.invoicing.terms.where(unit=own)), None)
