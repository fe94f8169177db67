"""The rules in force: value, first day, ground, source, how sure, and when it was last checked; no Qt."""

from collections.abc import Hashable, Mapping
from datetime import date
from decimal import Decimal

from subcontract.days import LATEST
from subcontract.problems import Refused
from subcontract.rules import Confidence, Rule, Value, all_rules, stale
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.settings.rule_words import PARTS
from ui.presenters.tables.table import CellKind, Column, Row, TablePresenter
from ui.presenters.tone import State, Tone

CONFIDENCE = {
    Confidence.STATUTE: (N_("Read in the act"), Tone.READY),
    Confidence.AUTHORITY: (N_("Read on an authority's page"), Tone.READY),
    Confidence.SECONDARY: (N_("Read elsewhere"), Tone.ATTENTION),
    Confidence.DERIVED: (N_("Reckoned by us"), Tone.INFO),
    Confidence.MEMORY: (N_("Not verified"), Tone.ATTENTION),
    Confidence.OPEN: (N_("Open question"), Tone.ATTENTION),
}
MOST_PARTS = 5
"""A value of more parts is told in full on its card only."""
COLUMNS = (
    Column(key="title", title=N_("Rule"), grows=True, width=30),
    Column(key="value", title=N_("Value in force"), width=20, worth=4),
    Column(key="first", title=N_("From"), kind=CellKind.DATE, worth=3),
    Column(key="basis", title=N_("Act and section"), width=22, worth=2),
    Column(key="sure", title=N_("How sure"), kind=CellKind.STATE, worth=0),
    Column(key="checked", title=N_("Checked"), kind=CellKind.DATE, worth=0),
)


class RulesPresenter(Presenter):
    """Every dated rule as it stands on a day; opening one shows its whole history."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Show the rules of today."""
        super().__init__(door, texts)
        self.day = door.today()
        self.table = TablePresenter(COLUMNS, texts, name=N_("Rules"))
        self.table.count_words = (N_("{number} rule"), N_("{number} rules"))
        self.table.on_open = self.open
        self.table.on_select = self._selected
        self.open_rule: Rule | None = None
        self._rules: dict[str, Rule] = {}
        self._old: tuple[Rule, ...] = ()

    def load(self) -> None:
        """Read the rules and tell which are old."""
        self._rules = {rule.name: rule for rule in all_rules()}
        self._old = stale(self.day)
        self.table.set_rows(self._row(rule) for rule in self._rules.values())
        self.table.sort_by("title")
        self.notice = None
        if self._old:
            one = N_("{number} rule has not been checked for over a year. Compare it with its source.")
            many = N_(
                "{number} rules have not been checked for over a year. Compare them with their sources."
            )
            self.notice = Notice(self.texts.count(one, many, len(self._old)), Tone.ATTENTION)
        self.tell()

    def _row(self, rule: Rule) -> Row:
        """A rule as it stands today; one without a value today says so."""
        checked_late = rule in self._old
        cells: dict[str, object] = {
            "title": self.texts.say(rule.title),
            "checked": rule.checked,
        }
        problems = {"checked": self.texts.say(N_("Not checked for over a year"))} if checked_late else {}
        try:
            value = rule.on(self.day)
        except Refused:
            cells["value"] = self.texts.say(N_("Not known today"))
            cells["sure"] = State(self.texts.say(N_("No value")), Tone.ATTENTION)
            return Row(id=rule.name, cells=cells, problems=problems, search=rule.name)
        word, tone = CONFIDENCE[value.confidence]
        cells |= {
            "value": self._shortly(rule, value),
            "first": value.first,
            "basis": value.basis,
            "sure": State(self.texts.say(word), tone),
        }
        hints = {"value": self.written(rule, value), "title": str(cells["title"]), "basis": value.source}
        return Row(
            id=rule.name, cells=cells, problems=problems, hints=hints, search=f"{rule.name} {value.source}"
        )

    def _shortly(self, rule: Rule, value: Value) -> str:
        """What a value says in a list: of many parts the first few, and how many more there are."""
        content = value.content
        if not isinstance(content, Mapping) or len(content) <= MOST_PARTS:
            return self.written(rule, value)
        first = dict(list(content.items())[: MOST_PARTS - 1])
        more = self.texts.count(
            N_("{number} more value"), N_("{number} more values"), len(content) - len(first)
        )
        return f"{self._parts(first)}, {more}"

    def _parts(self, content: Mapping[str, Decimal]) -> str:
        """The parts of a value, each with its word."""
        return ", ".join(f"{self._part(key)} {self.texts.number(part)}" for key, part in content.items())

    def written(self, rule: Rule, value: Value) -> str:
        """What a value says, with its unit."""
        content = value.content
        if isinstance(content, Decimal):
            places = 2 if rule.unit.startswith("EUR") else None
            return self._with_unit(self.texts.number(content, places), rule.unit)
        if isinstance(content, date):
            return self.texts.day(content)
        if isinstance(content, Mapping):
            return self._parts(content)
        if isinstance(content, str):
            return self._part(content)
        return ", ".join(self._part(part) for part in content)

    def _with_unit(self, number: str, unit: str) -> str:
        """The number and its unit, kept on one line."""
        return f"{number}\u00a0{self.texts.say(unit)}" if unit not in {"several", "list", "text"} else number

    def _part(self, key: str) -> str:
        """The word of a part's key."""
        return self.texts.say(PARTS[key]) if key in PARTS else key

    def open(self, name: Hashable) -> None:
        """Open a rule."""
        self.open_rule = self._rules.get(str(name))
        self.tell()

    def close(self) -> None:
        """Close the rule."""
        self.open_rule = None
        self.tell()

    def _selected(self, name: Hashable | None) -> None:
        """The card follows the row that is selected while it is open."""
        if self.open_rule is not None and name is not None:
            self.open(name)

    @property
    def title(self) -> str:
        """The open rule's title."""
        return self.texts.say(self.open_rule.title) if self.open_rule is not None else ""

    def history(self) -> tuple[tuple[str, str, str], ...]:
        """The open rule's values, newest first: days, value, and where each comes from."""
        if self.open_rule is None:
            return ()
        lines = []
        for value in reversed(self.open_rule.values):
            word, _ = CONFIDENCE[value.confidence]
            source = self.texts.say(value.source) if value.source else ""
            ground = " · ".join(part for part in (value.basis, source, self.texts.say(word)) if part)
            lines.append((self._days(value), self.written(self.open_rule, value), ground))
        return tuple(lines)

    def _days(self, value: Value) -> str:
        """The days of a value."""
        if value.last == LATEST:
            return self.texts.say(N_("from {day}"), day=value.first)
        return f"{self.texts.day(value.first)}–{self.texts.day(value.last)}"

    @property
    def checked(self) -> tuple[str, Tone]:
        """When the open rule was last compared with its source, and whether that is long ago."""
        rule = self.open_rule
        if rule is None:
            return "", Tone.INFO
        if rule in stale(self.day):
            said = N_("Checked {day}: over a year ago. Compare it with its source.")
            return self.texts.say(said, day=rule.checked), Tone.ATTENTION
        return self.texts.say(N_("Checked {day}"), day=rule.checked), Tone.READY

    @property
    def note(self) -> str:
        """The open rule's open question or limit of use."""
        note = self.open_rule.note if self.open_rule is not None else ""
        return self.texts.say(note) if note else ""

    @property
    def link(self) -> str:
        """Where the newest value of the open rule can be read."""
        return self.open_rule.values[-1].link if self.open_rule is not None else ""
