"""What desk checks found, for a terminal, for programs, for GitHub, and as a page."""

from onrecord.registry import FindingsView
from onrecord.views.findings import github, html, json, terminal

FINDINGS: tuple[FindingsView, ...] = (terminal.VIEW, json.VIEW, github.VIEW, html.VIEW)

__all__ = ["FINDINGS"]
