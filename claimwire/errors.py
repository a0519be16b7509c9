"""Every error a caller can meet, in one short family.

``ClaimwireError`` is the base; each error knows the ``field`` of the input it
speaks of (``None`` where no field is at fault), so that the command line and
the API name what is wrong and where in the same words.
"""

from __future__ import annotations


class ClaimwireError(Exception):
    """Something a caller can act on. ``str()`` is a sentence for people."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class DocumentError(ClaimwireError):
    """A document that cannot be read as it was handed in; ``field`` names the part at fault."""


class DocumentTooLarge(DocumentError):
    """A document above ``claimwire.documents.MAX_BYTES``."""


class InputError(ClaimwireError):
    """A path or a line of input that holds no document (not JSON, wrong types, no such file)."""


class PluginError(ClaimwireError):
    """A plugin that cannot be loaded or that breaks the rules of a hook."""
