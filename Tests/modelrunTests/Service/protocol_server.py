"""A small service that behaves as PROTOCOL.md says, and as nothing else does: it shares no code with
the Swift modules, so that an error they have in common shows.

    python3 protocol_server.py LOG [BEHAVIOUR]

Prints the port that it listens on. Every request is noted in LOG, a line each: verb and path.
BEHAVIOUR is one of

    succeed       two polls in the queue, one in progress, completed, succeeded (the default)
    fail          completed, and the result says failed
    stay          in the queue for ever, until it is cancelled
    hold          in the queue until there is a file LOG.go, then as succeed
    run           in progress for ever; can't be cancelled
    deaf          in the queue for ever; doesn't answer when it is asked to cancel
    drop          takes the submission and closes the connection without an answer
    trouble       answers submissions with 500 and HTML
    busy          answers the first submission with 429 and Retry-After
    refuse        answers submissions with 422 and details
    poor          answers submissions with 400 and code 400002
"""

import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOKEN = "token-of-the-protocol-server"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


class Jobs:
    def __init__(self, behaviour, log):
        self.behaviour = behaviour
        self.log = log
        self.lock = threading.Lock()
        self.polls = {}
        self.bodies = {}
        self.cancelled = set()
        self.submissions = 0

    def note(self, line):
        with self.lock, open(self.log, "a", encoding="utf-8") as file:
            file.write(line + "\n")

    def state(self, job):
        if job in self.cancelled:
            return "cancelled", None
        is_held = self.behaviour == "hold" and not os.path.exists(self.log + ".go")
        if is_held or self.behaviour in ("stay", "deaf"):
            return "in_queue", 7
        if self.behaviour == "run":
            return "in_progress", None
        seen = self.polls.get(job, 0)
        self.polls[job] = seen + 1
        return [("in_queue", 2), ("in_queue", 1), ("in_progress", None)][seen] if seen < 3 else (
            "completed", None)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, document, headers=()):
        body = document if isinstance(document, bytes) else json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def error(self, status, code, message, **more):
        self.answer(status, {"error_code": code, "error_message": message, **more})

    @property
    def jobs(self):
        return self.server.jobs

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def handle_one(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        self.jobs.note(f"{self.command} {self.path}")
        if self.path.startswith("/files/"):
            return self.file()
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.error(400, 400004, "UserAccountError")
        path, _, query = self.path.partition("?")
        if self.command == "POST" and path.startswith("/v1/models/"):
            return self.submit(path[len("/v1/models/"):], body)
        parts = path.split("/")
        if len(parts) != 5 or parts[:3] != ["", "v1", "requests"] or parts[3] not in self.jobs.bodies:
            return self.error(404, 404001, "ResourceNotFound")
        call = (self.command, parts[4])
        if call == ("GET", "status"):
            return self.status(parts[3])
        if call == ("GET", "result"):
            return self.result(parts[3], query)
        if call == ("POST", "cancel"):
            return self.cancel(parts[3])
        return self.error(404, 404001, "ResourceNotFound")

    do_GET = do_POST = handle_one

    def file(self):
        # Files are fetched without the token.
        if self.headers.get("Authorization"):
            return self.answer(500, b"the token came along")
        return self.answer(200, PICTURE, [("Content-Type", "image/png")])

    def submit(self, model, body):
        jobs = self.jobs
        with jobs.lock:
            jobs.submissions += 1
            number = jobs.submissions
        if jobs.behaviour == "drop":
            self.close_connection = True
            return self.connection.close()
        if jobs.behaviour == "trouble":
            return self.answer(500, b"<html>trouble</html>")
        if jobs.behaviour == "busy" and number == 1:
            return self.answer(429, {"error": "slow down"}, [("Retry-After", "1")])
        if jobs.behaviour == "poor":
            return self.error(400, 400002, "InsufficientResources")
        if jobs.behaviour == "refuse":
            return self.error(
                422, 422001, "the body does not fit the schema",
                detail=[{"loc": ["body", "prompt"], "msg": "too plain"}])
        job = f"job-{number}"
        jobs.bodies[job] = (model, json.loads(body))
        place = f"{self.base}/v1/requests/{job}"
        return self.answer(
            200, {
                "request_id": job, "status_url": f"{place}/status",
                "result_url": f"{place}/result", "cancel_url": f"{place}/cancel"})

    def status(self, job):
        state, position = self.jobs.state(job)
        document = {"request_id": job, "status": state}
        if position is not None:
            document["queue_position"] = position
        return self.answer(200, document)

    def result(self, job, query):
        state, _ = self.jobs.state(job)
        document = {"request_id": job, "status": state, "created_at": "2026-11-20T10:00:00Z"}
        if state == "completed":
            document["finished_at"] = "2026-11-20T10:00:03Z"
            if self.jobs.behaviour == "fail":
                document |= {"status": "failed", "error": "the prompt was too plain"}
            else:
                url = f"{self.base}/files/{job}.png"
                document |= {"status": "succeeded", "output": {"image": url, "images": [url]}}
                if "include_cost=true" in query:
                    document["cost"] = 0.03
        return self.answer(200, document)

    def cancel(self, job):
        if self.jobs.behaviour == "deaf":
            return threading.Event().wait(60)
        state, _ = self.jobs.state(job)
        if state == "in_queue":
            self.jobs.cancelled.add(job)
            return self.answer(202, {"request_id": job, "status": "cancelled", "outcome": "cancelled"})
        return self.answer(202, {"request_id": job, "status": state, "outcome": "not_cancellable"})


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.jobs = Jobs(sys.argv[2] if len(sys.argv) > 2 else "succeed", sys.argv[1])
    print(server.server_port, flush=True)
    server.serve_forever()
