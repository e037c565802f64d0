"""`onrecord check` as people and pipelines use it: what it prints, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.main import onrecord as program
from onrecord.desk.checking import NAMES

WRONG = "The hotel in Kidal lies 120 km (90 miles) from Gao, the owner told the Agency on Monday.\n"
SOUND = "The hotel in Kidal lies 120 km (75 miles) from Gao, the owner told the Agency on Monday.\n"


def onrecord(
    *arguments: str, cwd: Path | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "check", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        cwd=cwd,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a wrong story and a sound one."""
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "wrong.txt").write_text(WRONG, "utf-8")
    (stories / "sound.txt").write_text(SOUND, "utf-8")
    return tmp_path


def test_wrong_story_stops_a_pipeline(desk: Path) -> None:
    """What is wrong, the sentence, what to ask, a count, and status 1."""
    done = onrecord("stories/wrong.txt", "--only", "units", cwd=desk)
    assert done.returncode == 1
    assert done.stdout == (
        "stories/wrong.txt\n"
        "  Correct   120 km is 74.6 miles, not 90. (units)\n"
        "            [1] The hotel in Kidal lies «120 km» («90 miles») from Gao, the\n"
        "              owner told the Agency on Monday.\n"
        "            → Ask whether 120 km or 90 miles is right.\n"
        "\n"
        "1 report: 1 to correct.\n"
    )
    assert not done.stderr


def test_sound_story_passes(desk: Path) -> None:
    """One line, and status 0."""
    done = onrecord("stories/sound.txt", "--only", "units", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "1 report: nothing found; 1 checked and right.\n")


def test_folder_is_checked_whole(desk: Path) -> None:
    """In order of name, as other programs read it."""
    done = onrecord("stories", "--only", "units", "--format", "json", cwd=desk)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [report["report"] for report in reports] == ["stories/sound.txt", "stories/wrong.txt"]
    assert [len(report["findings"]) for report in reports] == [0, 1]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("level", "status"),
    [("correct", 1), ("refile", 1), ("query", 1), ("note", 1), ("never", 0)],
)
def test_pipeline_says_what_stops_it(desk: Path, level: str, status: int) -> None:
    """All that is as grave, or nothing."""
    arguments = ("stories/wrong.txt", "--only", "units", "--fail-on", level)
    assert onrecord(*arguments, cwd=desk).returncode == status


def test_file_of_settings_is_found_above(desk: Path) -> None:
    """It silences, lowers, and says what stops the pipeline; silenced findings are counted."""
    # given
    settings = desk / "onrecord.toml"
    stories = desk / "stories"
    # when
    settings.write_text('[check.severity]\nunits = "note"\n', "utf-8")
    lowered = onrecord("wrong.txt", "--only", "units", cwd=stories)
    settings.write_text('[check]\nskip = ["units"]\n', "utf-8")
    skipped = onrecord("wrong.txt", "--only", "units", cwd=stories)
    settings.write_text('[[check.accept]]\ncheck = "units"\nwords = "90 miles"\n', "utf-8")
    accepted = onrecord("wrong.txt", "--only", "units", "--all", cwd=stories)
    settings.write_text('[check]\nfail-on = "never"\n', "utf-8")
    allowed = onrecord("wrong.txt", "--only", "units", cwd=stories)
    overruled = onrecord("wrong.txt", "--only", "units", "--fail-on", "note", cwd=stories)
    # then
    assert (lowered.returncode, "1 report: 1 note." in lowered.stdout) == (0, True)
    assert (skipped.returncode, skipped.stdout) == (0, "1 report: nothing found; 1 silenced.\n")
    assert accepted.returncode == 0
    assert "Silenced: “90 miles” is accepted in" in accepted.stdout
    assert (allowed.returncode, overruled.returncode) == (0, 1)


