"""An OpenAI-compatible server on this machine that says what it is told to, and fails when it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass
class Reply:
    """One reply: a status, and a body or a chat message; `fault` is "cut" or "hang"."""

    status: int = 200
    message: Body | None = None
    body: str = ""
    finish_reason: str | None = "stop"
    fault: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def render(self) -> str:
        if self.message is None:
            return self.body
        choice = {"index": 0, "message": self.message, "finish_reason": self.finish_reason}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        common = {"id": "1", "object": "chat.completion", "created": 1, "model": "fake"}
        return json.dumps({**common, "choices": [choice], "usage": usage})

    def render_stream(self) -> str:
        """The same as server-sent events, tool arguments in slices of 7 characters."""
        message = self.message or {}
        deltas: list[Body] = [{"role": "assistant", "content": message.get("content") or ""}]
        for index, call in enumerate(message.get("tool_calls", ())):
            arguments = call["function"]["arguments"]
            deltas.append({"tool_calls": [{**call, "index": index, "function": {**call["function"], "arguments": ""}}]})
            for start in range(0, len(arguments), 7):
                piece = {"index": index, "function": {"arguments": arguments[start : start + 7]}}
                deltas.append({"tool_calls": [piece]})
        choices = [{"index": 0, "delta": delta, "finish_reason": None} for delta in deltas]
        if self.finish_reason:
            choices.append({"index": 0, "delta": {}, "finish_reason": self.finish_reason})
        common = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "fake"}
        lines = [f"data: {json.dumps({**common, 'choices': [choice]})}\n\n" for choice in choices]
        return "".join(lines) + ("data: [DONE]\n\n" if self.finish_reason else "")


def say(text: str, **options: Any) -> Reply:
    return Reply(message={"role": "assistant", "content": text}, **options)


def call(name: str, arguments: Body | str, **options: Any) -> Reply:
    raw = arguments if isinstance(arguments, str) else json.dumps(arguments)
    made = {"id": f"call-{name}", "type": "function", "function": {"name": name, "arguments": raw}}
    message = {"role": "assistant", "content": None, "tool_calls": [made]}
    return Reply(message=message, **{"finish_reason": "tool_calls", **options})


def find_disorder(messages: list[Body]) -> str:
    """What the real interface refuses: tool calls without their results, results without their call."""
    waiting: set[str] = set()
    for message in messages:
        if message["role"] == "tool":
            if message["tool_call_id"] not in waiting:
                return f"no call for the result {message['tool_call_id']}"
            waiting.remove(message["tool_call_id"])
        elif waiting:
            return f"calls without a result: {sorted(waiting)}"
        else:
            waiting = {item["id"] for item in message.get("tool_calls") or ()}
    return f"calls without a result: {sorted(waiting)}" if waiting else ""


@dataclass
class Server:
    """The running server: its address, what it will reply, and what it was asked."""

    url: str
    replies: list[Reply]
    requests: list[Body] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    disorder: list[str] = field(default_factory=list)


def _answer(handler: BaseHTTPRequestHandler, server: Server) -> None:
    request = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
    server.requests.append(request)
    server.keys.append(handler.headers["Authorization"])
    disorder = find_disorder(request["messages"])
    if disorder:
        server.disorder.append(disorder)
    reply = server.replies.pop(0) if len(server.replies) > 1 else server.replies[0]
    if reply.fault == "hang":
        time.sleep(3)
        return
    streams = bool(request.get("stream")) and reply.status == 200 and reply.message is not None
    data = (reply.render_stream() if streams else reply.render()).encode()
    handler.send_response(400 if disorder else reply.status)
    kind = "text/event-stream" if streams else "application/json" if data.startswith(b"{") else "text/html"
    for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **reply.headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data[: len(data) // 2] if reply.fault == "cut" else data)


@contextmanager
def openai_server(*replies: Reply) -> Iterator[Server]:
    """Serve these replies in order, the last one for ever; the order of messages is checked on leaving."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            _answer(self, server)

        def log_message(self, *arguments: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    http.block_on_close = False
    server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1", list(replies))
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
    assert not server.disorder, server.disorder
