"""From the words of a report to their grammar: sentences, words, relations, names.

spaCy does the work, with the packaged small English pipeline; this package is the only one that
knows it. Loading takes a second, so it happens once, at the first report.
"""

from onrecord.language.engine import Analyser, load
from onrecord.language.identify import LANGUAGES, identify

__all__ = ["LANGUAGES", "Analyser", "identify", "load"]
