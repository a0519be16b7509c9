"""Badlands Media (badlandsmedia.tv): plain paragraphs, and a note where a story was changed."""

from claimwire.outlets import Outlet, Rule


class BadlandsMedia(Outlet):
    """The note at the end says that the article was updated, not when."""

    slug = "badlands-media"
    name = "Badlands Media"
    domains = ("badlandsmedia.tv",)
    rules = (Rule("badlands-media-update-note", "note", line=r"This (?:article|story|post) (?:has been|was) (?:updated|corrected)\b.*"),)
