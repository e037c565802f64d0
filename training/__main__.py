"""Run a training: `python -m training`."""

from training.commands import training

training(prog_name="python -m training")
