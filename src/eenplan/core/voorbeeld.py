"""The example page."""


def inhoud() -> dict[str, object]:
    return {}
