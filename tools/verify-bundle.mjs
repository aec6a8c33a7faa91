#!/usr/bin/env node
/**
 * Kiểm chứng ngoại tuyến một gói nhật ký của Công Vụ / Verifies one audit bundle of Công Vụ offline.
 *
 *   node verify-bundle.mjs bundle.json --key 'origin+keyid+base64'  [--head older-checkpoint.txt]
 *
 * One file, no dependency, no network, Node ≥ 20. It shares no code with the server: it was written from RFC 6962 (hashes),
 * RFC 9162 §2.1.3.2 and §2.1.4.2 (verification of proofs), c2sp.org/signed-note and c2sp.org/tlog-checkpoint.
 * A page in a browser runs this very file; it hands in hash and signature, for browsers differ in what they bring.
 * The key is what you hold already (from the log's operator, a newspaper, a court file), never one out of the bundle.
 * Exit: 0 proven · 1 forged · 2 incomplete (something needed is missing or unreadable).
 */
const isNode = typeof process !== 'undefined' && process.versions?.node !== undefined;
/** Node's own modules; a browser never comes here. */
const builtin = (name) => import(/* @vite-ignore */ `node:${name}`);
const crypto = isNode ? (await builtin('crypto')).default : null;
const ED25519_SPKI = '302a300506032b6570032100';
/** `sha256(bytes)` → 32 bytes; `verify(message, publicKey, signature)`: Ed25519, a key of 32 bytes. */
export const OF_NODE = {
  sha256: (bytes) => crypto.createHash('sha256').update(bytes).digest(),
  verify: (message, publicKey, signature) => {
    const der = joined(bytesOfHex(ED25519_SPKI), publicKey);
    return crypto.verify(null, message, crypto.createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' }), signature);
  },
};

const EXIT = { proven: 0, forged: 1, incomplete: 2 };

class Verdict extends Error {
  constructor(exit, vi, en) {
    super(en);
    this.exit = exit;
    this.vi = vi;
    this.en = en;
  }
}
const forged = (vi, en) => new Verdict(EXIT.forged, vi, en);
const incomplete = (vi, en) => new Verdict(EXIT.incomplete, vi, en);

const utf8 = (text) => new TextEncoder().encode(text);
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOfHex = (text) => Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16));
const areEqual = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);
function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

let primitives = OF_NODE;
const sha256 = (...parts) => primitives.sha256(joined(...parts));
const hashOfLeaf = (entry) => sha256(Uint8Array.of(0x00), entry);
const hashOfPair = (left, right) => sha256(Uint8Array.of(0x01), left, right);

/** Strict base64: what decodes and encodes back to the same text. */
function fromBase64(text, name) {
  if (typeof text !== 'string') throw incomplete(`Thiếu ${name}.`, `${name} is missing.`);
  const wrong = () => forged(`${name} không phải base64 đúng.`, `${name} is not proper base64.`);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw wrong();
  const plain = atob(text);
  if (btoa(plain) !== text) throw wrong();
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** `name+id+base64(0x01 ‖ 32 bytes)` → key. */
function readKey(text) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  if (!name) throw incomplete('Khóa phải có dạng tên+mã+base64.', 'A key reads name+id+base64.');
  const bytes = fromBase64(encoded, 'key');
  if (bytes.length !== 33 || bytes[0] !== 0x01) throw incomplete('Khóa không phải Ed25519.', 'The key is not an Ed25519 key.');
  const expected = sha256(utf8(`${name}\n`), bytes).subarray(0, 4);
  if (hexOf(expected) !== id) throw incomplete('Mã khóa không khớp với khóa.', 'The key id does not fit the key.');
  return { name, id: expected, publicKey: bytes.subarray(1) };
}

