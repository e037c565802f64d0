"""Training the reader of attributions on PolNeAR (Newell et al. 2018)."""
