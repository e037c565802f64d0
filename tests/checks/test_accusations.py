"""The desk check of guilt stated as a fact."""

from __future__ import annotations

import pytest

from factories import a_report, the_kit
from onrecord.checks import accusations
from onrecord.model import Query, Severity
from onrecord.reading import read


def checked(text: str) -> tuple[Query, ...]:
    """Return what the check finds in a story."""
    report = a_report(text)
    return accusations.CHECK.run(report, read(report, the_kit()))


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            (
                "Prosecutors have charged Daniel Brook with murder. He denies it.\n\nDaniel Brook "
                "killed his wife with a hammer on Sunday night. The trial is to start in June."
            ),
            "killed",
        ),
        (
            (
                "The murderer, Owen Falk, was led into the courtroom in handcuffs on "
                "Monday.\n\nFalk, "
                "34, is accused of stabbing two students. His lawyer said he will plead not guilty."
            ),
            "murderer",
        ),
        (
            (
                "The arsonist Petra Vance set fire to a library and ran away.\n\nVance has been "
                "charged with arson and is due in court on Monday, police said."
            ),
            "set fire to",
        ),
        (
            (
                "Two nurses were shot dead outside a clinic in Baya on Saturday.\n\nThey "
                "were killed by Ruben Salas, a former guard. Salas is on trial for murder "
                "and says he was at home."
            ),
            "killed",
        ),
        (
            (
                "The mayor's office was robbed on Tuesday, officials said.\n\nLena Ortiz, "
                "the robber, fled on a motorbike. Ortiz was detained on suspicion of armed robbery."
            ),
            "robber",
        ),
        (
            (
                "Jonas Weber, 41, shot three colleagues at a warehouse on Wednesday.\n\nWeber was "
                "charged with three counts of murder. He faces life in prison if convicted."
            ),
            "shot",
        ),
        (
            (
                "Darren Ogle is charged with arson.\n\nOgle, who set the fire with stolen petrol, "
                "entered no plea and was remanded in custody."
            ),
            "set the fire",
        ),
        (
            (
                "Amir Saleh denies murder and will stand trial in May.\n\nSaleh went to the "
                "house on Sunday and stabbed the owner. The house was empty for a week."
            ),
            "stabbed",
        ),
        (
            (
                "A shopkeeper was found dead on Monday.\n\nLeo Marsh's murder of the "
                "shopkeeper shook the village. Marsh was arrested on Friday and is to appear "
                "in court."
            ),
            "murder of",
        ),
        (
            (
                "Killer nurse Jane Holt appeared before magistrates on Tuesday. Holt is "
                "charged with poisoning four patients and has yet to enter a plea."
            ),
            "Killer",
        ),
        (
            (
                "Police have arrested a former soldier, Pavel Novak, over the death of a "
                "jogger. Novak is the man who stabbed her. He will appear in court on "
                "Friday, prosecutors said."
            ),
            "stabbed",
        ),
        (
            (
                "A judge denied bail to Carlos Vega, who is accused of kidnapping a banker. "
                "Vega and two cousins abducted the banker outside his office and held him "
                "for nine days."
            ),
            "abducted",
        ),
        (
            (
                "Prosecutors on Monday charged Musa Bello with the murder of an inspector. "
                "Bello had walked into the station and shot the inspector at his desk."
            ),
            "shot",
        ),
        (
            (
                "Ali Dida denies attempted murder and is to stand trial in May.\n\nDida poisoned "
                "the wells of three villages after a quarrel over grazing."
            ),
            "poisoned",
        ),
    ],
)
def test_guilt_of_the_accused_told_as_fact_is_asked_about(text: str, deed: str) -> None:
    """The report convicts before the court does."""
    (query,) = checked(text)
    assert query.severity is Severity.QUERY
    assert query.message.startswith(f"“{deed}” is told of ")
    assert query.cited


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Brook killed his wife on Sunday, prosecutors said. Brook is charged with murder.",
        "Daniel Brook allegedly killed his wife with a hammer. He was charged with murder.",
        "The murderer, Owen Falk, was sentenced to life. Falk had been charged in 2022.",
        "Omar Haddad shot five people before police killed him. Haddad was a suspect in a robbery.",
        "Karim Daoud planted the device. Daoud pleaded guilty on Monday. He was arrested in May.",
        (
            "The gunman, Leo Marsh, killed himself when officers came. Marsh shot four "
            "shoppers. He had been accused of threatening a neighbour."
        ),
        (
            "According to the indictment, Amir Saleh bought the parts. Saleh planted the "
            "bomb under a seat. He is accused of murder."
        ),
        "Alleged killer Owen Falk appeared in court. He is accused of stabbing two students.",
        (
            "Ruth Dean attacked the plan. Dean killed the bill in committee. Her aide was "
            "accused of fraud."
        ),
        "Anna Kroll shot back at her critics. Kroll was accused of wasting money.",
        (
            "Jonas Weber was shot by Amir Saleh, police said. Saleh was arrested. He denies the "
            "charge."
        ),
        "Lena Ortiz's brother robbed a bank. Ortiz was arrested over a parking fine.",
        (
            "Its leader Omar Haddad claimed responsibility in a video. Haddad shot the governor at "
            "his desk. He was charged in his absence."
        ),
        (
            'Tom Reed goes on trial on Monday, accused of killing a clerk. "Reed shot him," the '
            "prosecutor told the jury."
        ),
        (
            "The jury heard that Tom Reed had stabbed the clerk. Reed, who denies murder, was "
            "arrested."
        ),
        "Tom Reed stabbed the clerk and fled. The clerk is in hospital.",
        "Tom Reed accused the police of lying. Reed shot a film on the case last year.",
        "Musa Bello stole the show at the gala. Bello was detained last year over a visa.",
        (
            "In 1881, Charles Guiteau shot President James Garfield. Guiteau was charged with "
            "murder and hanged."
        ),
        (
            "Leo Marsh and Rita Lang were shot dead in their car on Monday, and Marsh, who was on "
            "bail, had been charged with fraud."
        ),
        "The brother of Lena Ortiz robbed a bank. Ortiz was arrested over a parking fine.",
        "A man dressed as Lena Ortiz opened fire at a ball. Ortiz was charged with fraud in May.",
        "Killer whale Jane died on Tuesday. A keeper was arrested on suspicion of neglect.",
        (
            "Officer Dan Wells shot a man who had a knife, the police department said. The man's "
            "family has accused Wells of murder."
        ),
    ],
)
def test_fair_statements_are_left_alone(text: str) -> None:
    """Attributed, hedged, settled by a court, a plea, a claim or a death; or no crime at all."""
    assert checked(text) == ()


