"""Somebody else saved the record that is being written on: newer values come under what was typed; no Qt."""

from collections.abc import Mapping

from ui.presenters.forms.form import FormPresenter


def renew(form: FormPresenter, values: Mapping[str, object]) -> None:
    """Show newer values in the fields that nobody has touched; what was typed or picked stays, unsaved."""
    typed, picked = dict(form.typed), dict(form.picked)
    form.reset()
    touched = {name: text for name, text in typed.items() if text != form.typed[name]}
    chosen = {name: value for name, value in picked.items() if value != form.picked[name]}
    form.load(values)
    form.typed |= touched
    form.picked |= chosen
    form.tell()
