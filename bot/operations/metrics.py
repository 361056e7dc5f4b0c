"""What is counted, for Prometheus to fetch. No label ever holds a person, a chat or a text.

The counters are those of this process and stand here once: any part of the application counts by
naming one.
"""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

REGISTRY = CollectorRegistry()
"""Apart from the library's own, so that nothing is counted that is not named here."""
ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)

QUESTIONS = Counter(
    "ocop_questions",
    "Questions answered.",
    ("channel", "intent", "outcome", "language"),
    registry=REGISTRY,
)
ANSWER_SECONDS = Histogram(
    "ocop_answer_seconds",
    "Time from a question to its reply, without sending it.",
    ("channel",),
    # Most answers take a few milliseconds; what takes a second is wrong
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5),
    registry=REGISTRY,
)
ERRORS = Counter(
    "ocop_errors", "Questions answered with an apology.", ("channel",), registry=REGISTRY
)
SEND_FAILURES = Counter(
    "ocop_send_failures", "Answers a platform did not take.", ("channel",), registry=REGISTRY
)
CATALOGUE = Gauge(
    "ocop_catalogue_info", "1 for the version of the data that answers.", ("version",),
    registry=REGISTRY,
)  # fmt: skip
CATALOGUE_PRODUCTS = Gauge(
    "ocop_catalogue_products", "Products in the catalogue.", registry=REGISTRY
)
CATALOGUE_LOADED = Gauge(
    "ocop_catalogue_loaded_timestamp_seconds", "When the catalogue was loaded.", registry=REGISTRY
)

CONTENT_TYPE = CONTENT_TYPE_LATEST


def exposed() -> bytes:
    """Everything counted so far, in Prometheus's text format."""
    return generate_latest(REGISTRY)
