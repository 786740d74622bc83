"""Every address of the program is guarded by a right, or says aloud that it is public."""

from collections.abc import Iterator

from django.urls import URLPattern, get_resolver


def views() -> Iterator[tuple[str, object]]:
    def walk(patterns, before=""):
        for entry in patterns:
            here = before + str(entry.pattern)
            if isinstance(entry, URLPattern):
                yield here, entry.callback
            else:
                yield from walk(entry.url_patterns, here)

    yield from walk(get_resolver().url_patterns)


def test_every_view_asks_for_a_right_or_is_public():
    unguarded = [
        address
        for address, view in views()
        if not getattr(view, "rechten", None) and not getattr(view, "is_public", False)
    ]
    assert not unguarded


def test_no_address_carries_anything_but_numbers_and_fixed_words():
    loose = [
        address
        for address, _ in views()
        if any(converter in address for converter in ("<str:", "<path:")) or "(?P" in address
    ]
    assert not loose, "an address ends up in logs and history: nothing typed by people belongs in it"
