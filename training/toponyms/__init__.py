"""Fits the weights by which the place that a name means is chosen."""
