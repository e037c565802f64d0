"""An incident record as text: for a terminal, as Markdown, as HTML, as JSON.

Every view shows the same outline in the same words; the JSON view gives the whole record.
"""

from onrecord.registry import RecordView
from onrecord.views import html, json, markdown, terminal

VIEWS: tuple[RecordView, ...] = (terminal.VIEW, markdown.VIEW, html.VIEW, json.VIEW)

__all__ = ["VIEWS"]
