#!/usr/bin/env python3
"""May the model in this bundle still be used?

    python3 check_status.py                 asks the origin named in status.json
    python3 check_status.py --offline       goes by the newest list that was seen here
    python3 check_status.py --allow-stale   without a connection, goes on until a list's validUntil

Ends with 0 if it may, 1 if it may not (revoked or suspended), 2 if that cannot be told, which means: do not use it.
Prints one line of JSON that says why. Python 3.8 or newer, nothing else; Ed25519 is RFC 8032, written out below.

A list counts if a key signed it that the root in status.json vouches for, and if its number is not below the highest
one ever seen here, which is kept in status.seen.json: keep that file. A list is fresh until nextUpdate; from then on it
is stale and counts with --allow-stale alone; after validUntil it counts no more. The time is the machine's, and never
earlier than the newest issuedAt that was seen; --no-clock goes by that alone.
"""
import argparse
import base64
import hashlib
import json
import os
import sys
import tempfile
import time
import urllib.request
from datetime import datetime, timezone

KEYS_TYPE = "application/vnd.facewright.keys+json"
LIST_TYPE = "application/vnd.facewright.model-status+json"
LARGEST = 64 << 20
USABLE, NOT_USABLE, UNKNOWN = 0, 1, 2


class Refused(Exception):
    """What was read does not count, and why."""


# Ed25519, RFC 8032 section 5.1: points are (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def decompress(encoded):
    if len(encoded) != 32:
        return None
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verifies(public, message, signature):
    a, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or len(signature) != 64 or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(r, multiply(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def parsed(text):
    def once(pairs):
        found = dict(pairs)
        if len(found) != len(pairs):
            raise Refused("a name comes twice")
        return found

    try:
        value = json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Refused("not whole, or not JSON")
    if not isinstance(value, dict):
        raise Refused("not an object")
    return value


def decoded(text):
    return base64.b64decode(text.replace("-", "+").replace("_", "/"), validate=True)


def opened(envelope, expected, keys):
    """The payload of a DSSE envelope that one of these keys signed, and that key. Names of keys do not matter."""
    body = decoded(envelope["payload"])
    kind = envelope["payloadType"].encode()
    if envelope["payloadType"] != expected:
        raise Refused("signed as something else")
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(body), body)
    for signature in envelope["signatures"]:
        for key in keys:
            if verifies(decoded(key["publicKey"]), message, decoded(signature["sig"])):
                return parsed(body), key, hashlib.sha256(body).hexdigest()
    raise Refused("not signed by a key that counts")


def moment(text):
    """Seconds of a time such as 2026-12-01T10:00:00Z."""
    whole = datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    if not text.endswith("Z"):
        raise Refused("a time is not in UTC")
    return whole.timestamp()


def accepted(document, root, seen):
    """The list in a document, if it counts, with what is to be remembered of it."""
    try:
        statement, _, _ = opened(document["keys"], KEYS_TYPE, [root])
        if statement["type"] != "facewright.keys/1" or statement["sequence"] < seen["keys"]:
            raise Refused("its statement of keys is older than one that was seen")
        keys = [key for key in statement["keys"] if key["kind"] == "model-status" and not key.get("compromised")]
        found, key, digest = opened(document["list"], LIST_TYPE, keys)
        if found["type"] != "facewright.model-status/1":
            raise Refused("another kind of list")
        if found["sequence"] < seen["list"]:
            raise Refused("rolled back: number %d, and %d was seen" % (found["sequence"], seen["list"]))
        if found["sequence"] == seen["list"] and digest != seen["digest"]:
            raise Refused("two lists of the same number")
        issued = moment(found["issuedAt"])
        if key.get("until") and issued > moment(key["until"]):
            raise Refused("signed with a key that had been replaced")
        if not issued <= moment(found["nextUpdate"]) <= moment(found["validUntil"]):
            raise Refused("its times are out of order")
        now_seen = {"keys": statement["sequence"], "list": found["sequence"], "digest": digest,
                    "issuedAt": max(issued, seen["issuedAt"]), "document": document}
        return found, now_seen
    except (KeyError, TypeError, AttributeError, ValueError):
        raise Refused("not a list")


NOTHING = {"keys": 0, "list": 0, "digest": "", "issuedAt": 0, "document": None}


def remembered(path):
    if not os.path.exists(path):
        return dict(NOTHING)
    with open(path, "rb") as file:
        seen = parsed(file.read())
    if seen.keys() != NOTHING.keys():
        raise Refused("not whole")
    return seen


def remember(path, seen):
    handle, draft = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)))
    with os.fdopen(handle, "w") as file:
        json.dump(seen, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)


