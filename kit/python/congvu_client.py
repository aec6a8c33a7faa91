#!/usr/bin/env python3
"""A client of the exchange, written from docs/standard/exchange alone: Python's standard library, and openssl for Ed25519.

Numbers in brackets are clauses. Settings come by environment, as the conformance runner gives them:
CONGVU_URL, CONGVU_SOURCE, CONGVU_AUDIENCE, CONGVU_KID, CONGVU_KEY (PEM), CONGVU_CENTRE_KID, CONGVU_CENTRE_KEY (PEM),
CONGVU_STATE (folder), CONGVU_HAPPENED (NDJSON: what happened in the agency's software); CONGVU_TOKEN (bearer),
CONGVU_CA, CONGVU_CERT, CONGVU_CERT_KEY for https. The last line on standard output says how it ended.
"""
import base64, datetime, gzip, hashlib, http.client, json, os, random, ssl, subprocess, sys, tempfile, time, urllib.parse

ENV = os.environ
LANES = ("daily", "correction", "load")
STOPS = {"E-EXCHANGE-FORK", "E-EXCHANGE-FROZEN", "E-EXCHANGE-EPOCH"}  # 13.3, 13.4
BATCH_CHANGES_MAX, BATCH_BYTES_MAX = 1000, 5 * 1024 * 1024  # 3.1

class Stopped(Exception):
    """Nothing may be sent until people have acted."""

def canonical(value):
    """RFC 8785 for what the standard sends: texts, whole numbers, true, false, null (5.1, 5.2)."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    if isinstance(value, float):
        raise ValueError("a number that is not whole")
    return json.dumps(value, ensure_ascii=False)

def b64(data):
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")

def sha256(data):
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()

def openssl(arguments, data):
    """Ed25519 wants its input as a file."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        return subprocess.run(["openssl", "pkeyutl", *arguments, "-rawin", "-in", file.name], capture_output=True)

def header_of(kid):
    return b64(json.dumps({"alg": "EdDSA", "kid": kid}, separators=(",", ":"), ensure_ascii=False).encode("utf-8"))  # 4.1

def sign(text):
    header = header_of(ENV["CONGVU_KID"])
    done = openssl(["-sign", "-inkey", ENV["CONGVU_KEY"]], f"{header}.{b64(text.encode('utf-8'))}".encode("ascii"))  # 4.2
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode())
    return f"{header}..{b64(done.stdout)}"

def is_signed(body, signature):
    """Over the bytes as they came (4.3, 4.4)."""
    parts = (signature or "").split(".")
    if len(parts) != 3 or parts[0] != header_of(ENV["CONGVU_CENTRE_KID"]) or parts[1] != "":
        return False
    try:
        mark = base64.urlsafe_b64decode(parts[2] + "=" * (-len(parts[2]) % 4))
    except ValueError:
        return False
    if b64(mark) != parts[2]:
        return False
    with tempfile.NamedTemporaryFile() as file:
        file.write(mark)
        file.flush()
        arguments = ["-verify", "-pubin", "-inkey", ENV["CONGVU_CENTRE_KEY"], "-sigfile", file.name]
        return openssl(arguments, f"{parts[0]}.{b64(body)}".encode("ascii")).returncode == 0

def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:23] + "Z"  # 3.6

