"""Looks through the files of the repository for what looks like a secret and is not known to be none.

Usage: find_secrets.py [--accept] FILE... (one a line of Tests/python/known_secrets.txt is known: a path and a SHA-1 of the text)
"""

import sys
from pathlib import Path

from detect_secrets import SecretsCollection
from detect_secrets.settings import default_settings

KNOWN = Path(__file__).with_name("known_secrets.txt")

arguments = sys.argv[1:]
accepts = arguments[:1] == ["--accept"]
found = SecretsCollection()
with default_settings():
    for path in arguments[accepts:]:
        found.scan_file(path)
secrets = {f"{path} {secret.secret_hash}": secret for path, secret in found}
if accepts:
    KNOWN.write_text("".join(f"{line}\n" for line in sorted(secrets)))
    sys.exit()
unknown = [secrets[line] for line in sorted(secrets.keys() - set(KNOWN.read_text().splitlines()))]
for secret in unknown:
    print(f"{secret.filename}:{secret.line_number}: looks like a secret ({secret.type})", file=sys.stderr)
sys.exit(bool(unknown))
