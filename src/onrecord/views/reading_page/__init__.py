"""A report with its voices marked: source, cue and content told apart, each with its chain."""

from onrecord.registry import PageView
from onrecord.views.reading_page import html, terminal

PAGES: tuple[PageView, ...] = (terminal.PAGE, html.PAGE)


def page_named(name: str) -> PageView:
    """Return a page by its name.

    Raises:
        LookupError: No page has that name.
    """
    for page in PAGES:
        if page.name == name:
            return page
    raise LookupError(f"no page {name!r}; we have: {', '.join(page.name for page in PAGES)}")


__all__ = ["PAGES", "page_named"]