def fetched(options, status):
    if options.list:
        with open(options.list, "rb") as file:
            return parsed(file.read(LARGEST))
    url = options.url or status["url"]
    if not url.startswith(("https://", "http://")):
        raise Refused("not an address of the web")
    with urllib.request.urlopen(url, timeout=options.timeout) as answer:
        return parsed(answer.read(LARGEST))


def newest(options, status, seen):
    """The newest list that counts: the origin's, the one that was seen last, or the one of the day of export."""
    sources = [("origin", lambda: fetched(options, status))] if options.list or not options.offline else []
    sources += [("seen", lambda: seen["document"]), ("export", lambda: status["asOfExport"])]
    best, refused = None, {}
    for source, read in sources:
        try:
            document = read()
            if document is None:
                continue
            found, now_seen = accepted(document, status["root"], seen)
            if best is None or found["sequence"] > best[1]["sequence"]:
                best = source, found, now_seen
        except (Refused, OSError) as reason:
            refused[source] = str(reason)
    if best is not None:
        refused.pop("export", None)  # older than what was seen, as a rule
    return best, refused


def judged(options, status, found, seen):
    clock = 0 if options.no_clock else moment(options.now) if options.now else time.time()
    now = max(clock, seen["issuedAt"])
    fresh = now < moment(found["nextUpdate"])
    stale = not fresh and now < moment(found["validUntil"])
    state = found["states"].get(status["statusId"], "unknown")
    age = "fresh" if fresh else "stale" if stale else "expired"
    if state in ("revoked", "suspended"):
        return NOT_USABLE, state, age
    if state != "valid" or age == "expired" or age == "stale" and not options.allow_stale:
        return UNKNOWN, state, age
    return USABLE, state, age


def check(options):
    memory = options.seen or os.path.join(options.bundle, "status.seen.json")
    try:
        with open(os.path.join(options.bundle, "status.json"), "rb") as file:
            status = parsed(file.read())
        seen = remembered(memory)
        best, refused = newest(options, status, seen)
        if best is None:
            return UNKNOWN, {"reason": "no list that counts", "refused": refused}
        source, found, now_seen = best
        code, state, age = judged(options, status, found, now_seen)
        if now_seen != seen:
            remember(memory, now_seen)
    except (Refused, OSError, KeyError, TypeError, AttributeError, ValueError) as reason:
        return UNKNOWN, {"reason": "cannot be checked: %s" % reason}
    return code, {"state": state, "list": age, "sequence": found["sequence"], "source": source, "refused": refused}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--bundle", default=here, help="where status.json is; beside this file otherwise")
    words.add_argument("--seen", help="what to remember lists in; status.seen.json in the bundle otherwise")
    words.add_argument("--url", help="another address than that in status.json")
    words.add_argument("--list", help="a file instead of the origin's answer")
    words.add_argument("--offline", action="store_true", help="ask nobody")
    words.add_argument("--allow-stale", action="store_true", help="go on with a stale list until its validUntil")
    words.add_argument("--no-clock", action="store_true", help="this machine does not know the time")
    words.add_argument("--now", help="the time, such as 2026-12-01T10:00:00Z, instead of the machine's")
    words.add_argument("--timeout", type=float, default=10, help="seconds to wait for the origin")
    code, told = check(words.parse_args())
    print(json.dumps({"usable": code == USABLE, **told}))
    return code


if __name__ == "__main__":
    sys.exit(main())
