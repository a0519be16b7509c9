"""What outlets are called, for sentences: the names that their plugins give."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from claimwire import plugins


@functools.cache
def outlet_names() -> Mapping[str, str]:
    """Outlets' names by slug."""
    return {slug: outlet.name for slug, outlet in plugins.default().outlets.items()}
