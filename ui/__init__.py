"""The window: presenters that never saw Qt, thin models, widgets and screens."""