class State:
    """All that must outlive a power cut, in one file that is replaced whole."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "state.json")
        if os.path.exists(self.path):
            with open(self.path, encoding="utf-8") as file:
                self.all = json.load(file)
        else:
            lane = lambda: {"numbered": 0, "previous": None, "outbox": [], "sealed": [], "receipt": None}
            self.all = {"epoch": 1, "lanes": {name: lane() for name in LANES}, "standing": {}, "ext": {}, "told": {},
                        "settled": {}, "waits": {}, "cursor": 0, "feed": [], "receipts": [], "recorded": []}

    def keep(self):
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump(self.all, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(self.path + ".new", self.path)
        folder = os.open(os.path.dirname(self.path), os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

def ask(method, path, headers=None, body=None):
    """(status, headers, body), or None when no answer came."""
    url = urllib.parse.urlsplit(ENV["CONGVU_URL"])
    try:
        if url.scheme == "https":
            context = ssl.create_default_context(cafile=ENV.get("CONGVU_CA"))  # 19.2
            if "CONGVU_CERT" in ENV:
                context.load_cert_chain(ENV["CONGVU_CERT"], ENV.get("CONGVU_CERT_KEY"))
            line = http.client.HTTPSConnection(url.netloc, timeout=30, context=context)
        else:
            line = http.client.HTTPConnection(url.netloc, timeout=30)
        token = {"Authorization": "Bearer " + ENV["CONGVU_TOKEN"]} if "CONGVU_TOKEN" in ENV else {}
        line.request(method, path, body=body, headers={**token, **(headers or {})})
        answer = line.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()

def pause_of(answer, tries):
    """Seconds (13.1, 13.2)."""
    if answer is not None and "retry-after" in answer[1]:
        return float(answer[1]["retry-after"]) + 0.02
    return max(0.05, random.random() * min(900.0, 2.0 ** min(tries, 10)))

def code_of(answer):
    try:
        return json.loads(answer[2]).get("code", "") if answer[0] >= 400 else ""
    except ValueError:
        return ""

def record(state, change):
    """What happened, numbered and kept with what was known of it (2.2, 2.6, 2.9, 16.2)."""
    if change["ref"] in state["recorded"]:
        return
    state["recorded"].append(change["ref"])
    asked, key = change.pop("lane"), change["person"] + " " + change["fact"]
    waits = state["waits"].get(change["person"])
    lane = waits["lane"] if waits and waits["count"] > 0 else asked
    state["waits"][change["person"]] = {"lane": lane, "count": (waits["count"] if waits else 0) + 1}
    state["lanes"][lane]["numbered"] += 1
    stood = state["standing"].get(key)
    base = None if stood is None else sha256(canonical(stood))
    change.update(seq=state["lanes"][lane]["numbered"], base=base)
    if key in state["ext"]:
        change["ext"] = state["ext"][key]
    state["lanes"][lane]["outbox"].append(change)
    if change["operation"] == "assert":
        state["standing"][key] = {"value": change["value"], "validFrom": change["validFrom"], "ended": None}
    elif stood is not None and change["operation"] == "correct":
        state["standing"][key] = {**stood, "value": change["value"]}
    elif stood is not None and change["operation"] == "end":
        state["standing"][key] = {**stood, "ended": change["value"]}
    elif change["operation"] == "retract":
        state["standing"][key] = None

def seal(state, name, window):
    """Batches out of the outbox, as many as the window allows; kept before they are sent (3.1 to 3.5, 6.4)."""
    lane = state["lanes"][name]
    while lane["outbox"] and len(lane["sealed"]) < window:
        count = BATCH_CHANGES_MAX
        while True:
            changes = lane["outbox"][:count]
            lines = "".join(canonical(change) + "\n" for change in changes)
            if len(changes) == 1 or len(gzip.compress(lines.encode("utf-8"), mtime=0)) <= BATCH_BYTES_MAX:
                break
            count = len(changes) // 2
        lane["outbox"] = lane["outbox"][len(changes):]
        first, last = changes[0]["seq"], changes[-1]["seq"]
        text = canonical({"source": ENV["CONGVU_SOURCE"], "epoch": state["epoch"], "lane": name, "first": first,
                          "last": last, "sha256": sha256(lines), "previous": lane["previous"],
                          "audience": ENV["CONGVU_AUDIENCE"], "issuedAt": now()})
        lane["previous"] = sha256(lines)
        lane["sealed"].append({"first": first, "last": last, "text": text, "signature": sign(text), "lines": lines,
                               "received": False})

def address(state, name, batch):
    return f"/exchange/v1/batches/{state['epoch']}/{name}/{batch['first']}-{batch['last']}"

def is_of(said, what, manifest):
    names = ("source", "epoch", "lane", "first", "last", "sha256")
    return said.get("what") == what and all(said.get(key) == manifest[key] for key in names)

def put(state, name, batch):
    body = gzip.compress(batch["lines"].encode("utf-8"), mtime=0)
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode("ascii")
    answer = ask("PUT", address(state, name, batch), {
        "Content-Type": "application/x-ndjson", "Content-Encoding": "gzip", "Content-Digest": f"sha-256=:{digest}:",
        "Congvu-Manifest": b64(batch["text"].encode("utf-8")), "Congvu-Signature": batch["signature"]}, body)  # 6.2, 6.3
    if answer and answer[0] in (200, 202) and is_signed(answer[2], answer[1].get("congvu-signature")):
        if is_of(json.loads(answer[2]), "received", json.loads(batch["text"])):  # 8.2
            batch["received"] = True
            lane, text = state["lanes"][name], answer[2].decode("utf-8")
            if lane["receipt"] is None or json.loads(lane["receipt"])["last"] < batch["last"]:
                lane["receipt"] = text
            state["receipts"].append([text, answer[1]["congvu-signature"]])  # 8.3
    return answer

def result(state, name, batch):
    answer = ask("GET", address(state, name, batch) + "/result")
    if answer and answer[0] == 200 and is_signed(answer[2], answer[1].get("congvu-signature")):
        said = json.loads(answer[2])
        numbers = [one["seq"] for one in said.get("verdicts", [])]
        if is_of(said, "judged", json.loads(batch["text"])) and numbers == list(range(batch["first"], batch["last"] + 1)):  # 9.2
            for line, verdict in zip(batch["lines"].splitlines(), said["verdicts"]):
                change = json.loads(line)
                state["settled"][change["ref"]] = verdict["verdict"]  # 9.3
                state["waits"][change["person"]]["count"] -= 1
            state["lanes"][name]["sealed"].remove(batch)
            state["receipts"].append([answer[2].decode("utf-8"), answer[1]["congvu-signature"]])
    return answer

def greet(state):
    """The windows of the lanes (6.1, 6.5)."""
    tries = 0
    while True:
        seen = sha256(canonical([state["lanes"][name]["receipt"] for name in LANES]))
        answer = ask("GET", f"/exchange/v1/hello?epoch={state['epoch']}&seen={seen}")
        if answer and (code_of(answer) in STOPS or 400 <= answer[0] < 500 and "retry-after" not in answer[1]):
            raise Stopped()
        if answer and answer[0] == 200 and is_signed(answer[2], answer[1].get("congvu-signature")):
            said = json.loads(answer[2])
            if said.get("what") == "standing" and said.get("seen") == seen:
                if said["frozen"]:
                    raise Stopped()
                return {name: said["lanes"][name]["window"] for name in LANES}
        time.sleep(pause_of(answer, tries))
        tries += 1

def send(state, keep):
    windows, not_before, tries = greet(state), {}, {}
    while True:
        for name in LANES:
            seal(state, name, windows[name])
        keep()
        work = [(name, batch) for name in LANES for batch in state["lanes"][name]["sealed"]]
        if not work:
            return
        for name, batch in work:  # one lane that waits holds up no other (14.2)
            key = (name, batch["first"])
            if not_before.get(key, 0) > time.monotonic():
                continue
            answer = (result if batch["received"] else put)(state, name, batch)
            keep()
            if answer and (code_of(answer) in STOPS or 400 <= answer[0] < 500 and "retry-after" not in answer[1]):
                raise Stopped()  # 13.3, 13.4, 13.6
            if answer is None or answer[0] >= 500 or "retry-after" in answer[1]:
                tries[key] = tries.get(key, 0) + 1
                not_before[key] = time.monotonic() + pause_of(answer, tries[key])
        time.sleep(0.01)

def read_feed(state, keep):
    """Entries in their order, each with the cursor in one writing (10.1 to 10.4)."""
    tries = 0
    while True:
        answer = ask("GET", f"/exchange/v1/feed?after={state['cursor']}")
        if answer is None or answer[0] != 200 or not is_signed(answer[2], answer[1].get("congvu-signature")):
            time.sleep(pause_of(answer, tries))
            tries += 1
            continue
        page = json.loads(answer[2])
        for entry in page["entries"]:
            if entry["n"] != state["cursor"] + 1:
                continue
            state["cursor"] = entry["n"]
            state["feed"].append(entry)
            if entry["what"] == "fact":
                key, standing = entry["person"] + " " + entry["fact"], entry["standing"]
                state["standing"][key] = standing
                state["told"][key] = None if standing is None else standing["value"]
                if "ext" in entry:
                    state["ext"][key] = entry["ext"]
        keep()
        if not page["more"]:
            return

def main():
    kept = State(ENV["CONGVU_STATE"])
    state, end = kept.all, "in-step"
    with open(ENV["CONGVU_HAPPENED"], encoding="utf-8") as file:
        for line in file:
            record(state, json.loads(line))
    kept.keep()
    try:
        send(state, kept.keep)
        read_feed(state, kept.keep)
    except Stopped:
        end = "stopped"
    kept.keep()
    print(json.dumps({"state": end, "settled": state["settled"], "cursor": state["cursor"], "told": state["told"]}))

if __name__ == "__main__":
    sys.exit(main())
