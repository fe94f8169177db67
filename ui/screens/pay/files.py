"""Aineistot: what would be handed over, who is left out, and the files that were made."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.wage_records import HandOverKind
from subcontract.words import N_
from ui.presenters.pay.file_words import KINDS, VERSIONS
from ui.presenters.pay.files import PayFiles
from ui.presenters.tone import Tone
from ui.screens.bones import Desk
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Card, Label, ToneLine
from ui.widgets.saving import save_file
from ui.widgets.segments import Segments
from ui.widgets.table import TableView

KEYS: dict[object, str] = {
    HandOverKind.PAYROLL: "Ctrl+1",
    HandOverKind.BANK_FILE: "Ctrl+1",
    HandOverKind.INCOMES_REGISTER: "Ctrl+2",
    HandOverKind.LEDGER: "Ctrl+3",
}
"""The payroll's file stands alone, in the place of the bank's."""


class PayFilesView(QWidget):
    """The next file above, the files that were made below."""

    def __init__(self, presenter: PayFiles, desk: Desk) -> None:
        super().__init__()
        self.presenter, self.desk, self.texts = presenter, desk, desk.texts
        say = self.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.kinds = Segments(
            say(N_("What is made")),
            ((kind, say(word)) for kind, word in KINDS.items()),
            self._choose,
            keys=KEYS,
        )
        self.versions = Segments(
            say(N_("Version of the bank file")),
            ((version, say(word)) for version, word in VERSIONS.items()),
            self._choose_version,
        )
        self.less = Label("", "quiet", wrap=True)
        column.addWidget(self.kinds)
        column.addWidget(self.less)
        column.addWidget(self._make_coming())
        column.addWidget(Label(say(N_("Files that were made")), "section"))
        self.list = TableView(presenter.table, filtered=False)
        column.addWidget(self.list, 1)
        tools = Flow()
        self.save = Button(
            say(N_("Save the file")), presenter.save_selected, key="Ctrl+S", icon_name="download-simple"
        )
        self.tick = Button(say(N_("Matches")), presenter.tick, key="F8", icon_name="check-circle")
        tools.add(self.save)
        tools.add(self.tick)
        column.addWidget(tools)
        self._shown: object = None
        self._remember_version()

    def _remember_version(self) -> None:
        """Start with the version that was chosen last on this computer."""
        settings, versions = self.desk.settings, list(BankFileVersion)
        if settings.now.bank_file in versions:
            self.presenter.version = BankFileVersion(settings.now.bank_file)
        self.presenter.on_version = lambda version: settings.change(bank_file=version.value)

    def _make_coming(self) -> Card:
        """What the next file would be."""
        card = Card()
        self.sentence = Label("", "strong", wrap=True)
        card.body.addWidget(self.sentence)
        card.body.addWidget(self.versions)
        self.left = QVBoxLayout()
        self.left.setSpacing(4)
        card.body.addLayout(self.left)
        return card

    def _choose(self, kind: object) -> None:
        if isinstance(kind, HandOverKind):
            self.presenter.choose(kind)

    def _choose_version(self, version: object) -> None:
        if isinstance(version, BankFileVersion):
            self.presenter.choose_version(version)

    def do(self) -> None:
        """Make the file; a second one is asked about first."""
        presenter = self.presenter
        if not presenter.question or self.desk.ask_before(presenter.question, presenter.verb):
            presenter.make()

    def refresh(self) -> None:
        """Show what the presenter has now; a file that waits to be saved is saved."""
        presenter = self.presenter
        bank = presenter.kind is HandOverKind.BANK_FILE
        self.kinds.show_choices(presenter.kinds)
        self.kinds.show_value(presenter.kind)
        self.less.say(presenter.why_less)
        self.versions.show_value(presenter.version)
        self.versions.setVisible(bank)
        self.save.setEnabled(presenter.selected is not None)
        self.tick.setEnabled(presenter.can_tick)
        self._show_coming()
        if (paper := presenter.to_save) is not None:
            presenter.to_save = None
            path = self.desk.ask_save_path(paper.name, Path(paper.name).suffix.removeprefix("."))
            told = save_file(path, paper.content, self.desk.texts) if path else None
            presenter.saved(path, told)

    def _show_coming(self) -> None:
        """The sentence, then what is missing and who is left out, a line each."""
        coming = self.presenter.coming
        if coming == self._shown:
            return
        self._shown = coming
        self.sentence.setText(coming.sentence if coming else "")
        while (item := self.left.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if coming is None:
            return
        for words in coming.wanting:
            self.left.addWidget(ToneLine(words, Tone.WRONG))
        if coming.left_out:
            self.left.addWidget(Label(self.texts.say(N_("Left out of the file")), "quiet"))
        for words in coming.left_out:
            self.left.addWidget(ToneLine(words, Tone.ATTENTION))
