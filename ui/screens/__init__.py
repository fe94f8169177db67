"""Layout and connections only: each screen is imported when it is first shown (see ``ui.menu.SCREENS``)."""
