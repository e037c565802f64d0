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
