"""The one object applications use, and the one composer of the stages.

from onrecord.desk import Desk
desk = Desk()
record = desk.brief(desk.open("story.txt"))
"""

from onrecord.desk.desk import Desk

__all__ = ["Desk"]
