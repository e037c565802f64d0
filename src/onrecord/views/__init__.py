"""An incident record as text: for a terminal, as Markdown, as HTML, as JSON.

Every view shows the same outline in the same words; the JSON view gives the whole record.
"""

from onrecord.registry import View
from onrecord.views import html, json, markdown, terminal

VIEWS: tuple[View, ...] = (terminal.VIEW, markdown.VIEW, html.VIEW, json.VIEW)


def view_named(name: str) -> View:
    """Return a view by its name.

    Raises:
        LookupError: No view has that name.
    """
    for view in VIEWS:
        if view.name == name:
            return view
    raise LookupError(f"no view {name!r}; we have: {', '.join(view.name for view in VIEWS)}")


__all__ = ["VIEWS", "view_named"]
