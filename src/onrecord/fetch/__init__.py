"""Where bytes come from: files, folders of files, standard input.

Nothing here knows what the bytes mean. Sizes are checked before anything is read as a whole.
"""

from onrecord.fetch.files import LARGEST, head, lines, origin, paths, read_bytes

__all__ = ["LARGEST", "head", "lines", "origin", "paths", "read_bytes"]
