"""Small word classes of the grammar, from ``claimwire/data/speech_words.toml`` and ``vote_words.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def _lists() -> dict[str, dict[str, str]]:
    data = resources.files("claimwire.data")
    return {
        **tomllib.loads(data.joinpath("speech_words.toml").read_text("utf-8")),
        **tomllib.loads(data.joinpath("vote_words.toml").read_text("utf-8")),
    }


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The words of the list ``file.name``; ``KeyError`` if there is none."""
    file, _, key = name.partition(".")
    return frozenset(word.replace("_", " ") for word in _lists()[file][key].split())
