"""Second implementation of the log's mathematics, for tests: Python's standard library only, written from RFC 6962 and
c2sp.org/tlog-tiles, no line of it from our TypeScript. Recursive where ours is iterative, so that they cannot share a slip.

    python3 second-verifier.py FOLDER [bundle.json ...]

Reads FOLDER/checkpoint and every entry bundle and tile, recomputes the root, and checks the proofs of the bundles.
The signature is openssl's business and is not looked at here. Prints OK lines; exit 1 at the first difference.
"""
import base64
import hashlib
import json
import os
import struct
import sys


def fail(words):
    print("DIFFERENT:", words)
    sys.exit(1)


def leaf(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(n):
    return 1 << ((n - 1).bit_length() - 1)


def mth(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = split(len(hashes))
    return node(mth(hashes[:k]), mth(hashes[k:]))


def root_by_inclusion(hash_, m, n, path):
    """RFC 6962 section 2.1.1 read backwards: the root that the path leads to; None when its length is wrong."""
    if n == 1:
        return hash_ if not path else None
    if not path:
        return None
    k = split(n)
    below = root_by_inclusion(hash_, m, k, path[:-1]) if m < k else root_by_inclusion(hash_, m - k, n - k, path[:-1])
    if below is None:
        return None
    return node(below, path[-1]) if m < k else node(path[-1], below)


def roots_by_consistency(m, n, path, whole, old):
    """RFC 6962 section 2.1.2 read backwards: (older root, newer root)."""
    if m == n:
        if whole:
            return (old, old) if not path else None
        return (path[0], path[0]) if len(path) == 1 else None
    if not path:
        return None
    k = split(n)
    if m <= k:
        below = roots_by_consistency(m, k, path[:-1], whole, old)
        return below and (below[0], node(below[1], path[-1]))
    below = roots_by_consistency(m - k, n - k, path[:-1], False, old)
    return below and (node(path[-1], below[0]), node(path[-1], below[1]))


def number(n):
    parts = ["%03d" % (n % 1000)]
    n //= 1000
    while n:
        parts.insert(0, "x%03d" % (n % 1000))
        n //= 1000
    return os.path.join(*parts)


def tile(folder, level, index, width):
    path = os.path.join(folder, "tile", str(level), number(index) + ("" if width == 256 else ".p/%d" % width))
    try:
        with open(path, "rb") as f:
            return f.read()
    except OSError:
        fail("no file " + path)


def head_of(note):
    origin, size, root = note.split("\n")[:3]
    return origin, int(size), base64.b64decode(root)


def check_folder(folder):
    with open(os.path.join(folder, "checkpoint"), encoding="utf-8") as f:
        _, size, root = head_of(f.read())
    hashes = []
    for index in range((size + 255) // 256):
        width = min(256, size - index * 256)
        raw, at, entries = tile(folder, "entries", index, width), 0, []
        while at < len(raw):
            (length,) = struct.unpack_from(">H", raw, at)
            entries.append(raw[at + 2:at + 2 + length])
            at += 2 + length
        if len(entries) != width:
            fail("bundle %d holds %d leaves" % (index, len(entries)))
        for entry in entries:
            if json.dumps(json.loads(entry), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() != entry:
                fail("a leaf is not canonical JSON: " + entry.decode())
        hashes += [leaf(entry) for entry in entries]
    if mth(hashes) != root:
        fail("root of the leaves")
    level, row = 0, hashes
    while row:
        for index in range((len(row) + 255) // 256):
            part = row[index * 256:index * 256 + 256]
            if tile(folder, level, index, len(part)) != b"".join(part):
                fail("tile %d/%d" % (level, index))
        row = [mth(row[i * 256:i * 256 + 256]) for i in range(len(row) // 256)]
        level += 1
    print("OK folder: %d leaves, %d levels of tiles" % (size, level))


def check_bundle(path):
    with open(path, encoding="utf-8") as f:
        bundle = json.load(f)
    _, size, root = head_of(bundle["checkpoint"])
    decoded = [base64.b64decode(h) for h in bundle["inclusion"]]
    if root_by_inclusion(leaf(bundle["leaf"].encode()), bundle["index"], size, decoded) != root:
        fail("inclusion in " + path)
    if bundle["older"]:
        _, older_size, older_root = head_of(bundle["older"]["checkpoint"])
        way = [base64.b64decode(h) for h in bundle["older"]["consistency"]]
        if older_size and roots_by_consistency(older_size, size, way, True, older_root) != (older_root, root):
            fail("consistency in " + path)
    if bundle["payload"]:
        salted = base64.b64decode(bundle["payload"]["salt"]) + bundle["payload"]["text"].encode()
        if hashlib.sha256(salted).hexdigest() != json.loads(bundle["leaf"])["payload_commit"]:
            fail("payload in " + path)
    print("OK bundle:", bundle["index"])


check_folder(sys.argv[1])
for name in sys.argv[2:]:
    check_bundle(name)
