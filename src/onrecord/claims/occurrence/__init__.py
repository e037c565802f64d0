"""When and where an incident happened, from the words that tell of it.

Given one incident of a report as the stretches of text that tell of it, works out its time and its
place, each with the footing it stands on: stated, inherited from other sentences, or no more than
what the report's own day and place of filing bound. What the incidents of a report are is settled
elsewhere.
"""

from __future__ import annotations

from onrecord.claims.occurrence.footing import Dating, Footing, Placing
from onrecord.claims.occurrence.when import dating, when
from onrecord.claims.occurrence.where import placing, where

__all__ = ["Dating", "Footing", "Placing", "dating", "placing", "when", "where"]