/** The head in a signed note, if the key signed it. */
function readHead(note, key, name) {
  if (typeof note !== 'string') throw incomplete(`Thiếu ${name}.`, `${name} is missing.`);
  const cut = note.lastIndexOf('\n\n');
  if (cut === -1 || !note.endsWith('\n')) throw incomplete(`${name} không phải một ghi chú có chữ ký.`, `${name} is not a signed note.`);
  const text = note.slice(0, cut + 1);
  let good = false;
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const parts = line.split(' ');
    if (parts.length !== 3 || parts[0] !== '\u2014')
      throw forged(`${name}: dòng chữ ký sai dạng.`, `${name}: a signature line is malformed.`);
    const bytes = fromBase64(parts[2], `${name} signature`);
    if (parts[1] !== key.name || !areEqual(bytes.subarray(0, 4), key.id)) continue;
    if (bytes.length !== 68 || !primitives.verify(utf8(text), key.publicKey, bytes.subarray(4)))
      throw forged(`${name}: chữ ký sai.`, `${name}: the signature is wrong.`);
    good = true;
  }
  if (!good) throw forged(`${name}: không có chữ ký của khóa bạn đưa.`, `${name}: not signed by the key you gave.`);
  const lines = text.split('\n');
  if (lines.length < 4 || lines[0] !== key.name) throw forged(`${name}: của nhật ký khác.`, `${name}: of another log.`);
  if (!/^(0|[1-9][0-9]{0,15})$/.test(lines[1])) throw forged(`${name}: số dòng sai dạng.`, `${name}: the size is malformed.`);
  const root = fromBase64(lines[2], `${name} root`);
  if (root.length !== 32) throw forged(`${name}: gốc sai độ dài.`, `${name}: the root has a wrong length.`);
  return { size: Number(lines[1]), root };
}

function hashesOf(list, name) {
  if (!Array.isArray(list)) throw incomplete(`Thiếu ${name}.`, `${name} is missing.`);
  return list.map((text) => {
    const hash = fromBase64(text, name);
    if (hash.length !== 32) throw forged(`${name}: mã băm sai độ dài.`, `${name}: a hash has a wrong length.`);
    return hash;
  });
}

/** RFC 9162 §2.1.3.2, with BigInt for sizes beyond 32 bits. */
function checkInclusion(leaf, index, head, path) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.size)
    throw forged('Vị trí nằm ngoài nhật ký.', 'The index is outside the log.');
  let fn = BigInt(index);
  let sn = BigInt(head.size) - 1n;
  let r = leaf;
  for (const p of path) {
    if (sn === 0n) throw forged('Đường chứng minh dài quá.', 'The inclusion proof is too long.');
    if ((fn & 1n) === 1n || fn === sn) {
      r = hashOfPair(p, r);
      if ((fn & 1n) === 0n)
        do {
          fn >>= 1n;
          sn >>= 1n;
        } while ((fn & 1n) === 0n && fn !== 0n);
    } else r = hashOfPair(r, p);
    fn >>= 1n;
    sn >>= 1n;
  }
  if (sn !== 0n) throw forged('Đường chứng minh thiếu.', 'The inclusion proof is too short.');
  if (!areEqual(r, head.root)) throw forged('Dòng này không nằm trong nhật ký đã ký.', 'This leaf is not in the signed log.');
}

/** Is a leaf (its bytes) the one at `index` of a tree of `size` leaves with this root (32 bytes)? */
export function isInTree({ leaf, index, size, root, path }, given = OF_NODE) {
  primitives = given;
  try {
    checkInclusion(hashOfLeaf(leaf), index, { size, root }, path);
    return true;
  } catch (error) {
    if (!(error instanceof Verdict)) throw error;
    return false;
  }
}

