"""Runs a model as the protocol says, with httpx where it is there and http.client elsewhere.

Usage: client.py BASE MODEL BODY FOLDER. Prints what it saw as one JSON line.
"""

import json
import os
import sys
import time
import urllib.parse

try:
    import httpx
except ImportError:
    httpx = None
import http.client

TOKEN = "any-token"


def send(method, url, body=None, token=True):
    headers = {"Authorization": "Bearer " + TOKEN} if token else {}
    if httpx:
        answer = CLIENT.request(method, url, json=body, headers=headers)
        return answer.status_code, answer.content
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    data = None
    if body is not None:
        data = json.dumps(body)
        headers["Content-Type"] = "application/json"
    path = parts.path + ("?" + parts.query if parts.query else "")
    connection.request(method, path, data, headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def call(method, url, body=None, expected=200):
    status, content = send(method, url, body)
    value = json.loads(content)
    assert status == expected, (method, url, status, value)
    return value


def main(base, model, body, folder):
    path = "/".join(urllib.parse.quote(part, safe="") for part in model.split("/"))
    url = base + "/v1/models/" + path
    entry = call("GET", url)
    assert entry["model_id"] == model and entry["input_schema"]["properties"], entry
    listed = call("GET", base + "/v1/models?limit=1&search=" + urllib.parse.quote(model))
    assert [item["model_id"] for item in listed["models"]] == [model] and listed["total"] == 1
    refused = call("POST", url, {"no": "prompt"}, expected=422)
    assert refused["error_code"] == 422001 and refused["detail"], refused
    unknown = call("GET", base + "/v1/requests/none/status", expected=404)
    assert unknown["error_code"] == 404001, unknown

    extra = call("POST", url, body)
    outcome = call("POST", extra["cancel_url"], expected=202)
    assert outcome["outcome"] == "cancelled", outcome
    assert call("GET", extra["result_url"])["status"] == "cancelled"

    job = call("POST", url, body)
    seen = []
    while True:
        status = call("GET", job["status_url"])
        word = status["status"]
        assert ("queue_position" in status) == (word == "in_queue"), status
        if not seen or seen[-1] != word:
            seen.append(word)
        if word not in ("in_queue", "in_progress"):
            break
        time.sleep(0.02)
    late = call("POST", job["cancel_url"], expected=202)
    assert late["outcome"] == "not_cancellable", late
    result = call("GET", job["result_url"] + "?include_cost=true")
    assert result["status"] == "succeeded" and result["cost"] > 0, result
    output = result["output"]
    files = [output["image"]] if "image" in output else output["images"]
    sizes = []
    for number, address in enumerate(files):
        status, content = send("GET", address, token=False)
        assert status == 200 and content[:8] == b"\x89PNG\r\n\x1a\n", (status, content[:20])
        with open(os.path.join(folder, "%d.png" % number), "wb") as file:
            file.write(content)
        sizes.append(len(content))
    print(json.dumps({"client": "httpx" if httpx else "http.client", "seen": seen, "sizes": sizes}))


if __name__ == "__main__":
    CLIENT = httpx.Client(timeout=30, trust_env=False) if httpx else None
    main(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4])
