"""OnRecord reads wire reports and keeps one sourced incident record per real event.

Importing this package loads nothing heavy: each stage imports its engine inside the function that
first needs it. The packages, from the bottom up, are `errors`, `model`, `registry` and `resources`,
`language`, `extract`, `claims`, then `wire`, `fetch`, `reading`, `reconcile`, `checks`, `views`,
then `desk` (the one composer) and `cli`.
"""

__version__ = "0.1.0"
