"""Before anybody is signed in: opening, the password, the first start, and who is working."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.tone import Tone
from ui.problem_sentences import explain_all
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.faces import Face
from ui.widgets.form import FormView
from ui.widgets.labels import Card, Label, Picture, ToneLine
from ui.widgets.pages import Area

if TYPE_CHECKING:
    from subcontract.people.staff import Staff

PASSWORD = (FieldSpec(name="password", label=N_("Password"), kind=FieldKind.PASSWORD, required=True),)
FIRST = (
    FieldSpec(
        name="unit", label=N_("Name of the unit"), required=True, help=N_("For example an activity centre.")
    ),
    FieldSpec(
        name="provider", label=N_("Provider"), required=True, help=N_("The body's name as on invoices.")
    ),
    FieldSpec(name="name", label=N_("Your name"), required=True),
    FieldSpec(
        name="password",
        label=N_("Password"),
        kind=FieldKind.PASSWORD,
        required=True,
        help=N_("At least 10 characters. Keep it safe: without it nobody can open the file."),
    ),
    FieldSpec(name="again", label=N_("Password again"), kind=FieldKind.PASSWORD, required=True),
)
LEAST_PASSWORD = 10


class WelcomePage(QWidget):
    """One card in the middle of the window, with one question at a time."""

    def __init__(self, texts: Texts, today: Callable[[], date]) -> None:
        super().__init__()
        self.texts, self._today = texts, today
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        self.card = Card()
        self.card.setMinimumWidth(self.fontMetrics().averageCharWidth() * 58)
        self.card.body.setContentsMargins(32, 32, 32, 24)
        self.card.body.setSpacing(12)
        row.addWidget(self.card)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Area(inner))
        self.problem = ToneLine("", Tone.WRONG)
        self.form: FormPresenter | None = None
        self.bar: QProgressBar | None = None
        self._press: Callable[[], object] = lambda: None

    def _begin(self, picture: str, heading: str, sentence: str = "") -> None:
        """Clear the card and put the picture and the heading on it."""
        while (item := self.card.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self.problem:
                widget.hide()
                widget.deleteLater()
            elif (layout := item.layout()) is not None:
                _drop(layout)
        self.card.body.addWidget(Picture(picture, 72), 0, Qt.AlignmentFlag.AlignHCenter)
        title = Label(heading, "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card.body.addWidget(title)
        if sentence:
            words = Label(sentence, "quiet", wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.card.body.addWidget(words)
        self.problem.say("")
        self.card.body.addWidget(self.problem)

    def refuse(self, refused: Refused) -> None:
        """Tell why it did not go, beside the field when it has one."""
        left = self.form.refuse(refused) if self.form is not None else refused.problems
        self.problem.say(explain_all(Refused(*left), self.texts) if left else "", Tone.WRONG)
        self.setEnabled(True)

    def show_opening(self, sentence: str) -> None:
        """Tell that something is being opened or made."""
        self.form = None
        self._begin("boxes", "Urakka", sentence)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.card.body.addWidget(self.bar)

    def show_progress(self, done: int, of: int) -> None:
        """Tell how far the opening is."""
        if self.bar is not None and isValid(self.bar):
            self.bar.setMaximum(of)
            self.bar.setValue(done)

    def ask_password(self, file: str, go: Callable[[str], object], other: Callable[[], object]) -> None:
        """Ask the password of a file."""
        say = self.texts.say
        self._begin("home", "Urakka", file)
        form = FormPresenter(PASSWORD, self.texts, self._today, name=N_("Password"))

        def enter() -> None:
            if (values := form.parsed()) is not None:
                self.setEnabled(False)
                go(values["password"])

        self._show_form(form, say(N_("Open")), enter)
        demo = LinkButton(say(N_("Try the made-up centre instead")), other)
        self.card.body.addWidget(demo, 0, Qt.AlignmentFlag.AlignHCenter)

    def ask_first(self, go: Callable[[dict[str, str]], object], demo: Callable[[], object]) -> None:
        """The first start: make a centre of one's own, or look at a made-up one."""
        say = self.texts.say
        self._begin(
            "home", say(N_("Welcome to Urakka")), say(N_("Make your own centre, or try a made-up one first."))
        )
        form = FormPresenter(FIRST, self.texts, self._today, name=N_("Your own centre"))

        def enter() -> None:
            if (values := form.parsed()) is not None and self._passwords_agree(form, values):
                self.setEnabled(False)
                go(values)

        self.card.body.addWidget(Button(say(N_("Try the made-up centre")), demo, icon_name="play"))
        self._show_form(form, say(N_("Make the centre")), enter)

    def _passwords_agree(self, form: FormPresenter, values: dict[str, str]) -> bool:
        """Whether the passwords are the same and long enough; says it beside the field when not."""
        if len(values["password"]) < LEAST_PASSWORD:
            form.errors["password"] = self.texts.say(N_("The password is too short: at least 10 characters."))
        elif values["password"] != values["again"]:
            form.errors["again"] = self.texts.say(N_("The passwords are not the same."))
        form.refusals += bool(form.errors)
        form.tell()
        return not form.errors

    def _show_form(self, form: FormPresenter, verb: str, enter: Callable[[], object]) -> None:
        """Put a form and its button on the card; Enter in the last field presses it."""
        self.form = form
        view = FormView(form, scrolled=False)
        self.card.body.addWidget(view)
        self._press = enter
        self.card.body.addWidget(PrimaryButton(verb, enter, key="Ctrl+Return"))
        view.on(list(form.specs)[-1], enter)
        self.setEnabled(True)
        view.focus_first()

    def press(self) -> None:
        """Do what the card's main button does."""
        self._press()

    @staticmethod
    def _choice(person: "Staff", chosen: "Callable[[Staff], object]") -> Callable[[], object]:
        """What a person's button does; the state that Qt sends along is no person."""
        return lambda: chosen(person)

    def choose_person(self, people: "Iterable[Staff]", chosen: "Callable[[Staff], object]") -> None:
        """Ask who is working."""
        from ui.presenters.settings.staff import ROLES  # noqa: PLC0415 - the first paint asks nobody who they are

        self.form = None
        self._begin("person", self.texts.say(N_("Who is working?")))
        first: QWidget | None = None
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.card.body.addLayout(grid)
        for at, person in enumerate(people):
            words = ", ".join(self.texts.say(ROLES[role][0]) for role in sorted(person.roles))
            grid.addWidget(Face(person.name, b"", 40), at, 0)
            button = Button(person.name, self._choice(person, chosen))
            button.setAccessibleDescription(words)
            grid.addWidget(button, at, 1)
            grid.addWidget(Label(words, "muted", wrap=True), at, 2)
            first = first or button
        self.setEnabled(True)
        if first is not None:
            first.setFocus()


def _drop(layout: QLayout) -> None:
    """Let go of a layout and what is in it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    layout.deleteLater()
