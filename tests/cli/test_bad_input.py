"""Bad input: each a clear message or an honest brief, never a traceback, nothing half-written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

STORY = (
    "KIDAL, Mali, May 15, 2024 (Agency) - Gunmen stormed a hotel in Kidal on Tuesday, killing at "
    "least 12 people, police said.\n\nIt was unclear who was behind the attack.\n"
)


def onrecord(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def refused(done: subprocess.CompletedProcess[str], words: str) -> bool:
    """Say whether a run ended with one clear line of error and nothing else."""
    one_line = done.stderr.startswith("onrecord: ") and done.stderr.count("\n") == 1
    return done.returncode == 1 and not done.stdout and words in done.stderr and one_line


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "holds no text", id="empty file"),
        pytest.param(b" \n\t\r\n ", "holds no text", id="only blanks"),
        pytest.param(bytes(range(256)) * 8, "is binary data", id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(200), "is binary data", id="picture"),
        pytest.param(
            b"Gunmen stormed a hotel \x81\x8d\x8f\x90\x9d and fled.", "encoding", id="no encoding"
        ),
        pytest.param(b"Gunmen stormed a hotel. " * 2_200_000, "may have", id="50 MB of text"),
        pytest.param(
            (
                "La policía informó el martes que al menos doce personas murieron en un ataque "
                "contra un hotel en el norte del país, según las autoridades locales."
            ).encode(),
            "language 'es'",
            id="another language",
        ),
    ],
)
def test_unreadable_report_is_refused_with_a_message(
    tmp_path: Path, content: bytes, words: str
) -> None:
    """What cannot be read is said in one line that names the file, the fault and the cure."""
    # given
    file = tmp_path / "story.txt"
    file.write_bytes(content)
    # when
    done = onrecord("brief", str(file))
    # then
    assert refused(done, words)
    assert "story.txt" in done.stderr


def test_missing_path_is_refused(tmp_path: Path) -> None:
    """A path that does not exist is named."""
    assert refused(onrecord("brief", str(tmp_path / "nowhere.txt")), "nowhere.txt")


def test_folder_is_no_report(tmp_path: Path) -> None:
    """A folder has no brief."""
    assert refused(onrecord("brief", str(tmp_path)), "cannot open")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council met on Monday. " * 7_410, id="a line of 200,000 characters"),
        pytest.param("x" * 200_000, id="a word of 200,000 characters"),
        pytest.param("12 34 - 56 ... !!! 78", id="no sentences"),
        pytest.param(
            "The council approved a new library on Monday. It will open in the spring and cost two "
            "million dollars, the mayor said.",
            id="no incident",
        ),
    ],
)
def test_odd_text_gets_an_honest_brief(text: str) -> None:
    """Text that tells no incident gets a brief that says so, and invents none."""
    done = onrecord("brief", "-", stdin=text.encode())
    assert done.returncode == 0
    assert done.stdout.startswith("No security incident found")
    assert "Traceback" not in done.stderr


def test_unclosed_quotation_is_read_with_a_warning() -> None:
    """A quotation mark left open costs a warning, not the brief."""
    text = STORY + '\n"We heard shots, a witness said. Then he ran.\n'
    done = onrecord("brief", "-", stdin=text.encode())
    assert done.returncode == 0
    assert "quotation mark is opened and not closed" in " ".join(done.stdout.split())
    assert "at least 12 people" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_known_encodings_give_the_same_brief(encoding: str) -> None:
    """The encoding of a file is not the user's problem."""
    text = STORY.replace("Agency", "Agéncy")
    done = onrecord("brief", "-", stdin=text.encode(encoding))
    assert done.returncode == 0
    assert "Agéncy" in done.stdout
    assert "at least 12 people" in done.stdout


@pytest.mark.parametrize("command", ["brief", "read"])
def test_pipe_closed_early_ends_quietly(tmp_path: Path, command: str) -> None:
    """`onrecord ... | head -1` is ordinary use."""
    # given
    file = tmp_path / "story.txt"
    file.write_text(STORY, "utf-8")
    reports = [str(file)] * (60 if command == "read" else 1)
    running = subprocess.Popen(
        [sys.executable, "-m", "onrecord", command, *reports],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # when
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    errors = running.stderr.read()
    running.stderr.close()
    running.wait(timeout=120)
    # then
    assert b"Traceback" not in errors


def test_broken_lines_cost_one_line_each(tmp_path: Path) -> None:
    """In a batch the good is read, the broken is named with its line, the status says so."""
    # given
    lines = [
        json.dumps({"docid": "a", "text": STORY, "published": "2024-05-15"}),
        "{broken",
        json.dumps({"docid": "b"}),
        json.dumps({"docid": "c", "text": "   "}),
        json.dumps({"docid": "d", "text": STORY, "published": "yesterday"}),
        json.dumps(["a list"]),
        json.dumps({"docid": "e", "text": STORY}),
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(lines) + "\n", "utf-8")
    # when
    done = onrecord("read", str(batch), str(tmp_path / "nowhere.txt"))
    # then
    assert done.returncode == 1
    assert [json.loads(line)["docid"] for line in done.stdout.splitlines()] == ["a", "e"]
    errors = done.stderr.splitlines()
    assert [line.split("batch.jsonl:")[1][0] for line in errors if "batch.jsonl:" in line] == list(
        "23456"
    )
    assert "nowhere.txt" in done.stderr
    assert errors[-1] == "onrecord: read 2 of 8 reports, 6 failed"
