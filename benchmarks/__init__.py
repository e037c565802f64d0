"""How well OnRecord reads: its tasks on development data, the founding story, and its speed.

python -m benchmarks predict TASK IN.jsonl OUT.jsonl
python -m benchmarks table | seed | examples | speed

Data and scorers lie outside the repository (`--data`); nothing of them is copied into it.
"""
