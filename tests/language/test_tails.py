"""Closing attributions: where they are fenced off, and where the parser must be left alone."""

from __future__ import annotations

import pytest

from factories import analysed
from onrecord import language
from onrecord.language.tails import TAILS
from onrecord.model import Analysis, Token

FENCED = [
    ("Gunmen killed four guards at a mine, local and company officials said.", "local"),
    ("The hostages were freed overnight, the ministry said on Monday.", "the ministry"),
    ('"They shot at everyone," she said.', "she said"),
    ('"They shot at everyone", she said.', "she said"),
    ("“They shot at everyone,” a witness told Reuters.", "a witness"),
    ("“He told me: ‘You are free,’” she said.", "she said"),
    ('"Who would do this?" the mayor said.', "the mayor"),
    ("Troops held the town, a spokesman for the army in the north said.", "a spokesman"),
    ("A bomb went off, killing three, two sources said on condition of anonymity.", "two"),
    ("The group has seized villages, residents and aid workers said by telephone.", "residents"),
    ("The road was mined, police, soldiers and officials said.", "police"),
    ("They want a ransom, the family, the company and police said.", "the family"),
    ("A shell hit a market in Kano, Nigeria, police and residents said.", "police"),
    ("Five engineers work for the firm, Jiji news agency reported, quoting officials.", "Jiji"),
    ("The army had fled, police said, and the town was burning.", "police said"),
    ("The army had fled, police said, but residents denied it.", "police said"),
    ("The attack killed six, the army said, adding that ten were hurt.", "the army"),
    ("The attack was the deadliest this year, the U.N. said in a report.", "the U.N."),
    ("The dead included two children, the Red Cross said Sunday.", "the Red"),
    ("A convoy was attacked, the defence ministry announced late on Friday.", "the defence"),
    ("At least 12 people were killed, the BBC reports from Lagos.", "the BBC"),
    ("At least 12 people were killed, local media reported citing police.", "local media"),
    ("At least 12 people were killed, officials have said.", "officials"),
    ("At least 12 people were killed, officials later said.", "officials"),
    ("Nine were in critical condition, Dr. Jane Doe said at the hospital.", "Dr."),
    ("A car bomb killed three, the interior ministry said, blaming rebels.", "the interior"),
    ("Soldiers found weapons, ammunition and leaflets, the army said.", "the army"),
    ("The victims were a man, a woman and a child, police said.", "police said"),
]

LEFT_ALONE = [
    "Six people died, said police chief John Roe.",
    "Three people were hurt, according to police.",
    "Police, soldiers and officials said the road was mined.",
    "In Tokyo, the ministry said it was checking the reports.",
    "In Tokyo, the ministry said on Monday that it was checking the reports.",
    "In a statement, the group said.",
    'In one message, the group said: "We did it."',
    'In one message, the group said, "We did it."',
    "Asked about the raid, the minister said on Monday that troops had fired first.",
    "When asked about the raid, the minister told reporters that troops had fired first.",
    "Speaking in Paris, the minister said France would not yield.",
    "Killing six and wounding ten, the army said it had cleared the town.",
    "On Monday, officials said, the rebels attacked again.",
    "If the hostages are harmed, the government said, there will be no talks.",
    "According to the ministry, officials said, nobody was hurt.",
    "The raid, which officials said was planned abroad, failed.",
    "A raid in March, which officials said on Monday was planned abroad, failed.",
    "The army, police said, had fled.",
    "The gunman who shot the mayor, police said, was found dead.",
    "The head of the armed wing of the main rebel group, the army said, has been killed.",
    "As many as 30 fighters, officials said, may have crossed the border.",
    "He told police, the court heard, that he had acted alone.",
    "The suspect, a 20-year-old man from Leeds, told police he had acted alone.",
    "The minister, who was abroad, said he would return.",
    "Witnesses, including a nurse, said shots were fired.",
    "Officials said.",
    "The rebels control the airport, a claim the army denied.",
]


def fences(text: str) -> list[str]:
    """Return the words from each fence on."""
    doc = language.load().pipeline(text)
    return [str(doc[start:]) for start in sorted(doc.user_data[TAILS])]


def cue_of(analysis: Analysis) -> Token:
    """Return the last verb of saying."""
    cues = {"say", "tell", "report", "announce"}
    verbs = (token for token in analysis.tokens if token.tag.startswith("V"))
    return [token for token in verbs if token.lemma in cues][-1]


@pytest.mark.parametrize(("text", "start"), FENCED, ids=[text for text, _ in FENCED])
def test_closing_attribution_is_fenced_off(text: str, start: str) -> None:
    """The fence stands before the first word of the source."""
    (fence,) = fences(text)
    assert fence.startswith(start)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_certain_tail_is_left_to_the_parser(text: str) -> None:
    """A wrong fence costs a parse."""
    assert fences(text) == []


@pytest.mark.parametrize("text", [text for text, _ in FENCED])
def test_sentence_stays_one_and_the_source_is_the_subject(text: str) -> None:
    """The fence is gone once the clauses are put together: what is said hangs on the verb."""
    # given
    analysis = analysed(text)
    cue = cue_of(analysis)
    # when
    children = [analysis.tokens[child] for child in cue.children]
    # then
    assert any(child.relation.startswith("nsubj") for child in children)
    assert any(child.relation == "ccomp" for child in children)
    assert len({sentence.paragraph for sentence in analysis.sentences}) == 1


def test_list_of_objects_is_not_taken_for_sources() -> None:
    """The parser alone hangs the officials on the French national before the comma."""
    # given
    text = (
        "Islamist militants attacked a dam on Wednesday, kidnapping at least seven foreigners "
        "and killing a French national, local and company officials said."
    )
    analysis = analysed(text)
    # when
    said = cue_of(analysis)
    subjects = [child for child in said.children if analysis.tokens[child].relation == "nsubj"]
    # then
    assert [analysis.tokens[child].text for child in subjects] == ["officials"]
    killing = next(token for token in analysis.tokens if token.text == "killing")
    below = {analysis.tokens[index].text for index in analysis.subtree(killing.index)}
    assert "officials" not in below
