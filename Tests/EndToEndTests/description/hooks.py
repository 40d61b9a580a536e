"""What Schemathesis cannot know of the API: which instants there have been, and that cursors are given out, not made up."""

from datetime import UTC, datetime

import schemathesis
from hypothesis import strategies
from schemathesis.generation import GenerationMode


def written(instant):
    return instant.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z")


# as_of lies between the first year that there can be data of and now.
schemathesis.openapi.format(
    "date-time",
    strategies.datetimes(min_value=datetime(2016, 1, 1), max_value=datetime(2026, 6, 1)).map(written),
)


@schemathesis.hook
def map_case(context, case):
    """Takes a made-up cursor away, or an instant to come, where all is meant to be valid."""
    is_valid = case.meta is None or case.meta.generation.mode is GenerationMode.POSITIVE
    if is_valid and case.query:
        case.query.pop("cursor", None)
        if str(case.query.get("as_of", "")) > "2026":
            case.query.pop("as_of")
    return case
