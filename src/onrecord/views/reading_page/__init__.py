"""A report with its voices marked: source, cue and content told apart, each with its chain."""

from onrecord.registry import PageView
from onrecord.views.reading_page import html, terminal

PAGES: tuple[PageView, ...] = (terminal.PAGE, html.PAGE)

__all__ = ["PAGES"]
