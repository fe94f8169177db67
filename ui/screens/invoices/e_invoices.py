"""Verkkolaskut: what goes to the operator's folder, what has gone, and what a file says."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.invoices.e_invoices.e_invoice_words import SHOWN_WORDS, Shown
from ui.presenters.invoices.e_invoices.e_invoices import EInvoicesPresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Desk, Screen
from ui.widgets.buttons import Button
from ui.widgets.fact_lines import FactLines
from ui.widgets.flow import Flow
from ui.widgets.folder_dialog import ask_folder
from ui.widgets.form import FormView
from ui.widgets.labels import Label, ToneLine, Words
from ui.widgets.pages import Area
from ui.widgets.saving import save_file
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.tick_grid import TickGrid
from ui.widgets.tick_tools import TickTools


class EInvoicesPage(Screen):
    """The list, and the card of one invoice."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the folder, the list and the card."""
        super().__init__(desk, title=N_("E-invoices"))
        self.presenter = self.use(EInvoicesPresenter(desk.door(self), desk.texts))
        self._remember_folder()
        self.body.addWidget(self._make_folder())
        self.list = TableView(self.presenter.table, grid=TickGrid(self.presenter.table))
        self.shown = Segments(
            self.texts.say(N_("Which e-invoices")),
            tuple((shown, self.texts.say(word)) for shown, word in SHOWN_WORDS.items()),
            lambda shown: self.presenter.show(Shown(str(shown))),
        )
        self.list.add_tool(self.shown)
        self.tick_tools = TickTools(lambda: self.presenter.ticks, self.texts)
        self.list.add_tool(self.tick_tools)
        self.side = self.split(self.list, N_("E-invoice"), Area(self._make_card()))
        self.side.on_close = self.presenter.close
        self.receipts = self.add_secondary(
            N_("Save the list of files"), self._save_list, key="Ctrl+S", icon_name="download-simple"
        )
        self.set_primary(N_("Send"), self._do)

    def _remember_folder(self) -> None:
        """Begin with the folder that was chosen last on this computer."""
        settings = self.desk.settings
        self.presenter.folder = settings.now.e_invoice_folder
        self.presenter.on_folder = lambda folder: settings.change(e_invoice_folder=folder)

    def _make_folder(self) -> QWidget:
        line = Flow(space=12, line_space=4)
        self.folder = Words("", "quiet")
        self.choose = Button(
            self.texts.say(N_("Choose the folder")), self._choose_folder, key="F8", icon_name="folder-open"
        )
        line.add(self.choose)
        line.add(self.folder)
        return line

    def _make_card(self) -> QWidget:
        """What is missing, or what the file says; sending it again."""
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.wanting = ToneLine("", Tone.ATTENTION)
        self.hint = Label("", "quiet", wrap=True)
        self.facts = FactLines()
        self.save = Button(
            self.texts.say(N_("Save the e-invoice")), self._save_file, icon_name="download-simple"
        )
        self.form = FormView(self.presenter.card.form, scrolled=False)
        self.again = Button(
            self.texts.say(N_("Send again")), self.presenter.send_again, icon_name="paper-plane-tilt"
        )
        for part in (self.wanting, self.hint, self.facts, self.save, self.form, self.again):
            column.addWidget(part)
        column.addStretch(1)
        return card

    # --- acting

    def _choose_folder(self) -> None:
        title = N_("Folder of the e-invoice operator")
        self.presenter.choose_folder(ask_folder(self, self.texts, title, self.presenter.folder))

    def _do(self) -> None:
        """Send after a question, or mark as received."""
        presenter = self.presenter
        if not presenter.can_do:
            return
        if presenter.shown is Shown.SENT or self.desk.ask_before(presenter.question, presenter.verb):
            presenter.do()

    def _save_list(self) -> None:
        self._save(*self.presenter.list_file())

    def _save_file(self) -> None:
        if (file := self.presenter.card.file) is not None:
            self._save(file.paper.name, file.paper.content)

    def _save(self, name: str, content: bytes) -> None:
        """Save where the user wants it."""
        if path := self.desk.ask_save_path(name, name.rpartition(".")[2]):
            self.presenter.notice = save_file(path, content, self.texts)
            self.presenter.tell()

    def cancel_work(self) -> None:
        """Stop sending: nothing is kept as sent."""
        self.presenter.at_once.cancel()

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter, card = self.presenter, self.presenter.card
        self.folder.say(presenter.folder_words)
        self.shown.show_value(presenter.shown)
        self.tick_tools.refresh()
        self.side.show_card(shown=card.going is not None, title=card.heading)
        self.wanting.say(card.wanting)
        self.hint.say(card.hint)
        self.facts.show_facts(card.rows)
        gone = card.going is not None and not card.going.waits
        for part in (self.save, self.form, self.again):
            part.setVisible(gone)
        self.save.setEnabled(card.file is not None)
        self.again.setEnabled(presenter.can_send_again and card.form.dirty)
        self.receipts.setVisible(presenter.has_sent)
        self.primary.setVisible(presenter.has_act)
        self.primary.setEnabled(presenter.can_do)
        self.primary.set_text(presenter.verb)
        working = presenter.at_once
        if working.is_working:
            self.progress.show_step(working.done, working.of, self.texts.say(N_("E-invoices")))
        else:
            self.progress.finish()
