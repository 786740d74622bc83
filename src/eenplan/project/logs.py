"""Logs as one JSON object a line in production, readable lines in the demo; never personal data.

A line holds the route, not the address with its question; an id, not a name; no form content, ever.
"""

import traceback
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger


def logging_settings(*, readable: bool) -> dict[str, Any]:
    """Return the standard library's logging settings: everything through structlog to standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderers: list[Any] = (
        [structlog.dev.ConsoleRenderer(colors=False)]
        if readable
        else [fault_without_words, structlog.processors.JSONRenderer()]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": shared,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        # Whoever tries the demo wants to see what goes wrong, not every visit.
        "root": {"handlers": ["stderr"], "level": "WARNING" if readable else "INFO"},
        "loggers": {
            # Below a fault of ours, Django's line holds whatever address somebody typed; our own line does not.
            "django.request": {"level": "ERROR"},
            "django.server": {"level": "CRITICAL"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            # Axes writes the name that somebody typed.
            "axes": {"level": "CRITICAL"},
        },
    }


def fault_without_words(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Say of an exception what kind it is and where it came from; its message may quote a person."""
    fault = event.pop("exc_info", None)
    if isinstance(fault, tuple) and fault[1]:
        frames = traceback.extract_tb(fault[2])
        event["exception"] = fault[0].__qualname__
        event["trace"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event
