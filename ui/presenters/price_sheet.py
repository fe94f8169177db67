"""The price sheet of a job: its phases, and their prices while one types; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.jobs.job import Basis, JobSource, Phase
from subcontract.jobs.offers import VAT_CODES, vat_of
from subcontract.money import ZERO, Money
from subcontract.people.unit import ProviderKind
from subcontract.pricing.phase import PhaseAsk, ask_of
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
from subcontract.problems import Refused
from subcontract.rules import WorkingLine
from subcontract.words import N_, Texts
from ui.presenters.phase_drafts import PhaseDrafts

WARNINGS = {
    PriceWarning.TENDER_IS_COMPETITION: N_(
        "The job comes from a tender. Taking part in a tender means a competitive market (act 611/2021, "
        "section 131). Ask the county's lawyer before making an offer."
    ),
    PriceWarning.MARKET_PRICE_MISSING: N_(
        "A public seller must sell at market price (act 611/2021, section 133). Write down what others ask."
    ),
    PriceWarning.MARKET_SOURCE_MISSING: N_("Write down where the market price is from, and of what day."),
    PriceWarning.BELOW_MARKET: N_(
        "The price is below the market price. A public seller must price at market level "
        "(act 611/2021, section 133)."
    ),
    PriceWarning.BELOW_COST: N_("The agreed price does not cover the cost."),
}
UNIT_WORDS = {
    Basis.PIECE: N_("Price of a piece"),
    Basis.HOUR: N_("Price of an hour"),
    Basis.DAY: N_("Price of a day"),
    Basis.FIXED: N_("Price of the whole"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line of the right-hand column, written out."""

    what: str
    working: str
    amount: str
    is_sum: bool = False


SUMS = frozenset(
    (
        *("Direct costs", "Cost: the lowest acceptable price", "Price"),
        "Price at the rounded unit price",
    )
)
"""Lines of the working that are sums; their texts are marked where they are made."""
PERCENTS = frozenset(
    (
        *("Holiday compensation", "Employer's costs", "Overhead on direct costs"),
        *("Margin on the cost", "Value added tax"),
    )
)
"""Lines whose rate is a percentage."""
DIVISIONS = frozenset(
    (
        "Hours of work: minutes of all pieces, by 60 and by the pace",
        "Price of a unit, rounded up to the step",
    )
)
"""Lines whose amount is the first figure divided by the second."""


class PriceSheetPresenter(PhaseDrafts):
    """The phases of a job with their prices; every figure follows each key."""

    def __init__(self, texts: Texts, today: Callable[[], date]) -> None:
        """Start without phases."""
        self.seller = ProviderKind.COUNTY
        self.vat_registered = True
        self.source = JobSource.DIRECT
        self.priced: PricedPhase | None = None
        self.total: PriceSheet | None = None
        self.missing = ""
        """Why there is no price, in words."""
        super().__init__(texts, today)

    def take_suggested(self) -> None:
        """Agree on the suggested price of a unit."""
        if self.priced is not None:
            self.form.type("unit_price", self.texts.number(self.priced.price.unit_price))

    # --- figures

    def reckon(self) -> None:
        """Price the phase on the desk, and the whole job when every phase can be priced."""
        self.priced, self.total, self.missing = None, None, ""
        if self.at >= 0:
            try:
                self.priced = price_question(self._question(self.at), seller=self.seller)
            except Refused as refused:
                self.missing = self._why_not(refused)
        self._sum_up()

    def _why_not(self, refused: Refused) -> str:
        """Tell which figure is missing before there can be a price."""
        labels = [self.form.label(p.field) for p in refused.problems if p.field in self.form.specs]
        what = ", ".join(dict.fromkeys(labels))
        return self.texts.say(N_("The price comes when these are right: {fields}"), fields=what)

    def _sum_up(self) -> None:
        try:
            questions = [self._question(at) for at in range(len(self.drafts))]
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
        phase = self.phase_at(self.at)
        return tuple(map(self._line, working(self._ask(phase), self.priced.price)))

    def _line(self, line: WorkingLine) -> SheetLine:
        rate = self.texts.percent if line.what in PERCENTS else self.texts.number
        figures = [] if line.basis is None else [self.texts.number(line.basis)]
        figures += [] if line.rate is None else [rate(line.rate)]
        amount = Decimal(0) if line.amount is None else line.amount
        return SheetLine(
            what=self.texts.say(line.what),
            working=(" ÷ " if line.what in DIVISIONS else " × ").join(figures),
            amount=self.texts.money(amount) if isinstance(amount, Money) else self.texts.number(amount),
            is_sum=line.what in SUMS,
        )

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
        """What the seller should look at, in words: the job's own and those of the phase on the desk."""
        codes = [*(self.total.warnings if self.total else ()), *(self.priced.warnings if self.priced else ())]
        return tuple(self.texts.say(WARNINGS[code]) for code in dict.fromkeys(codes))

    @property
    def whole(self) -> str:
        """The price of the whole job in words, when every phase can be priced."""
        if self.total is None or not self.drafts:
            return ""
        return self.texts.say(
            N_("The whole job: {price} without VAT, at least {lowest} to cover the cost, {hours} h of work"),
            price=self.total.agreed,
            lowest=self.total.lowest,
            hours=self.total.hours,
        )

    @property
    def agreed(self) -> Money:
        """The price of the whole job at agreed unit prices, or suggested ones where none is agreed."""
        return self.total.agreed if self.total else ZERO
