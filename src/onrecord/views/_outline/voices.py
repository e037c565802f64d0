"""Who says so, in words: "company officials, via Jiji news agency (confirmed)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import NON_ANSWERS, Certainty, Stance, Voice
from onrecord.views._outline.safe import safe
from onrecord.views._outline.shape import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN_VOICE = "this report"
ITSELF = "by its own account"
NOBODY = "a source that is not named"

# Past forms, which fit one source and many.
DID = {
    Stance.ASSERTS: "said",
    Stance.RELAYS: "reported",
    Stance.CONFIRMS: "confirmed",
    Stance.DENIES: "denied",
    Stance.CLAIMS_RESPONSIBILITY: "claimed responsibility",
    Stance.ACCUSES: "accused",
    Stance.CHARACTERISES: "described",
    Stance.ESTIMATES: "estimated",
    Stance.INTENDS: "announced or threatened",
    Stance.DEMANDS: "called for",
    Stance.RETRACTS: "took back",
    Stance.DOES_NOT_KNOW: "did not know",
    Stance.IS_CHECKING: "still checking",
    Stance.DECLINES: "declined to comment",
    Stance.GIVES_NO_MORE: "gave no more details",
    Stance.NOT_REACHED: "could not be reached",
    Stance.OPEN_QUESTION: "unclear",
}

# Stances of one who simply tells: no line needs to say so.
_TELLS = frozenset({Stance.ASSERTS, Stance.RELAYS})


def source_words(chain: Sequence[str], *, about: str = "") -> str:
    """Return who says something, and through whom.

    Args:
        chain: The names, from the first voice outwards; () is the report itself.
        about: Name of whom it is said of, so that nobody is named twice.
    """
    if not chain:
        return OWN_VOICE
    first, *relays = (safe(name) for name in chain)
    if about and first.casefold() == safe(about).casefold():
        first = ITSELF
    return ", ".join([first or NOBODY, *(f"via {name}" for name in relays)])


def deed_words(voice: Voice) -> str:
    """Return what a source did with what it was asked or said, and how firmly."""
    denied = voice.negated and voice.stance is not Stance.DENIES
    parts = [DID[voice.stance], "that it is not so" if denied else ""]
    return ", ".join([" ".join(part for part in parts if part), *doubt_words(voice)])


def doubt_words(voice: Voice) -> tuple[str, ...]:
    """Return how firmly a source commits itself, where that is less than certain."""
    if voice.certainty is Certainty.CERTAIN or voice.stance in NON_ANSWERS:
        return ()
    return ("not sure" if voice.certainty is Certainty.UNKNOWN else f"as {voice.certainty}",)


def voice_words(voice: Voice, *, about: str = "") -> str:
    """Return who says so, and in brackets how, where it is more or less than plainly saying it."""
    plain = voice.stance in _TELLS and not voice.negated
    how = ", ".join(doubt_words(voice)) if plain else deed_words(voice)
    source = source_words(voice.chain, about=about)
    return f"{source} ({how})" if how else source


def remarks(voices: Sequence[Voice], *, about: str = "") -> tuple[Remark, ...]:
    """Return who says so; () where only the report itself does, plainly."""
    told = [(voice_words(voice, about=about), voice) for voice in voices]
    if all(text == OWN_VOICE for text, _ in told):
        return ()
    return tuple(Remark(text=text, cited=voice.cited) for text, voice in told)


def vouching(voice: Voice) -> str | None:
    """Return how the report vouches for a source; None where it does not."""
    if not voice.note:
        return None
    return f"the report says of {source_words(voice.chain[:1])}: “{safe(voice.note)}”"
