"""The plugin kit: an outlet's file and its first golden case, written from a name and a sample."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claimwire.documents import Document
from claimwire.errors import InputError
from claimwire.outlets import host_of, slug_of
from claimwire.render import registrable_domain, render

TEMPLATE: Final = '''"""{name}{where}."""

from claimwire import Outlet
from claimwire.outlets import Rule


class {class_name}(Outlet):
    """Say here what you observed on its pages: what repeats, where the byline stands, what is furniture."""

    slug = "{slug}"
    name = {name_literal}
    domains = {domains}
    # Words that only this outlet's texts hold: they recognise a text that comes without a URL.
    marks = ()
    # Lines that the generic reading gets wrong. See them with: claimwire extract --explain {sample}
    # line: a regular expression matched at the start of a line; path: one searched in the path of a page's line.
    rules: tuple[Rule, ...] = ()
'''


@dataclass(frozen=True, slots=True)
class NewOutlet:
    """The two things that ``new_outlet`` made."""

    plugin: Path
    case: Path


def new_outlet(name: str, sample: Path, *, plugins: Path, cases: Path, url: str | None = None) -> NewOutlet:
    """Write ``plugins/<slug>.py`` and the golden case ``cases/<slug>/<sample>/`` (input and meta).

    The domain comes from ``url`` or from the page's canonical address. Raises
    ``InputError`` where the name makes no slug, the sample is not to be read, or a file is there already.
    """
    slug = slug_of(name)
    if not re.match(r"[a-z]", slug):
        raise InputError(f"no slug can be made of {name!r}: it needs a Latin letter in front", field="NAME")
    kind = sample.suffix.lower()
    if kind not in (".html", ".htm", ".txt"):
        raise InputError(f"a sample is an .html or a .txt file, not {sample.name!r}", field="SAMPLE")
    if not sample.is_file():
        raise InputError(f"no such file: {sample}", field="SAMPLE")
    page = kind != ".txt"
    raw = sample.read_bytes()
    try:
        document = Document(html=raw, url=url) if page else Document(text=raw.decode("utf-8-sig"), url=url)
    except UnicodeDecodeError as error:
        raise InputError(f"the sample is not UTF-8 (offset {error.start})", field="SAMPLE") from None
    address = url or render(document).metadata.canonical_url
    host = host_of(address)
    plugin = plugins / f"{slug.replace('-', '_')}.py"
    case = cases / slug / slug_of(sample.stem)
    for path in (plugin, case):
        if path.exists():
            raise InputError(f"{path} is there already; nothing was written", field="NAME")
    plugins.mkdir(parents=True, exist_ok=True)
    case.mkdir(parents=True)
    domain = registrable_domain(host) if host else ""
    source = TEMPLATE.format(
        name=name.replace('"', "'").replace("\\", ""),
        where=f" ({domain})" if domain else "",
        class_name="".join(part.capitalize() for part in slug.split("-")),
        slug=slug,
        name_literal=json.dumps(name, ensure_ascii=False),
        domains=f'("{domain}",)' if domain else "()",
        sample=case / ("input.html" if page else "input.txt"),
    )
    plugin.write_text(source, "utf-8")
    shutil.copyfile(sample, case / ("input.html" if page else "input.txt"))
    meta = {"url": address} if address else {"outlet": slug}
    (case / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return NewOutlet(plugin, case)
