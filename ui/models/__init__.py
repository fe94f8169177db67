"""Qt item models over the rows of presenters."""
