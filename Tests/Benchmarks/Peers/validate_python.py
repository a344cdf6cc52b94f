"""Times jsonschema-rs or pydantic on one request.

Arguments: schema file, body file, `jsonschema_rs` or `pydantic`, `parsed` or `text`. Says who it
is, then answers each line of standard input, a length in seconds, with the seconds of one
validation, measured over about that length.
"""
import importlib.metadata
import json
import platform
import sys
import time
from itertools import repeat


def say(**values):
    print(json.dumps(values), flush=True)


def rust_validator(schema, text, mode):
    import jsonschema_rs

    is_valid = jsonschema_rs.Draft7Validator(schema).is_valid
    loads = json.loads
    if mode == "text":
        return (lambda text: is_valid(loads(text))), text, "{}"
    return is_valid, loads(text), {}


def pydantic_validator(schema, text, mode):
    """The request as people spell it for pydantic, which makes a value of it as well."""
    from typing import Annotated, Literal, Optional

    from pydantic import BaseModel, Field, ValidationError

    size = schema["properties"]["width×height"]["enum"]

    class Edit(BaseModel):
        image_urls: Annotated[list[str], Field(min_length=1, max_length=10)]
        prompt: Annotated[str, Field(max_length=800)]
        width_by_height: Annotated[
            Optional[Literal[tuple(size)]], Field(alias="width×height")] = None
        scale: Annotated[Optional[float], Field(ge=0, le=1)] = None
        force_single: Optional[bool] = None

    read = Edit.model_validate_json if mode == "text" else Edit.model_validate

    def is_valid(body):
        try:
            read(body)
        except ValidationError:
            return False
        return True

    return is_valid, text if mode == "text" else json.loads(text), "{}" if mode == "text" else {}


def seconds(run, body, repeats):
    start = time.perf_counter_ns()
    for body in repeat(body, repeats):
        run(body)
    return (time.perf_counter_ns() - start) / 1e9


def main(schema_file, body_file, library, mode):
    validators = {"jsonschema_rs": rust_validator, "pydantic": pydantic_validator}
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    with open(body_file, encoding="utf-8") as file:
        text = file.read()
    name = library.replace("_", "-")
    try:
        run, body, broken = validators[library](schema, text, mode)
    except ImportError:
        say(missing=f"python has no module {library} (PyPI: {name})")
        return
    if not run(body) or run(broken):
        raise SystemExit(f"{name} judges the body otherwise")
    seconds(run, body, 1000)
    once = seconds(run, body, 1000) / 1000
    say(peer=f"{name} {importlib.metadata.version(name)}, Python {platform.python_version()}")
    for line in sys.stdin:
        repeats = max(1, round(float(line) / max(once, 1e-9)))
        say(seconds=seconds(run, body, repeats) / repeats)


main(*sys.argv[1:])
