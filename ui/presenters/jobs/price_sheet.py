"""The price sheet of a job: its phases, and their prices while one types; no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.jobs.job import Basis, JobSource, Phase
from subcontract.jobs.offers import vat_of
from subcontract.jobs.vat_classes import VAT_CODES
from subcontract.money import ZERO, Money
from subcontract.people.unit import ProviderKind
from subcontract.pricing.phase import PhaseAsk, PhasePrice, ask_of
from subcontract.pricing.sheet import (
    MarketPrice,
    PhaseQuestion,
    PricedPhase,
    PriceSheet,
    PriceWarning,
    price_question,
    price_sheet,
)
from subcontract.pricing.working import working
from subcontract.problems import Code, Refused, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import write_field
from ui.presenters.jobs.phase_drafts import PhaseDrafts
from ui.presenters.jobs.price_words import DIVISIONS, SUMS, UNIT_WORDS, UNITS, WARNINGS
from ui.presenters.vat_classes import VAT_LAW
from ui.presenters.working import price_text
from ui.problem_sentences import explain_all


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line of the right-hand column, written out."""

    what: str
    working: str
    amount: str
    is_sum: bool = False


class PriceSheetPresenter(PhaseDrafts):
    """The phases of a job with their prices; every figure follows each key."""

    def __init__(self, texts: Texts, today: Callable[[], date]) -> None:
        """Start without phases."""
        self.seller = ProviderKind.COUNTY
        self.vat_registered = True
        self.source = JobSource.DIRECT
        self.ordered: Mapping[str, Decimal] = {}
        """Prices of a unit that the customer has accepted, by the name of the phase."""
        self.priced: PricedPhase | None = None
        self.total: PriceSheet | None = None
        self.missing = ""
        """Why there is no price, in words."""
        super().__init__(texts, today)

    def take_suggested(self) -> None:
        """Agree on the suggested price of a unit."""
        if self.priced is not None:
            spec = self.form.specs["unit_price"]
            self.form.type(spec.name, write_field(spec, self.priced.price.unit_price, self.texts))

    def _follow(self) -> None:
        """Tell beside the agreed price when it is not the one that was ordered."""
        super()._follow()
        self._note_law()
        self.form.notes.pop("unit_price", None)
        ordered = self.ordered.get(self.form.typed["name"].strip()) if self.at >= 0 else None
        if ordered is not None and self._typed_price() != ordered:
            self.form.notes["unit_price"] = self.texts.say(
                N_("The customer ordered at {price}. Another price needs a new quote that is accepted."),
                price=price_text(ordered, self.texts),
            )

    def _note_law(self) -> None:
        """Tell beside the class of VAT what the law says of it."""
        law = VAT_LAW.get(str(self.form.picked.get("vat_class"))) if self.at >= 0 else None
        self.form.notes.pop("vat_class", None)
        if law is not None:
            self.form.notes["vat_class"] = self.texts.say(law)

    def _typed_price(self) -> Decimal | None:
        """The agreed price as it stands in the field."""
        try:
            price = self.form.value("unit_price")
        except Refused:
            return None
        return price if isinstance(price, Decimal) else Decimal(0)

    # --- figures

    def reckon(self) -> None:
        """Price the phase on the desk, and the whole job when every phase can be priced."""
        self.priced, self.total, self.missing = None, None, ""
        if self.at >= 0:
            question = self._question(self.at)
            try:
                self.priced = price_question(question, seller=self.seller)
                if _lacks_minutes(question):
                    raise refuse(Code.REQUIRED, "minutes_per_unit")
            except Refused as refused:
                self.priced = None
                self.missing = self._comes_when(refused)
        self._sum_up()

    def _comes_when(self, refused: Refused) -> str:
        """Tell which figures are missing before there can be a price, or why there can be none."""
        fields = [problem.field for problem in refused.problems if problem.field in self.form.specs]
        if not fields:
            return explain_all(refused, self.texts)
        what = ", ".join(dict.fromkeys(map(self.form.label, fields)))
        return self.texts.say(N_("The price comes when these are right: {fields}"), fields=what)

    def _sum_up(self) -> None:
        try:
            questions = [self._question(at) for at in range(len(self.drafts))]
            if not any(map(_lacks_minutes, questions)):
                self.total = price_sheet(questions, seller=self.seller, source=self.source)
        except Refused:
            self.total = None

    def _ask(self, phase: Phase) -> PhaseAsk:
        vat = vat_of(phase, self._today(), registered=self.vat_registered)
        return ask_of(phase, self._today(), Decimal(0) if vat in VAT_CODES else Decimal(vat))

    def _question(self, at: int) -> PhaseQuestion:
        phase = self.phase_at(at)
        return PhaseQuestion(
            ask=self._ask(phase),
            market=MarketPrice(unit_price=phase.market_price, source=phase.market_source),
            agreed_unit_price=phase.unit_price,
        )

    # --- words

    @property
    def lines(self) -> tuple[SheetLine, ...]:
        """The right-hand column of the phase on the desk."""
        if self.priced is None:
            return ()
        price, phase = self.priced.price, self.phase_at(self.at)
        lines = [self._line(line) for line in working(self._ask(phase), price)]
        if phase.basis is not Basis.HOUR and price.hours:
            lines.append(self._of_an_hour(price))
        return tuple(lines)

    def _of_an_hour(self, price: PhasePrice) -> SheetLine:
        """What the price comes to for each hour of work."""
        parts = (self._figure(price.price_at_unit.amount, "€"), self._figure(price.hours, "h"))
        return SheetLine(
            what=self.texts.say(N_("The price for each hour of work")),
            working=" ÷ ".join(parts),
            amount=self.texts.money(price.per_hour),
        )

    def _line(self, line: WorkingLine) -> SheetLine:
        units = UNITS.get(line.what, ("€", "€", "€"))
        parts = [(value, unit) for value, unit in zip((line.basis, line.rate), units, strict=False)]
        figures = [self._figure(value, unit) for value, unit in parts if value is not None]
        amount = Decimal(0) if line.amount is None else line.amount
        return SheetLine(
            what=self.texts.say(line.what),
            working=(" ÷ " if line.what in DIVISIONS else " × ").join(figures),
            amount=self.texts.money(amount) if isinstance(amount, Money) else self._figure(amount, units[-1]),
            is_sum=line.what in SUMS,
        )

    def _figure(self, value: Decimal, unit: str) -> str:
        """Write a figure with what it is counted in."""
        match unit:
            case "€":
                return price_text(value, self.texts)
            case "%":
                return self.texts.percent(value)
            case "h":
                return self.texts.say(N_("{hours} h"), hours=value)
            case "min":
                return f"{self.texts.number(value)}\N{NO-BREAK SPACE}{self.texts.say(N_('min'))}"
            case _:
                return self.texts.number(value)

    @property
    def unit_words(self) -> str:
        """What the large figure is the price of."""
        return self.texts.say(UNIT_WORDS[self.form.picked.get("basis") or Basis.PIECE])

    @property
    def unit_price(self) -> str:
        """The suggested price of a unit, written."""
        if self.priced is None:
            return "–"
        price = self.priced.price.unit_price
        return f"{self.texts.number(price, -int(price.as_tuple().exponent))}\N{NO-BREAK SPACE}€"

    @property
    def agreed_words(self) -> str:
        """The agreed price of a unit, when there is one: it is what is offered and invoiced."""
        price = self.phase_at(self.at).unit_price if self.at >= 0 else Decimal(0)
        return self.texts.say(N_("Agreed: {price}"), price=price_text(price, self.texts)) if price else ""

    @property
    def can_take(self) -> bool:
        """Whether the suggested price can be agreed on, and is not agreed on already."""
        if self.priced is None or self.locked:
            return False
        return self.phase_at(self.at).unit_price != self.priced.price.unit_price

    @property
    def marks(self) -> tuple[Money | None, Money | None, Money | None]:
        """Our price of a unit, the market's and the lowest acceptable one, for the scale."""
        if self.priced is None:
            return None, None, None
        phase = self.phase_at(self.at)
        ours = phase.unit_price or self.priced.price.unit_price
        market = Money.rounded(phase.market_price) if phase.market_price else None
        return Money.rounded(ours), market, Money.rounded(self.priced.price.lowest_unit_price)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the seller should look at, in words: of the job, and of its phases by their names."""
        if self.total is None:
            codes = self.priced.warnings if self.priced else ()
            return tuple(self.texts.say(WARNINGS[code]) for code in codes)
        of_job = tuple(self.texts.say(WARNINGS[code]) for code in self.total.of_job)
        names = self.names
        by_code: dict[PriceWarning, list[str]] = {}
        for name, phase in zip(names, self.total.phases, strict=True):
            for code in phase.warnings:
                by_code.setdefault(code, []).append(name)
        return of_job + tuple(self._warning(code, concerned) for code, concerned in by_code.items())

    def _warning(self, code: PriceWarning, phases: list[str]) -> str:
        """A warning, with the phases that it is about when there are others."""
        words = self.texts.say(WARNINGS[code])
        if len(phases) == len(self.drafts):
            return words
        return self.texts.say(N_("{phases}: {warning}"), phases=", ".join(phases), warning=words)

    @property
    def whole(self) -> str:
        """The price of the whole job in words, when every phase can be priced."""
        if self.total is None or not self.drafts:
            return ""
        return self.texts.say(
            N_(
                "The whole job: {price} without VAT, {with_vat} with VAT. At least {lowest} without VAT "
                "covers the cost. {hours} h of work."
            ),
            price=self.total.agreed,
            with_vat=self.total.agreed_with_vat,
            lowest=self.total.lowest,
            hours=self.total.hours,
        )

    @property
    def agreed(self) -> Money:
        """The price of the whole job at agreed unit prices, or suggested ones where none is agreed."""
        return self.total.agreed if self.total else ZERO


def _lacks_minutes(question: PhaseQuestion) -> bool:
    """Whether pieces are priced without knowing how long one takes: nothing would look like the price."""
    return question.ask.basis is Basis.PIECE and not question.ask.minutes_per_unit
