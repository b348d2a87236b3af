"""What a snippet may say of itself in its metadata: names, kinds and bounds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from proof.run import datasets, lanes

KNOWN: Mapping[str, type] = {
    "data": list,
    "differs": dict,
    "fresh": bool,
    "lanes": list,
    "products": list,
    "raises": str,
    "seconds": int,
    "tolerance": dict,
    "trains": bool,
    "volatile": list,
}
#: The name of a product: one that no other file beside a snippet has.
PRODUCT = re.compile(r"[\w-]+\.bin")
#: The longest that a snippet may take, in seconds: a day.
LONGEST = 86_400


class SettingError(ValueError):
    """A setting that cannot be taken as it is; `line` is that of the text in which it stands."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def read(text: str) -> dict[str, Any]:
    """The settings in *text*, the content of a metadata block.

    Raises:
        SettingError: at the first that cannot be taken as it is.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n")
        raise SettingError(f"its metadata block is not TOML: {error}", line) from None
    except RecursionError:
        raise SettingError("its metadata block is not TOML that can be read: it is nested too deep") from None
    found: Any = table
    for name in ("tool", "proof"):
        found = found.get(name, {})
        if not isinstance(found, dict):
            raise SettingError(
                f"`{name}` in its metadata block is no table; settings stand below [tool.proof]",
                line_of(text, name),
            )
    for name, value in found.items():
        if wrong := wrong_with(name, value):
            raise SettingError(wrong, line_of(text, name))
    if not possible(found):
        raise SettingError("no lane is left in which it could run; mend `lanes`, or remove `trains`")
    return dict(found)


def line_of(text: str, name: str) -> int:
    """The line of *text* on which *name* is set; the first if none is."""
    place = re.search(rf"""(?m)^ *\[?[\w."' -]*\b{re.escape(name)}\b""", text)
    return text.count("\n", 0, place.start()) + 1 if place else 1


def wrong_with(name: str, value: Any) -> str | None:
    """What is wrong with one setting; None if nothing."""
    kind = KNOWN.get(name)
    if kind is None or not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        known = ", ".join(f"{key} ({kind.__name__})" for key, kind in KNOWN.items())
        return f"[tool.proof] does not know {name} = {value!r}; it knows {known}"
    if isinstance(value, list) and not all(isinstance(one, str) for one in value):
        return f"{name} is a list of texts, such as {EXAMPLES[name]}, not {value!r}"
    if isinstance(value, list) and len(set(value)) < len(value):
        return f"{name} names one thing twice: {value!r}"
    return JUDGES[name](value) if name in JUDGES else None


#: How each list is written.
EXAMPLES = {
    "data": '["mnist"]',
    "lanes": '["now"]',
    "products": '["network.bin"]',
    "volatile": '["site-packages"]',
}


def wrong_data(names: list[str]) -> str | None:
    """What is wrong with the data sets called *names*."""
    unknown = ", ".join(name for name in names if name not in datasets.STAND_INS)
    return f"there is no data set {unknown}; there is {', '.join(datasets.STAND_INS)}" if unknown else None


def wrong_lanes(names: list[str]) -> str | None:
    """What is wrong with the lanes called *names*."""
    try:
        return None if lanes.named(names) else "lanes names none; leave it out, or name one"
    except KeyError as error:
        known = ", ".join({lane.family: "" for lane in lanes.LANES.values()} | dict(lanes.LANES))
        return f"there is no lane {error}; there are {known}"


def wrong_differences(reasons: dict[str, Any]) -> str | None:
    """What is wrong with the lanes that differ, each with its reason."""
    for lane, reason in reasons.items():
        if lane not in lanes.LANES or not lanes.LANES[lane].proves:
            known = ", ".join(name for name, one in lanes.LANES.items() if one.proves)
            return f"there is no lane '{lane}' that has a record; there are {known}"
        if not isinstance(reason, str) or not reason.strip():
            return f'differs gives the reason of {lane} as a text: {lane} = "…"'
    return None


def wrong_products(names: list[str]) -> str | None:
    """What is wrong with the products called *names*."""
    bad = [name for name in names if not PRODUCT.fullmatch(name)]
    return f"a product is called like network.bin, not {bad[0]!r}" if bad else None


def wrong_seconds(seconds: int) -> str | None:
    """What is wrong with the longest time that it may take."""
    return None if 0 < seconds <= LONGEST else f"seconds is a number from 1 to {LONGEST}, not {seconds}"


def wrong_tolerance(bounds: dict[str, Any]) -> str | None:
    """What is wrong with how far numbers may lie apart."""
    for name, bound in bounds.items():
        if isinstance(bound, bool) or not isinstance(bound, int | float) or not bound >= 0:
            return f"the tolerance of {name} is a number from 0 on, or inf, not {bound!r}"
    return None


def possible(settings: Mapping[str, Any]) -> bool:
    """Whether there is a lane in which a snippet with these *settings* can run."""
    found = lanes.named(settings.get("lanes", ["now"]))
    return any(lane.proves and (lane.trains or not settings.get("trains", False)) for lane in found)


#: What looks at the values of each setting.
JUDGES: Mapping[str, Callable[[Any], str | None]] = {
    "data": wrong_data,
    "differs": wrong_differences,
    "lanes": wrong_lanes,
    "products": wrong_products,
    "seconds": wrong_seconds,
    "tolerance": wrong_tolerance,
}
