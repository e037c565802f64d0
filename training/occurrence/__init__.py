"""Fits the weights by which `onrecord.claims.occurrence` dates and places incidents."""