@pytest.mark.parametrize("place", ["onrecord.toml", "other.toml"])
def test_fault_in_the_settings_is_wrong_usage(desk: Path, place: str) -> None:
    """One line with the cure, and nothing is checked."""
    (desk / place).write_text('[check]\nskip = ["unitz"]\n', "utf-8")
    named = () if place == "onrecord.toml" else ("--config", place)
    done = onrecord("stories", *named, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "Did you mean 'units'?" in done.stderr


def test_mark_in_the_text_silences_its_sentence(desk: Path) -> None:
    """And places in the file stay those of the file."""
    marked = WRONG.replace("Kidal", "Kidal [CQ names]").replace("(90", "(CQ unitz) (90")
    (desk / "marked.txt").write_text(marked + "\nIt is 10 km (90 miles) off (CQ).\n", "utf-8")
    arguments = ("marked.txt", "--only", "units", "--format", "github")
    done = onrecord(*arguments, cwd=desk)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=marked.txt,line=1,col=36,title=Correct (units)::")
    assert done.stdout.endswith("1 report: 1 to correct; 1 silenced.\n")
    assert "“unitz” in the mark “(CQ unitz)” is no check. Did you mean 'units'?" in done.stderr


def test_report_that_cannot_be_read_stops_a_pipeline(desk: Path) -> None:
    """It has not passed, whatever else may; the others are checked."""
    (desk / "stories" / "empty.txt").write_text("", "utf-8")
    done = onrecord("stories", "nowhere.txt", "--fail-on", "never", "--only", "units", cwd=desk)
    assert done.returncode == 1
    assert done.stdout.endswith("4 reports: 1 to correct; 1 checked and right; 2 not read.\n")
    assert "empty.txt holds no text" in done.stderr
    assert "nowhere.txt" in done.stderr
    assert done.stderr.count("\n") == 2


def test_empty_folder_is_told(tmp_path: Path) -> None:
    """There was nothing that could pass or fail."""
    done = onrecord(str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "No report to check.\n")


def test_fault_of_ours_is_not_the_reports(desk: Path) -> None:
    """It costs one report, says so in one line, and stops the pipeline."""
    script = (
        "from onrecord.desk import checking\n"
        "from onrecord.registry import Check\n"
        "from onrecord.cli.main import main\n"
        "broken = Check(name='units', summary='.', run=lambda *_: {}['missing'])\n"
        "checking.CHECKS = (broken,)\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "stories", "--fail-on", "never"],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "2 reports: 2 not read.\n")
    assert done.stderr.count("\n") == 2
    assert "sound.txt: a fault in the program, not in your report (KeyError" in done.stderr


def test_standard_input_is_checked() -> None:
    """In a pipe."""
    done = onrecord("-", "--only", "units", "--format", "github", stdin=WRONG.encode())
    assert done.returncode == 1
    assert done.stdout.startswith("::error title=Correct (units)::120 km is 74.6 miles, not 90.")


def test_day_of_publication_can_be_given() -> None:
    """Where the user knows better than the text."""
    text = b"They came to the town on Friday, 15 May, and left it a day later, the mayor said.\n"
    done = onrecord("-", "--only", "weekday", "--published", "2024-05-16", stdin=text)
    assert "15 May 2024 was a Wednesday" in done.stdout


def test_new_version_is_compared_with_the_old(desk: Path) -> None:
    """Both are shown."""
    (desk / "old.txt").write_text("Gunmen killed 12 people in Dorma, police said.\n", "utf-8")
    (desk / "new.txt").write_text("Gunmen killed 17 people in Dorma, police said.\n", "utf-8")
    arguments = ("new.txt", "--against", "old.txt", "--only", "changed-figures")
    done = onrecord(*arguments, "--fail-on", "query", cwd=desk)
    assert done.returncode == 1
    assert "new.txt against old.txt" in done.stdout
    assert "[old 1] Gunmen killed «12 people» in Dorma" in done.stdout
    assert "[1] Gunmen killed «17 people» in Dorma" in done.stdout


def test_lost_old_version_is_an_error(desk: Path) -> None:
    """One line, status 1."""
    done = onrecord("stories/sound.txt", "--against", "nowhere.txt", cwd=desk)
    assert (done.returncode, done.stdout) == (1, "")
    assert "nowhere.txt" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "name at least one REPORT"),
        (("a.txt", "b.txt", "--against", "c.txt"), "--against takes one REPORT"),
        (("a.txt", "--only", "unit"), "Did you mean 'units'?"),
        (("a.txt", "--skip", "unit"), "Did you mean 'units'?"),
        (("--explain", "unit"), "Did you mean 'units'?"),
        (("a.txt", "--fail-on", "error"), "'error' is not one of"),
    ],
)
def test_wrong_usage_says_the_cure(arguments: tuple[str, ...], words: str) -> None:
    """Status 2."""
    done = onrecord(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


def test_list_names_every_check() -> None:
    """Each in one sentence."""
    lines = CliRunner().invoke(program, ["check", "--list"]).output.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_every_check_explains_itself(name: str) -> None:
    """What it looks for, then how and where it ends."""
    shown = CliRunner().invoke(program, ["check", "--explain", name]).output
    assert shown.startswith(f"{name}: ")
    assert shown.count("\n\n") >= 2


def test_shell_stops_at_a_wrong_story(desk: Path) -> None:
    """`set -e` is all a pipeline needs."""
    script = (
        f"set -e\n{sys.executable} -m onrecord check stories/wrong.txt --only units\necho published"
    )
    done = subprocess.run(
        ["/bin/bash", "-c", script], cwd=desk, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "published" not in done.stdout
