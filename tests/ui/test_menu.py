from collections import Counter

from subcontract.actions.act import Permission
from ui.commands import _DO
from ui.menu import BY_ID, COMMANDS, SCREENS, Menu
from ui.texts import CatalogueTexts


def test_no_two_commands_share_a_key_or_an_id() -> None:
    keys = Counter(command.key for command in COMMANDS if command.key)
    assert [key for key, times in keys.items() if times > 1] == []
    assert len(BY_ID) == len(COMMANDS)


def test_no_key_is_one_that_types_a_sign_on_a_finnish_keyboard() -> None:
    for command in COMMANDS:
        parts = command.key.split("+")
        assert not ("Ctrl" in parts and "Alt" in parts), "AltGr is Ctrl+Alt"


def test_every_screen_has_a_command_and_every_command_does_something() -> None:
    assert [command.screen for command in COMMANDS if command.screen] == list(SCREENS)
    for command in COMMANDS:
        assert command.screen or command.choice or command.id in _DO


def test_permissions_are_known() -> None:
    for command in COMMANDS:
        assert not command.permission or Permission(command.permission)


def test_every_text_is_translated() -> None:
    finnish = CatalogueTexts("fi")
    # each language is named in itself, so that one finds one's own
    commands = (command.text for command in COMMANDS if command.choice != "language")
    for text in [*commands, *Menu, *(word for _, word, _ in SCREENS.values())]:
        assert finnish.say(str(text)) != str(text)
