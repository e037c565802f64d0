"""The trained reader of incidents: who and what takes part, in which of the report's incidents.

Its weights are made by `python -m training incidents`; how well they do is in
docs/quality/incidents.md.
"""
