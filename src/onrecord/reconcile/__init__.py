"""From claims to an incident record: what the claims on one matter amount to.

A record is computed, never stored. Claims of one slot that claim the same value become one finding;
its voices are all who say so. Nothing is averaged, nothing is chosen: differing figures stand side
by side as findings of their own.
"""

from onrecord.reconcile.record import compile_records

__all__ = ["compile_records"]
