"""What builds `src/onrecord/data/gazetteer.sqlite`; see `__main__.py`. No part of the package."""
