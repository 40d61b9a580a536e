"""Has Apify's official client use a server as a program would, and fails where it is not content.

Usage: official_client.py ADDRESS TOKEN
The server has the actor made~up, each of whose runs ends after three questions with the ten items {"n": 0} ... {"n": 9};
the fourth has a hidden member besides, and the seventh has nothing else.
"""

import sys
from datetime import timedelta

from apify_client import ApifyClient
from apify_client.errors import ApifyApiError

ADDRESS, TOKEN = sys.argv[1:]
CLEAN = [{"n": n} for n in range(10) if n != 6]
# Longer than what the client sends uncompressed.
INPUT = {"resultsLimit": 10, "note": "made up " * 200}


def equal(seen, wanted):
    if seen != wanted:
        raise SystemExit(f"saw {seen!r}, wanted {wanted!r}")


def client(token=TOKEN):
    return ApifyClient(token, api_url=ADDRESS)


def start_and_wait():
    run = client().actor("made/up").start(
        run_input=INPUT, run_timeout=timedelta(seconds=60), memory_mbytes=256, max_items=10
    )
    equal((run.status, run.finished_at, run.exit_code), ("READY", None, None))
    equal((run.options.timeout_secs, run.options.memory_mbytes, run.options.max_items), (60, 256, 10))
    run = client().run(run.id).wait_for_finish(wait_duration=timedelta(seconds=30))
    equal((run.status, run.exit_code, run.usage_total_usd), ("SUCCEEDED", 0, 0.25))
    equal(run.started_at <= run.finished_at, True)
    equal(client().run(run.id).get().id, run.id)
    return run


def read_items(run):
    dataset = client().dataset(run.default_dataset_id)
    equal((dataset.get().item_count, dataset.get().act_run_id), (10, run.id))
    page = dataset.list_items(clean=True, offset=2, limit=5)
    equal((page.total, page.offset, page.limit, page.count, page.desc), (10, 2, 5, 5, False))
    equal(page.items, CLEAN[2:6])
    equal(len(dataset.list_items().items), 10)
    equal(list(dataset.iterate_items(clean=True, chunk_size=3)), CLEAN)
    lines = dataset.get_items_as_bytes(item_format="jsonl", clean=True, offset=8)
    equal(lines, b'{"n":8}\n{"n":9}\n')


def read_input(run):
    record = client().key_value_store(run.default_key_value_store_id).get_record("INPUT")
    equal(record["value"], INPUT)
    equal(client().key_value_store(run.default_key_value_store_id).get_record("OUTPUT"), None)


def abort_and_list(first):
    second = client().actor("made~up").start(run_input={})
    equal(client().run(second.id).abort(gracefully=True).status, "ABORTING")
    equal(client().run(second.id).wait_for_finish().status, "ABORTED")
    runs = client().actor("made~up").runs()
    newest = runs.list(desc=True, limit=1)
    equal((newest.total, newest.count, newest.desc), (2, 1, True))
    equal((newest.items[0].id, newest.items[0].status), (second.id, "ABORTED"))
    equal([run.id for run in runs.iterate()], [first.id, second.id])


def be_refused():
    for call, status, kind in [
        (lambda: client("wrong").actor("made~up").start(), 401, "invalid-token"),
        (lambda: client(None).actor("made~up").start(), 401, "token-not-provided"),
        (lambda: client().actor("nobody~else").start(), 404, "record-not-found"),
        (lambda: client().actor("made~up").start(run_input=[1]), 400, "invalid-input"),
    ]:
        try:
            call()
        except ApifyApiError as error:
            equal((error.status_code, error.type), (status, kind))
        else:
            raise SystemExit(f"it was not refused with {status}")
    equal(client().run("none").get(), None)


run = start_and_wait()
read_items(run)
read_input(run)
abort_and_list(run)
be_refused()
print("content")
