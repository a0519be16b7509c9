"""Find plugins, keep them apart, and call them so that none can hurt another.

Plugins come by one door each: entry points of the group ``claimwire`` (a module,
an object, or a package of which every module is taken) and folders of files
(``--plugins-dir``). A module brings its hook functions and every ``Outlet`` it
makes or defines. The manager is made by a function, so that each test has its own.
"""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import importlib.util
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pluggy

from claimwire import hookspecs
from claimwire.claims import Problem
from claimwire.outlets import Outlet

GROUP = "claimwire"
T = TypeVar("T")


@dataclass(slots=True)
class Plugins:
    """A pluggy manager, the outlets in it by slug, and what could not be loaded."""

    manager: pluggy.PluginManager
    outlets: dict[str, Outlet] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def register(self, plugin: object, name: str) -> None:
        """Take in a module or an outlet; a clash or an error is kept as a problem, not raised."""
        try:
            if isinstance(plugin, Outlet):
                other = self.outlets.get(plugin.slug)
                if other is not None:
                    if type(other) is type(plugin):
                        return
                    raise ValueError(f"the slug {plugin.slug!r} is taken by {type(other).__module__}")
                self.manager.register(plugin, name=f"outlet:{plugin.slug}")
                self.outlets[plugin.slug] = plugin
                return
            self.manager.register(plugin, name=name)
            if isinstance(plugin, ModuleType):
                for outlet in _outlets_of(plugin):
                    self.register(outlet, name)
        except Exception as error:
            self.problems.append(Problem(name, "register", f"{type(error).__name__}: {error}"))

    def extractors(self) -> Iterator[tuple[str, Callable[..., Any]]]:
        """Implementations of ``extract_claims`` that serve every article: (plugin name, function)."""
        for implementation in self.manager.hook.extract_claims.get_hookimpls():
            if not isinstance(implementation.plugin, Outlet):
                yield implementation.plugin_name, implementation.function


def load(folders: Iterable[Path] = (), *, entry_points: bool = True) -> Plugins:
    """A fresh set of plugins: the built-in ones, installed distributions, then folders of files."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    plugins = Plugins(manager)
    if entry_points:
        for point in sorted(importlib.metadata.entry_points(group=GROUP), key=lambda p: (p.dist is None, p.name, p.value)):
            _load_entry_point(plugins, point)
    for folder in folders:
        _load_folder(plugins, Path(folder))
    return plugins


@functools.cache
def default() -> Plugins:
    """The plugins of this installation, loaded once a process."""
    return load()


def guarded(call: Callable[..., T], *args: Any, outlet: str, hook: str, problems: list[Problem]) -> T | None:
    """The call's result, or ``None`` with a problem noted when it raises anything short of an exit."""
    try:
        return call(*args)
    except Exception as error:
        problems.append(Problem(outlet, hook, f"{type(error).__name__}: {error}"))
        return None


def _load_entry_point(plugins: Plugins, point: importlib.metadata.EntryPoint) -> None:
    try:
        loaded = point.load()
        plugins.register(loaded() if inspect.isclass(loaded) and issubclass(loaded, Outlet) else loaded, point.name)
        if isinstance(loaded, ModuleType) and hasattr(loaded, "__path__"):
            for module in sorted(pkgutil.iter_modules(loaded.__path__), key=lambda m: m.name):
                _load_module(plugins, f"{loaded.__name__}.{module.name}")
    except Exception as error:
        plugins.problems.append(Problem(point.name, "load", f"{type(error).__name__}: {error}"))


def _load_module(plugins: Plugins, name: str) -> None:
    try:
        plugins.register(importlib.import_module(name), name)
    except Exception as error:
        plugins.problems.append(Problem(name, "load", f"{type(error).__name__}: {error}"))


def _load_folder(plugins: Plugins, folder: Path) -> None:
    if not folder.is_dir():
        plugins.problems.append(Problem(str(folder), "load", "no such folder"))
        return
    for path in sorted(folder.glob("*.py")):
        name = f"claimwire_dropin_{path.stem}"
        try:
            spec = importlib.util.spec_from_file_location(name, path)
            if spec is None or spec.loader is None:
                raise ImportError(f"cannot read {path}")
            module = importlib.util.module_from_spec(spec)
            sys.modules[name] = module
            spec.loader.exec_module(module)
            plugins.register(module, path.stem)
        except Exception as error:
            plugins.problems.append(Problem(path.stem, "load", f"{type(error).__name__}: {error}"))


def _outlets_of(module: ModuleType) -> Iterator[Outlet]:
    for value in vars(module).values():
        if isinstance(value, Outlet):
            yield value
        elif inspect.isclass(value) and issubclass(value, Outlet) and value.__module__ == module.__name__ and value.slug:
            yield value()
