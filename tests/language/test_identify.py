"""Which language a text is in, and when there is too little to tell."""

from __future__ import annotations

import pytest

from onrecord.language import LANGUAGES, identify

OTHERS = [
    (
        "nl",
        (
            "Gewapende mannen hebben woensdag in het noorden van het land een bus aangevallen. "
            "Daarbij kwamen zes mensen om het leven, meldde de politie."
        ),
    ),
    (
        "de",
        (
            "Bewaffnete haben am Mittwoch im Norden des Landes einen Bus angegriffen und sechs "
            "Menschen getötet, wie die Polizei mitteilte."
        ),
    ),
    (
        "es",
        (
            "Hombres armados atacaron el miércoles un autobús en el norte del país y mataron al "
            "menos a seis personas, informó la policía."
        ),
    ),
    (
        "fr",
        (
            "Des hommes armés ont attaqué mercredi un autobus dans le nord du pays et tué au moins "
            "six personnes, a annoncé la police."
        ),
    ),
    (
        "id",
        (
            "Kepolisian menyatakan bahwa kelompok bersenjata menyerang sebuah mobil di Papua "
            "pada Rabu kemarin sehingga menewaskan enam warga."
        ),
    ),
    (
        "af",
        (
            "Gewapende mans het Woensdag in die noorde van die land 'n bus aangeval en ses mense "
            "doodgemaak, het die polisie gesê."
        ),
    ),
    (
        "tl",
        (
            "Sinalakay ng mga armadong lalaki ang isang bus sa hilaga ng bansa noong Miyerkules at "
            "napatay ang anim na tao, ayon sa pulisya."
        ),
    ),
    (
        "pcm",
        (
            "Gunmen don attack one bus for di north of di kontri on Wednesday and kill six pipol, "
            "police tok. Di attackers run comot with okada go border side."
        ),
    ),
    ("ru", "Вооруженные люди напали на автобус на севере страны и убили шесть человек."),
    ("ar", "هاجم مسلحون حافلة في شمال البلاد يوم الأربعاء وقتلوا ستة أشخاص على الأقل."),
    ("zh", "警方称，周三武装人员在该国北部袭击了一辆公共汽车，造成至少六人死亡。"),
    ("es", "Hombres armados atacaron una aldea."),
    ("fr", "Six morts dans une attaque à Bamako"),
]

ENGLISH = [
    "Gunmen attacked a bus in the north of the country on Wednesday and killed six people.",
    "GUNMEN ATTACKED A BUS IN THE NORTH OF THE COUNTRY ON WEDNESDAY AND KILLED SIX PEOPLE.",
    "Six people have been killed in an attack on a bus, police said.",
    "Suspected gunmen kill traditional ruler, abduct wife, four others",
    "Security forces foil bombing attempt, arrest four suspects, seize explosives, vehicles",
    "Six dead, 12 hurt in Mogadishu hotel blast; militants claim responsibility",
]

TOO_SHORT = [
    "Gunmen kill six",
    "GUNMEN KILL SIX NEAR PESHAWAR",
    "Police: two dead",
    "Explosion reported, Kabul",
    "Killed",
    "Taliban, Islamic State clash, Nangarhar",
]


@pytest.mark.parametrize(("code", "text"), OTHERS, ids=[text[:40] for _, text in OTHERS])
def test_other_language_is_named(code: str, text: str) -> None:
    """A report in another language is refused under its own name."""
    assert identify(text) == code
    assert code not in LANGUAGES


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_told(text: str) -> None:
    """In any case, with and without function words."""
    assert identify(text) == "en"


@pytest.mark.parametrize("text", TOO_SHORT)
def test_a_few_words_are_never_rejected(text: str) -> None:
    """A headline full of names tells too little; it is read all the same."""
    assert identify(text) in {"en", None}


@pytest.mark.parametrize("text", ["", "14:02", "👍 !!!"])
def test_text_without_words_has_no_language(text: str) -> None:
    """There is nothing to tell it by."""
    assert identify(text) is None


def test_english_quoting_another_language_is_english() -> None:
    """One foreign sentence does not make a foreign report."""
    english = "The governor said that the men had fled and that the town was quiet. " * 4
    assert identify(f'{english} "Hombres armados atacaron una aldea en el norte."') == "en"
