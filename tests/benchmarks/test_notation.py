"""The notation in which who says what is written down, for training and for the benchmark."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import voices
from benchmarks.notation import Sentences, Told, sentences
from onrecord.model import Certainty, Stance

SENTENCES = Path(__file__).resolve().parents[2] / "training" / "attribution" / "sentences"
FILES = sorted(SENTENCES.glob("*.txt"))


def written(folder: Path, text: str) -> list[Sentences]:
    """Return what a file of this text holds."""
    file = folder / "some.txt"
    file.write_text(text, "utf-8")
    return sentences(file)


def words(text: str, told: Told) -> list[str]:
    """Return source, cue and the parts of the content in words."""
    return [span.of(text) for span in (*told.source, *told.cue, *told.content)]


def test_text_is_read_with_its_voices(tmp_path: Path) -> None:
    """Paragraphs, a content in two parts, a chain, a source nobody names, a remark."""
    (first, second) = written(
        tmp_path,
        "# a remark\n"
        "The mast, Abel Roy said, fell at noon.\n"
        "It is unclear why, the radio said.\n"
        "  Abel Roy | said | The mast ~ fell at noon | asserts | certain |\n"
        "  - | is unclear | why | open question | unknown | the radio\n"
        "  the radio | said#2 | It is unclear why | asserts | certain |\n"
        "\n"
        "No bell rang.\n",
    )
    assert first.text.count("\n\n") == 1
    assert words(first.text, first.told[0]) == ["Abel Roy", "said", "The mast", "fell at noon"]
    open_one, outer = first.told[1:]
    assert (open_one.source, open_one.stance) == ((), Stance.OPEN_QUESTION)
    assert open_one.chain == ("the radio",)
    assert outer.cue[0].start > first.text.index("radio")
    assert (second.name, second.told) == ("some:8", ())


def test_denial_is_certain_that_it_is_not_so(tmp_path: Path) -> None:
    """The source's certainty and its polarity are two things."""
    (one,) = written(tmp_path, "He denied it.\n  He | denied | it | denies | not certain |\n")
    assert (one.told[0].certainty, one.told[0].negated) == (Certainty.CERTAIN, True)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("He | shouted | it | denies | certain |", "some.txt:2: "),
        ("He | denied | it | denies | certain", "5 fields instead of 6"),
        ("He | | it | denies | certain |", "no cue"),
        ("He | denied | it | sings | certain |", "sings"),
        ("He | denied | it | denies | certain | She", "She"),
    ],
)
def test_wrong_line_is_named(tmp_path: Path, row: str, words: str) -> None:
    """With its file and number, so that it can be mended."""
    with pytest.raises(ValueError, match=words):
        written(tmp_path, f"He denied it.\n  {row}\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_sentences_to_learn_from_follow_the_notation(file: Path) -> None:
    """A training run that fails at its start costs a minute, one that reads rubbish costs a day."""
    found = sentences(file)
    assert found
    assert any(one.told for one in found)


def test_every_stance_is_shown_often() -> None:
    """A stance that the texts hardly have is not learned."""
    counts = dict.fromkeys(Stance, 0)
    for file in FILES:
        for one in sentences(file):
            for told in one.told:
                counts[told.stance] += 1
    assert min(counts.values()) >= 10, counts


@pytest.mark.parametrize("part", voices.PARTS)
def test_nothing_learned_from_is_measured_on(part: str) -> None:
    """Not even once changed in case and blanks."""
    learned = {_bare(one.text) for file in FILES for one in sentences(file)}
    assert learned
    assert not [one.name for one in voices.golds(part) if _bare(one.text) in learned]


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())
