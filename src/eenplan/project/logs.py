"""Logs as one JSON object a line in production, readable lines in the demo; never personal data.

A line holds the route, not the address with its question; an id, not a name; no form content, ever.
"""

from typing import Any

import structlog


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
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
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
            # Django's own line about a request holds the whole address; ours (RequestLogMiddleware) replaces it.
            "django.request": {"level": "CRITICAL"},
            "django.server": {"level": "CRITICAL"},
            # Axes writes the name that somebody typed.
            "axes": {"level": "CRITICAL"},
        },
    }
