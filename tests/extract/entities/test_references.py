"""Nouns and pronouns that point back: to the one body they fit, or to none."""

from __future__ import annotations

import pytest

from bodies import mentions_in, pointing_back
from onrecord.model import EntityKind, MentionForm


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Nikoma Corp has a plant there. The company has lost contact with its men.",
            "The company",
            "Nikoma Corp",
        ),
        (
            "The Japanese Foreign Ministry named no one. The ministry has sent a team.",
            "The ministry",
            "Japanese Foreign Ministry",
        ),
        (
            "The U.S. State Department urged calm. A spokesman for the department gave no names.",
            "the department",
            "U.S. State Department",
        ),
        (
            "The Algerian government refused. The government has sent troops to the border.",
            "The government",
            "Algerian government",
        ),
        ("The Nigerian army is there. The army has no tanks.", "The army", "Nigerian army"),
        ("MEND blew up a pipeline. The group holds nine workers.", "The group", "MEND"),
        (
            "The Movement for the Emancipation of the Niger Delta left. The movement is strong.",
            "The movement",
            "Movement for the Emancipation of the Niger Delta",
        ),
        (
            "Shining Path guerrillas attacked a camp. Soldiers shot two of the rebels.",
            "the rebels",
            "Shining Path",
        ),
        (
            "Interior Minister Walter Belaunza spoke on Monday. The minister gave no figures.",
            "The minister",
            "Walter Belaunza",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_noun_stands_for_the_one_body_it_fits(text: str, words: str, name: str) -> None:
    """By its kind, by the noun in its name, by the role."""
    (back,) = pointing_back(text)
    assert back[0].lower() == words.lower()
    assert back[1].endswith(name.removeprefix("U.S. "))


@pytest.mark.parametrize(
    "text",
    [
        "The Canadian Foreign Ministry met the Norwegian Foreign Ministry. The ministry is shut.",
        "Nikoma Corp and Andina Mining Corp have plants there. The company gave no names.",
        "Nikoma Corp has a plant. Men of a Belgian company were taken. The company is silent.",
        "Nikoma Corp has a plant there. The company that built the road left.",
        "MEND freed two men. The group of tourists left.",
        "The government gave no names.",
        "Governor Jaime Villota left. Governor Luis Rojas stayed. The governor gave no names.",
        "Walter Belaunza, spokesman for the governor, left. The governor gave no names.",
    ],
)
def test_a_noun_stays_open_where_it_may_be_another(text: str) -> None:
    """Two that fit, one without a name between, more words that tell which."""
    assert pointing_back(text) == []


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Nikoma Corp said it had lost contact with the men.", "it", "Nikoma Corp"),
        ("A spokesman for Nikoma Corp said it had lost contact.", "it", "Nikoma Corp"),
        ("Al Shabaab fired on the base. It claimed six dead.", "It", "Al Shabaab"),
        ("Ada Finn, a nurse, told reporters she heard a shot.", "she", "Ada Finn"),
        ("Police chief Ali Hassane spoke on Monday. He said two died.", "He", "Ali Hassane"),
        ("Mrs. Ada Finn met Omar Teldi in Gao. She said he was ill.", "She", "Ada Finn"),
    ],
)
def test_a_subject_pronoun_is_whom_the_sentence_leaves(text: str, pronoun: str, name: str) -> None:
    """The speaker of its clause, or the subject of the sentence before."""
    assert (pronoun, name) in pointing_back(text)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Northby Bank has a branch in the street. It was closed.", "It"),
        ("Nikoma Corp said it was unclear who had done it.", "it"),
        ("Nikoma Corp said it was raining.", "it"),
        ("Omar Teldi met Peter Hahn in Gao. He was arrested on Monday.", "He"),
        ("Omar Teldi shot a soldier in Gao. He died on Monday.", "He"),
        ("“It has no plans,” Nikoma Corp said.", "It"),
        ("Mrs. Ada Finn left on Monday. He stayed.", "He"),
        ("Police said a man met Omar Teldi. He wore a mask.", "He"),
    ],
)
def test_a_pronoun_stays_open_where_it_may_be_another(text: str, pronoun: str) -> None:
    """Another it fits, a thing, the weather, somebody's own words."""
    assert pronoun not in [words for words, _ in pointing_back(text)]


def test_what_points_back_says_so_and_names_nothing() -> None:
    """Such a mention has the number of its body and adds no alias."""
    text = "Nikoma Corp has a plant there. The company said it was checking."
    (company, noun, pronoun) = mentions_in(text)
    assert [one.form for one in (company, noun, pronoun)] == [
        MentionForm.NAME,
        MentionForm.ROLE_NOUN,
        MentionForm.PRONOUN,
    ]
    assert {one.group for one in (company, noun, pronoun)} == {company.group}
    assert noun.entity == company.entity
    assert company.entity.aliases == ()
    assert company.entity.kind is EntityKind.COMPANY


def test_a_group_is_told_by_the_words_set_beside_its_name() -> None:
    """No table lists it; from there on it is an armed group, and the words are about it."""
    text = (
        "They belong to the Tapoa Front, a jihadist group. The Tapoa Front fights the army. The "
        "group said it had left."
    )
    groups = [one for one in mentions_in(text) if one.entity.kind is EntityKind.ARMED_GROUP]
    assert [one.span.of(text) for one in groups] == [
        "Tapoa Front",
        "jihadist group",
        "Tapoa Front",
        "The group",
        "it",
    ]
    assert len({one.group for one in groups}) == 1
    assert {one.entity.name for one in groups} == {"Tapoa Front"}


@pytest.mark.parametrize(
    "text",
    [
        "He writes for the Sun, a newspaper group.",
        "Labour, the opposition party, lost.",
        "She left Gao, a town of rebels.",
        "Acme, an industrial group, closed.",
    ],
)
def test_other_words_beside_a_name_tell_no_armed_group(text: str) -> None:
    """A group needs a word of fighting."""
    assert not [
        one
        for one in mentions_in(text)
        if one.entity.kind is EntityKind.ARMED_GROUP and one.entity.named
    ]
