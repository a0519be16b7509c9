"""What can go wrong with a store, in the family of ``claimwire.errors``."""

from __future__ import annotations

from claimwire.errors import ClaimwireError


class StoreError(ClaimwireError):
    """Something about the store that a caller can act on."""


class StoreUnavailable(StoreError):
    """The database is locked, read-only, full or gone; ``retry_after`` is in seconds."""

    def __init__(self, message: str, *, retry_after: int = 5) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class SchemaTooNew(StoreError):
    """The database was migrated by a newer Claimwire than this one; nothing was touched."""


class NotFound(StoreError):
    """No such article, vote or conflict."""


class Refused(StoreError):
    """An editor's step that cannot be taken as asked; ``field`` names the part at fault."""