/** RFC 9162 §2.1.4.2. */
function checkConsistency(first, second, path) {
  const wrong = () =>
    forged(
      'Bản ký cũ không phải phần đầu của bản ký mới: lịch sử đã bị sửa.',
      'The older head is not a beginning of the newer one: history was changed.',
    );
  if (first.size > second.size) throw wrong();
  if (first.size === second.size) {
    if (path.length > 0 || !areEqual(first.root, second.root)) throw wrong();
    return;
  }
  if (first.size === 0) {
    if (path.length > 0 || !areEqual(first.root, sha256())) throw wrong();
    return;
  }
  if (path.length === 0) throw wrong();
  const isPower = (BigInt(first.size) & (BigInt(first.size) - 1n)) === 0n;
  const [seed, ...rest] = isPower ? [first.root, ...path] : path;
  let fn = BigInt(first.size) - 1n;
  let sn = BigInt(second.size) - 1n;
  while ((fn & 1n) === 1n) {
    fn >>= 1n;
    sn >>= 1n;
  }
  let fr = seed;
  let sr = seed;
  for (const c of rest) {
    if (sn === 0n) throw wrong();
    if ((fn & 1n) === 1n || fn === sn) {
      fr = hashOfPair(c, fr);
      sr = hashOfPair(c, sr);
      if ((fn & 1n) === 0n)
        do {
          fn >>= 1n;
          sn >>= 1n;
        } while ((fn & 1n) === 0n && fn !== 0n);
    } else sr = hashOfPair(sr, c);
    fn >>= 1n;
    sn >>= 1n;
  }
  if (sn !== 0n || !areEqual(fr, first.root) || !areEqual(sr, second.root)) throw wrong();
}

const LEAF_MEMBERS = ['act', 'actor', 'at', 'event', 'log', 'obj', 'org', 'payload_commit', 'purpose', 'rev', 'role', 'v'];

function readLeaf(text) {
  if (typeof text !== 'string') throw incomplete('Thiếu lá.', 'The leaf is missing.');
  let leaf;
  try {
    leaf = JSON.parse(text);
  } catch {
    throw forged('Lá không phải JSON.', 'The leaf is not JSON.');
  }
  const names = leaf === null || typeof leaf !== 'object' ? [] : Object.keys(leaf);
  if (names.join() !== LEAF_MEMBERS.join())
    throw forged('Lá không có đúng các mục của một lá.', 'The leaf does not have the members of a leaf.');
  return leaf;
}

function checkPayload(leaf, payload) {
  const salt = fromBase64(payload.salt, 'salt');
  if (typeof payload.text !== 'string') throw incomplete('Thiếu nội dung.', 'The payload text is missing.');
  if (hexOf(sha256(salt, utf8(payload.text))) !== leaf.payload_commit)
    throw forged('Nội dung không phải nội dung đã cam kết trong lá.', 'The payload is not the one that the leaf commits to.');
}

/**
 * Everything a bundle can prove; returns what was proven, both languages. Throws with `exit` 1 (forged) or 2 (incomplete), `vi` and `en`.
 * `given`: hash and signature where there is no Node, as `OF_NODE` has them.
 */
