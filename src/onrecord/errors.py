"""The error tree: what can go wrong, and what the user can do about it.

OnRecordError
├── WireError                    the bytes given are no report we can read
│   ├── EmptyReportError
│   ├── BinaryInputError
│   ├── UnknownEncodingError
│   ├── UnknownFormatError
│   ├── OversizedReportError
│   └── BrokenRecordError        one line of a batch file is no report
├── FetchError                   the bytes could not be had at all
├── ReadingError                 the report is fine, but we cannot read it
│   └── UnsupportedLanguageError
├── SettingsError                the file of settings is not what we read
└── ResourceError                our own data is missing or damaged

Facts are attributes, so that callers never parse a message; a message says what was wrong, where,
and what to do. Every class passes its own arguments to the base class, so errors survive pickling.
"""


class OnRecordError(Exception):
    """Anything OnRecord itself raises."""


class WireError(OnRecordError):
    """The bytes given are no report we can read."""


class EmptyReportError(WireError, ValueError):
    """There is no text in the input."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin)
        self.origin = origin

    def __str__(self) -> str:
        return f"{self.origin} holds no text. Give a report with at least one sentence."


class BinaryInputError(WireError, ValueError):
    """The bytes are no text in any encoding."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin)
        self.origin = origin

    def __str__(self) -> str:
        return (
            f"{self.origin} is binary data, not text. "
            "Export the report as plain text or HTML first."
        )


class UnknownEncodingError(WireError, ValueError):
    """The bytes look like text, but in no encoding we read."""

    def __init__(self, origin: str, tried: tuple[str, ...]) -> None:
        super().__init__(origin, tried)
        self.origin = origin
        self.tried = tried

    def __str__(self) -> str:
        return (
            f"cannot tell the text encoding of {self.origin}; we read {', '.join(self.tried)}. "
            "Save the report as UTF-8."
        )


class UnknownFormatError(WireError, ValueError):
    """No feed format we know matches the bytes, or the format named is not one of ours."""

    def __init__(self, origin: str, known: tuple[str, ...]) -> None:
        super().__init__(origin, known)
        self.origin = origin
        self.known = known

    def __str__(self) -> str:
        return (
            f"cannot tell the feed format of {self.origin}. "
            f"Name it with --format; we read: {', '.join(self.known)}."
        )


class OversizedReportError(WireError, ValueError):
    """The input is far larger than any wire report."""

    def __init__(self, origin: str, size: int, limit: int, unit: str) -> None:
        super().__init__(origin, size, limit, unit)
        self.origin = origin
        self.size = size
        self.limit = limit
        self.unit = unit

    def __str__(self) -> str:
        return (
            f"{self.origin} has {self.size:,} {self.unit}; a report may have {self.limit:,}. "
            "Split it into its stories, or give a batch of them as JSON lines to 'onrecord read'."
        )


class BrokenRecordError(WireError, ValueError):
    """One line of a batch file is no report."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(origin, reason)
        self.origin = origin
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"{self.origin}: {self.reason}. Each line is a JSON object with 'docid' and 'text', "
            "and 'published' (YYYY-MM-DD) where it is known."
        )


class FetchError(OnRecordError, OSError):
    """The bytes could not be had at all: no such file, a folder, no permission."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(origin, reason)
        self.origin = origin
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot open {self.origin}: {self.reason}. Check the path, or use - for stdin."


class ReadingError(OnRecordError):
    """The report is sound, but we cannot read it."""


class UnsupportedLanguageError(ReadingError, ValueError):
    """The report is in a language we have no reader for."""

    def __init__(self, origin: str, language: str, known: tuple[str, ...]) -> None:
        super().__init__(origin, language, known)
        self.origin = origin
        self.language = language
        self.known = known

    def __str__(self) -> str:
        return (
            f"{self.origin} seems to be in language '{self.language}'; "
            f"we read: {', '.join(self.known)}. Give a translation."
        )


class SettingsError(OnRecordError, ValueError):
    """A file of settings says something we do not know."""

    def __init__(self, origin: str, reason: str, cure: str) -> None:
        super().__init__(origin, reason, cure)
        self.origin = origin
        self.reason = reason
        self.cure = cure

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}. {self.cure}"


class ResourceError(OnRecordError):
    """A file of our own data is missing or damaged."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"the data file {self.name!r} {self.reason}. "
            "Reinstall onrecord, or rebuild its data with 'python resources/build_data.py'."
        )