def test_each_person_is_asked_about_once() -> None:
    """The editor will look at the whole story."""
    text = (
        "Jonas Weber shot three colleagues on Wednesday.\n\nWeber shot a guard too. Weber was "
        "charged with four counts of murder."
    )
    assert len(checked(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "Paul Denby pulled his gun, fired back and shot a man, who is in custody.\n\nDenby is "
            "charged with assault in another case."
        ),
        (
            "A guard was robbed by a suspect on Friday, and Paul Denby shot the suspect outside "
            "the bank.\n\nDenby tackled a suspect last year too."
        ),
        (
            "Owen Falk opened fire on a patrol in Ora on Friday.\n\nA sergeant shot the male "
            "suspect, now identified as Owen Falk, near the bank."
        ),
        (
            "Owen Falk shot a guard in 2009.\n\nFalk was arrested and was charged with "
            "murder. Falk was acquitted in 2010."
        ),
        (
            "Owen Falk shot a guard in 2009.\n\nFalk was charged with murder. He served nine years "
            "in prison, and now drives a cab."
        ),
        (
            "Owen Falk shot a guard in 2009.\n\nFalk was charged with murder. He was paroled in "
            "2015 and moved to Ora."
        ),
        (
            "Owen Falk shot a guard in 2009.\n\nFalk was charged with murder then. Medics took "
            "Falk to a clinic in Ora on Friday, where he was pronounced dead."
        ),
    ],
    ids=["fired back", "shot a suspect", "shot in the act", "cleared", "served", "paroled", "dead"],
)
def test_who_defends_or_is_judged_or_was_caught_in_the_act_is_not_only_accused(text: str) -> None:
    """Nothing of it calls anybody guilty before a court does."""
    assert checked(text) == ()


@pytest.mark.parametrize(
    ("deed", "charge"),
    [
        ("killed a guard in the yard", "drunk driving"),
        ("shot a guard in the yard", "tax evasion"),
        ("embezzled the money of the club", "drunk driving"),
        ("raped a guest of the inn", "shoplifting"),
    ],
)
def test_charge_of_another_kind_of_deed_accuses_of_none_of_the_first(
    deed: str, charge: str
) -> None:
    """Who drives drunk is not said to have killed."""
    other = f"Owen Falk is charged with {charge} and awaits a hearing in June."
    assert checked(f"Owen Falk {deed} years ago.\n\n{other}") == ()


@pytest.mark.parametrize(
    ("deed", "charge"),
    [
        ("killed a guard in the yard", "manslaughter"),
        ("shot a guard in the yard", "attempted robbery"),
        ("embezzled the money of the club", "grand theft"),
        ("set fire to the inn", "murder"),
        ("hacked the network of the club", "a felony"),
    ],
)
def test_charge_of_the_same_kind_accuses_of_the_deed(deed: str, charge: str) -> None:
    """Courts have other words for it."""
    other = f"Owen Falk is charged with {charge} and awaits a hearing in June."
    (query,) = checked(f"Owen Falk {deed} on Friday.\n\n{other}")
    assert query.severity is Severity.QUERY


@pytest.mark.parametrize(
    "text",
    [
        (
            "Owen Falk shot a guard on Friday, and the guard is in hospital.\n\nFalk was arrested. "
            "He is charged with attempted murder, and Falk is a suspect in two more raids."
        ),
        (
            "Owen Falk killed a guard on Friday.\n\nFalk is charged with murder. Medics took the "
            "guard to a clinic, where he was pronounced dead."
        ),
    ],
    ids=["a suspect himself", "the victim died"],
)
def test_what_befell_others_settles_nothing(text: str) -> None:
    """Only what is told of the person does."""
    (query,) = checked(text)
    assert "Owen Falk" in query.message
