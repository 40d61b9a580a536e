"""Responders behind nginx as it is configured, over invented reels, and how they are asked: what the benchmarks of serving
have in common.
"""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request

CHECKOUT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = CHECKOUT / ".build/release"
CLOCK = "2025-07-01T00:00:00Z"
DAYS = 90  # before the clock, over which the reels were published
THREADS = 4  # those of one responder for what it answers from memory
SECONDS = 1  # of a turn
CONNECTIONS = 32
SCHEMA = "serving"
WHOLE = "/reels/performance?window=90d&platform=instagram"
PAGE = "/performance?window=90d&platform=instagram"
PLAIN, GZIP, UNCHANGED = "Accept-Encoding: identity", "Accept-Encoding: gzip", "If-None-Match: *"

# What is asked for: a name, the address, a header.
QUESTIONS = [
    ("/", "/", PLAIN),
    ("/performance", PAGE, PLAIN),
    ("50 reels as JSON", WHOLE + "&limit=50", PLAIN),
    ("10,000 reels as JSON", WHOLE, PLAIN),
    ("10,000 reels, gzip", WHOLE, GZIP),
    ("/performance, 304", PAGE, UNCHANGED),
]


class Stack:
    """A folder, a database with so many reels, and the processes that are started over it."""

    def __init__(self, folder, reels, schema=SCHEMA):
        self.folder = pathlib.Path(folder)
        self.children = []
        self.schema = schema
        self.environment = {
            **os.environ,
            "DATABASE_URL": os.environ["SHORTPULSE_TEST_DATABASE_URL"],
            "SHORTPULSE_SCHEMA": schema,
        }
        self.ingest("migrate")
        if reels > 0:
            values = {"platform": "instagram", "reels": reels, "sightings": reels * 6 // 5, "days": DAYS, "clock": CLOCK}
            self.run_sql("loading-rows.sql", **values)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end(self.children)
        drop = f'SET client_min_messages = warning; DROP SCHEMA "{self.schema}", "{self.schema}_sample" CASCADE'
        subprocess.run(["psql", "--no-psqlrc", "--quiet", "-c", drop, self.environment["DATABASE_URL"]], check=True)

    def ingest(self, *arguments):
        command = [PROGRAMS / "shortpulse-ingest", *arguments]
        subprocess.run(command, env=self.environment, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def run_sql(self, file, **values):
        settings = [part for name, value in values.items() for part in ("-v", f"{name}={value}")]
        command = [
            "psql", "--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1", "-v", f"schema={self.schema}", *settings,
            "-f", CHECKOUT / "bench" / file, self.environment["DATABASE_URL"],
        ]
        subprocess.run(command, env=self.environment, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def end(self, processes):
        for process in reversed(processes):
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait()
        self.children = [child for child in self.children if child not in processes]

    def compile(self, name, *libraries):
        """A program in C from bench/; its path."""
        program = self.folder / name
        subprocess.run(["cc", "-O2", "-pthread", "-o", program, CHECKOUT / "bench" / f"{name}.c", *libraries], check=True)
        return program

    def record(self, questions, place):
        """Writes the answers as the responder sends them to the file `place`, for the C responder; gives them, too."""
        answers = []
        with open(place, "wb") as file:
            for _, address, header in questions:
                answer = self.answer(address, header)
                prefix = {GZIP: "gzip ", UNCHANGED: "304 "}.get(header, "")
                file.write(f"{len(answer)} {prefix}{address}\n".encode() + answer)
                answers.append(answer)
        return answers

    def answer(self, address, header):
        """What the responder sends, in CGI's form."""
        path, _, query = address.partition("?")
        name, _, value = header.partition(": ")
        parameters = {
            "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "REQUEST_URI": address, "DOCUMENT_URI": path,
            "QUERY_STRING": query, "HTTP_" + name.upper().replace("-", "_"): value,
        }
        done = subprocess.run(
            [PROGRAMS / "shortpulse-web"], env={**self.environment, **parameters}, cwd=self.folder, check=True,
            stdout=subprocess.PIPE,
        )
        expected = b"Status: 304" if header == UNCHANGED else b"Status: 200"
        if not done.stdout.startswith(expected):
            sys.exit(f"bench: {address} was answered with {done.stdout[:60]!r}")
        return done.stdout

    def start_responders(self, kind, command, count=2, **settings):
        """So many of them, two as in an installation, with their sockets in the folder `kind`."""
        sockets = self.folder / kind
        sockets.mkdir(exist_ok=True)
        started = []
        for number in range(1, count + 1):
            path = sockets / f"web-{number}.sock"
            path.unlink(missing_ok=True)
            slow = sockets / f"slow-{number}.sock"
            with socket.socket(socket.AF_UNIX) as listener, (self.folder / "log").open("ab") as log:
                listener.bind(str(path))
                listener.listen(1024)
                environment = {**self.environment, "SHORTPULSE_SLOW_SOCKET": str(slow), **settings}
                started.append(
                    subprocess.Popen(command, stdin=listener, stderr=log, env=environment, cwd=self.folder)
                )
        self.children += started
        return started

    def start_server(self, kind, edit):
        """An nginx as configured but for `edit`, before the responders of `kind`; its port."""
        place, port = self.folder / f"nginx-{len(self.children)}", free_port()
        place.mkdir()
        render = """. "$checkout/scripts/lib/web-server.sh"
            fill_in "$checkout/nginx/nginx.conf" USER "$5" >"$1/nginx.conf"
            render_site "$1" "listen 127.0.0.1:$2;" "$3" "$4" cache"""
        user = "user root;" if os.geteuid() == 0 else ""
        values = [place, str(port), self.folder / kind, CHECKOUT / "www", user]
        subprocess.run(["bash", "-c", render, "bash", *values], env={**os.environ, "checkout": CHECKOUT}, check=True)
        site = place / "shortpulse.conf"
        site.write_text(edit(site.read_text()))
        command = ["nginx", "-p", f"{place}/", "-c", "nginx.conf", "-e", "stderr", "-g", "daemon off;"]
        self.children.append(subprocess.Popen(command, cwd=place))
        return port


def uncached(configuration):
    return configuration.replace("fastcgi_cache shortpulse_answers;", "fastcgi_cache off;").replace(
        'set $shortpulse_condition "";', "set $shortpulse_condition $http_if_none_match;"
    )


def free_port():
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


def wait_for(port, address=WHOLE):
    end = time.monotonic() + 20
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=5):
            return
        time.sleep(0.05)
    sys.exit("bench: a stack did not start")


def processor_time(processes):
    """Seconds, of all threads."""
    spent = 0
    for process in processes:
        for task in pathlib.Path(f"/proc/{process.pid}/task").iterdir():
            spent += int((task / "schedstat").read_text().split()[0])
    return spent / 1e9


def load(port, address, header, processes=(), connections=CONNECTIONS, seconds=SECONDS):
    """Answers a second, the 99th percentile of their times in ms, and the processes' µs for each."""
    before = processor_time(processes)
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", header, f"http://127.0.0.1:{port}{address}"],
        capture_output=True, text=True, check=True,
    )
    spent = processor_time(processes) - before
    if "Socket errors" in done.stdout or "Non-2xx" in done.stdout:
        sys.exit(f"bench: {address} failed:\n{done.stdout}")
    requests = int(re.search(r"(\d+) requests in", done.stdout)[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", done.stdout)
    return rate, float(late[1]) * {"us": 0.001, "ms": 1, "s": 1000}[late[2]], spent / requests * 1e6


def ratio(values, others):
    """The median of the turns' ratios, with their range."""
    ratios = sorted(value / other for value, other in zip(values, others, strict=True))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def require(*programs):
    for program in programs:
        if shutil.which(program) is None:
            sys.exit(f"bench: there is no {program}")


def ask_socket(path, address):
    """One request straight to a responder's socket, as nginx would send it; the answer in CGI's form."""
    place, _, query = address.partition("?")
    parameters = {
        "REQUEST_METHOD": "GET", "REQUEST_URI": address, "DOCUMENT_URI": place, "QUERY_STRING": query, "SHORTPULSE_END": "1",
    }
    stream = b"".join(
        struct.pack("BB", len(name), len(value)) + name.encode() + value.encode() for name, value in parameters.items()
    )
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(path))
        begin = fastcgi(1, struct.pack(">HB5x", 1, 0))
        connection.sendall(begin + fastcgi(4, stream) + fastcgi(4, b"") + fastcgi(5, b""))
        received = b"".join(iter(lambda: connection.recv(1 << 16), b""))
    answer, index = b"", 0
    while index + 8 <= len(received):
        _, kind, _, length, padding, _ = struct.unpack_from(">BBHHBB", received, index)
        if kind == 6:
            answer += received[index + 8 : index + 8 + length]
        index += 8 + length + padding
    return answer


def fastcgi(kind, content):
    return struct.pack(">BBHHBB", 1, kind, 1, len(content), 0, 0) + content


def await_that(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit("bench: what was waited for did not come")
        time.sleep(0.01)


def print_rates(responders, ports, turns):
    """Asks the first kind, the second, and the second's copy in turn, and prints what the first makes of the second; gives the
    table.
    """
    ours, other, again = responders
    table = [
        f"| answer | answers/s | of {other}’s | {other}’s of {other}’s | CPU µs | {other}’s | ratio |",
        "|---|--:|---|---|--:|--:|--:|",
    ]
    print("\n".join(table))
    for name, address, header in QUESTIONS:
        rates, costs = ({kind: [] for kind in responders} for _ in range(2))
        for _ in range(turns):
            for kind, processes in responders.items():
                rate, _, cost = load(ports[kind], address, header, processes)
                rates[kind].append(rate)
                costs[kind].append(cost)
        mine, its = statistics.median(costs[ours]), statistics.median(costs[other])
        table.append(
            f"| {name} | {statistics.median(rates[ours]):,.0f} | {ratio(rates[ours], rates[other])} "
            f"| {ratio(rates[again], rates[other])} | {mine:.0f} | {its:.0f} | {mine / its:.2f} |"
        )
        print(table[-1], flush=True)
    return table
