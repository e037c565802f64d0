"""The tasks, one file each; a new one is one file and one row here."""

from benchmarks.tasks import geo, incidents, muc4, polnear
from benchmarks.tasks.task import BrokenRowError, Row, Task, read_row

TASKS: tuple[Task, ...] = (polnear.TASK, muc4.TASK, geo.TASK, incidents.TASK)


def task_named(name: str) -> Task:
    """Return a task by its name.

    Raises:
        LookupError: There is none of this name.
    """
    for task in TASKS:
        if task.name == name:
            return task
    raise LookupError(f"no task {name!r}; there are {', '.join(task.name for task in TASKS)}")


__all__ = ["TASKS", "BrokenRowError", "Row", "Task", "read_row", "task_named"]
