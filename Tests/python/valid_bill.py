"""Says what is wrong with a bill of materials, by the schemas that CycloneDX's own library carries. Exits with 1 where anything is.

Usage: valid_bill.py FILE
"""

import importlib.resources
import json
import pathlib
import sys

import jsonschema_rs

SCHEMAS = importlib.resources.files("cyclonedx.schema") / "_res"
PLACE = "http://cyclonedx.org/schema/"


def schema(name: str) -> dict:
    return json.loads((SCHEMAS / f"{name}.SNAPSHOT.schema.json").read_text())


def main() -> None:
    bill = json.loads(pathlib.Path(sys.argv[1]).read_text())
    parts = [(f"{PLACE}{name}.SNAPSHOT.schema.json", schema(name)) for name in ("spdx", "jsf-0.82")]
    registry = jsonschema_rs.Registry(parts)
    validator = jsonschema_rs.validator_for(schema(f"bom-{bill['specVersion']}"), registry=registry, validate_formats=True)
    faults = [f"{'/'.join(map(str, fault.instance_path))}: {fault.message}" for fault in validator.iter_errors(bill)]
    references = {component["bom-ref"] for component in [*bill["components"], bill["metadata"]["component"]]}
    faults += [f"{name}: no such component" for one in bill["dependencies"]
               for name in (one["ref"], *one["dependsOn"]) if name not in references]
    print("\n".join(faults), end="")
    sys.exit(1 if faults else 0)


main()