export function verifyBundle(bundle, keyText, heldHead = null, given = OF_NODE) {
  primitives = given;
  const proven = [];
  const print = (vi, en) => proven.push({ vi, en });
  const key = readKey(keyText);
  if (bundle === null || typeof bundle !== 'object' || Array.isArray(bundle))
    throw incomplete('Gói không phải một đối tượng JSON.', 'The bundle is not a JSON object.');
  if (bundle.format !== 'congvu-audit-bundle/1') throw incomplete('Không biết dạng gói này.', 'This format of bundle is not known.');
  if (bundle.origin !== key.name) throw forged('Gói nói về nhật ký khác.', 'The bundle speaks of another log.');
  if (bundle.keyId !== hexOf(key.id)) throw forged('Gói nói về khóa khác.', 'The bundle speaks of another key.');
  const head = readHead(bundle.checkpoint, key, 'checkpoint');
  print(`Chữ ký của nhật ký ${key.name} đúng (${head.size} dòng).`, `Signature of the log ${key.name} is right (${head.size} leaves).`);
  const leaf = readLeaf(bundle.leaf);
  checkInclusion(hashOfLeaf(utf8(bundle.leaf)), bundle.index, head, hashesOf(bundle.inclusion, 'inclusion'));
  print(
    `Dòng số ${bundle.index} nằm trong nhật ký: ${leaf.act}, ${leaf.at}, vai trò ${leaf.role}.`,
    `Leaf ${bundle.index} is in the log: ${leaf.act}, ${leaf.at}, role ${leaf.role}.`,
  );
  if (bundle.older !== null) {
    if (typeof bundle.older !== 'object') throw incomplete('Thiếu bản ký cũ.', 'The older head is missing.');
    const older = readHead(bundle.older.checkpoint, key, 'older checkpoint');
    checkConsistency(older, head, hashesOf(bundle.older.consistency, 'consistency'));
    print(
      `Nhật ký chỉ dài thêm từ ${older.size} đến ${head.size} dòng, không bị sửa.`,
      `The log only grew from ${older.size} to ${head.size} leaves; nothing was changed.`,
    );
    if (heldHead !== null) {
      const held = readHead(heldHead, key, 'held checkpoint');
      if (held.size !== older.size)
        throw incomplete(
          `Gói nối từ ${older.size} dòng, bạn giữ bản ký ở ${held.size} dòng.`,
          `The bundle continues from ${older.size} leaves, you hold a head at ${held.size}.`,
        );
      if (!areEqual(held.root, older.root))
        throw forged('Nhật ký đã ký hai lịch sử khác nhau cho cùng số dòng.', 'The log signed two different histories of the same size.');
      print('Bản ký bạn giữ là phần đầu của nhật ký này.', 'The head you hold is a beginning of this log.');
    }
  } else if (heldHead !== null)
    throw incomplete('Gói không có phần nối với bản ký bạn giữ.', 'The bundle has nothing that continues the head you hold.');
  if (bundle.payload === null) print('Gói không kèm nội dung.', 'The bundle carries no payload.');
  else {
    if (typeof bundle.payload !== 'object') throw incomplete('Thiếu nội dung.', 'The payload is missing.');
    checkPayload(leaf, bundle.payload);
    print('Nội dung kèm theo đúng là nội dung đã cam kết.', 'The payload is the one that was committed to.');
  }
  return proven;
}

function main(args, fs) {
  const option = (name) => {
    const at = args.indexOf(name);
    return at === -1 ? null : (args.splice(at, 2)[1] ?? null);
  };
  const keyGiven = option('--key');
  const heldPath = option('--head');
  const [file] = args;
  if (!file || !keyGiven)
    throw incomplete(
      'Cách dùng: node verify-bundle.mjs gói.json --key KHÓA (chuỗi hoặc tệp) [--head bản-ký-cũ.txt]',
      'Usage: node verify-bundle.mjs bundle.json --key KEY (text or file) [--head older-checkpoint.txt]',
    );
  const read = (path) => {
    try {
      return fs.readFileSync(path, 'utf8');
    } catch {
      throw incomplete(`Không đọc được ${path}.`, `${path} cannot be read.`);
    }
  };
  let bundle;
  try {
    bundle = JSON.parse(read(file));
  } catch (error) {
    throw error instanceof Verdict ? error : incomplete('Gói không phải JSON (tệp bị cắt?).', 'The bundle is not JSON (cut off?).');
  }
  return verifyBundle(bundle, keyGiven.includes('+') ? keyGiven : read(keyGiven), heldPath === null ? null : read(heldPath));
}

async function isCalled() {
  if (!isNode || !process.argv[1]) return null;
  const { realpathSync, readFileSync } = await builtin('fs');
  const { fileURLToPath } = await builtin('url');
  return realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url)) ? { readFileSync } : null;
}

const files = await isCalled();
if (files) {
  try {
    for (const { vi, en } of main(process.argv.slice(2), files)) console.log(`✓ ${vi}\n  ${en}`);
    console.log('KẾT LUẬN: ĐÚNG / PROVEN');
  } catch (error) {
    if (!(error instanceof Verdict)) throw error;
    console.log(`✗ ${error.vi}\n  ${error.en}`);
    console.log(error.exit === EXIT.forged ? 'KẾT LUẬN: GIẢ MẠO / FORGED' : 'KẾT LUẬN: THIẾU / INCOMPLETE');
    process.exitCode = error.exit;
  }
}
