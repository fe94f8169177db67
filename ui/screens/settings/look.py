"""Asetukset, Ulkoasu ja kieli: language, colours and the size of letters, in force at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.look import LOOK, SCALES
from ui.screens.bones import Desk
from ui.texts import LANGUAGE_NAMES
from ui.theme import ThemeChoice
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Card, Label
from ui.widgets.pages import Area

THEMES = {
    ThemeChoice.SYSTEM: N_("Colours of the system"),
    ThemeChoice.LIGHT: N_("Light colours"),
    ThemeChoice.DARK: N_("Dark colours"),
    ThemeChoice.CONTRAST: N_("High contrast"),
}


class ChoiceButton(Button):
    """One of several, of which exactly one is chosen."""

    look = "chip"


class LookPage(QWidget):
    """Three questions, each with its choices as buttons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.texts = desk, desk.texts
        self._groups: list[QButtonGroup] = []
        self._languages: dict[str, ChoiceButton] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        languages = [(f"language_{code}", name) for code, name in LANGUAGE_NAMES.items()]
        self._ask(column, N_("Language"), languages, f"language_{self.texts.language}")
        themes = [(f"theme_{choice}", self.texts.say(word)) for choice, word in THEMES.items()]
        self._ask(column, N_("Colours"), themes, f"theme_{LOOK.choice}")
        card = Card(self.texts.say(N_("Size of letters")))
        row = FlowLayout()
        self.size_words = Label("", "strong")
        row.addWidget(
            Button(self.texts.say(N_("Smaller letters")), lambda: desk.run("smaller"), icon_name="minus")
        )
        row.addWidget(
            Button(self.texts.say(N_("Larger letters")), lambda: desk.run("larger"), icon_name="plus")
        )
        row.addWidget(Button(self.texts.say(N_("Ordinary letters")), lambda: desk.run("normal_size")))
        card.body.addWidget(self.size_words)
        card.body.addLayout(row)
        said = N_(
            "From {least} to {most} per cent of the system's own size. Ctrl and plus or minus do the same."
        )
        card.body.addWidget(Label(self.texts.say(said, least=SCALES[0], most=SCALES[-1]), "muted", wrap=True))
        column.addWidget(card)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Area(inner))
        LOOK.changed.connect(self._say_size)
        self._say_size()

    def _ask(self, column: QVBoxLayout, question: str, choices: list[tuple[str, str]], chosen: str) -> None:
        """Put a question and its choices on a card."""
        card = Card(self.texts.say(question))
        row = FlowLayout()
        group = QButtonGroup(self)
        for command, word in choices:
            button = ChoiceButton(word, self._choice(command))
            if command.startswith("language_"):
                self._languages[command] = button
            button.setCheckable(True)
            button.setChecked(command == chosen)
            group.addButton(button)
            row.addWidget(button)
        card.body.addLayout(row)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self._groups.append(group)

    def _choice(self, command: str) -> Callable[[], object]:
        """What a choice does; the state that Qt sends along is no command."""
        return lambda: self._choose(command)

    def _choose(self, command: str) -> None:
        """Do it; a change of language that was called off leaves the old one chosen."""
        self.desk.run(command)
        if command in self._languages:
            self._languages[f"language_{self.texts.language}"].setChecked(True)

    def _say_size(self) -> None:
        """Show the size in force."""
        self.size_words.setText(f"{LOOK.sizes.percent}\u00a0%")
