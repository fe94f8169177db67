"""``urakka calc``: the program's own rules, case by case, without a window, storage or network."""
