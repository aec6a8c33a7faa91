/**
 * Kiểm chứng ngoại tuyến một bản xác nhận mang theo của Công Vụ / Verifies an attestation that was taken along, offline.
 *
 * Beside `verify-bundle.mjs` it needs nothing: no dependency, no network, no code of the server. It was written from RFC 7515 (appendix F, a detached
 * signature), RFC 8037 (Ed25519), RFC 6962 (a part of a list). `congvu verify attestation` and the page of the portal run this very file.
 * Keys are what you hold already (the published key of the agency, the key of the log), never those that the file brings along.
 */
import { OF_NODE, isInTree, verifyBundle } from './verify-bundle.mjs';

export const FORMAT = 'congvu-attestation/1';

const utf8 = (text) => new TextEncoder().encode(text);
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOfHex = (text) =>
  /^([0-9a-f]{2})*$/.test(text) ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) : null;
const toBase64url = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
/** null: not base64url of these bytes and no other. */
function fromBase64url(text) {
  if (typeof text !== 'string' || !/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : null;
}
/** null: no JSON object. */
function readObject(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
const isText = (value) => typeof value === 'string';

/** What the file says, as far as it is one; null: it is none. */
function readFile(file) {
  if (file === null || typeof file !== 'object' || file.format !== FORMAT) return null;
  const { attestationId, shownHash, signed, jws, list, key, log } = file;
  if (![attestationId, shownHash, jws].every(isText) || !(signed === null || isText(signed))) return null;
  const [head, middle, signature, ...rest] = jws.split('.');
  const headBytes = fromBase64url(head);
  const header = headBytes && readObject(new TextDecoder().decode(headBytes));
  const signatureBytes = fromBase64url(signature);
  if (!header || !isText(header.kid) || middle !== '' || rest.length > 0 || signatureBytes?.length !== 64) return null;
  if (
    list !== null &&
    !(typeof list === 'object' && isText(list.head) && isText(list.part) && Number.isSafeInteger(list.no) && Array.isArray(list.proof))
  )
    return null;
  return { attestationId, shownHash, signed, jws, head, header, signature: signatureBytes, list, key, log: log ?? null };
}

const SAID = {
  unreadable: [
    'Tệp này không phải bản xác nhận mang theo, hoặc đã bị cắt.',
    'This file is no attestation that was taken along, or it was cut off.',
  ],
  changed: ['Nội dung đã bị sửa sau khi ký.', 'The content was changed after it was signed.'],
  'other-key': [
    'Chữ ký không phải của khóa đã công bố dưới tên này.',
    'It was signed by another key than the one published under this name.',
  ],
  'unknown-key': [
    'Không có khóa nào được công bố dưới tên này: không biết ai đã ký.',
    'No key is published under this name: nobody knows who signed.',
  ],
  'not-in-log': ['Chữ ký này không có trong nhật ký đã ký.', 'This signature is not in the signed log.'],
  'no-proof': ['Chữ ký đúng; chưa đối chiếu được với nhật ký.', 'The signature is right; it could not be held against the log.'],
  'without-content': [
    'Có trong nhật ký; tệp không kèm nội dung nên không kiểm tra được chữ ký trên nội dung.',
    'It is in the log; the file carries no content, so its signature over the content cannot be checked.',
  ],
  right: [
    'ĐÚNG: được ký bằng khóa của cơ quan, chưa bị sửa, có trong nhật ký.',
    'RIGHT: signed by the key of the agency, unchanged, and in the log.',
  ],
};
const line = (ok, vi, en) => ({ ok, vi, en });

/** Does this key sign these bytes with the signature of the file? */
const signedBy = (read, bytes, x, given) => {
  const publicKey = fromBase64url(x);
  return publicKey?.length === 32 && given.verify(utf8(`${read.head}.${toBase64url(bytes)}`), publicKey, read.signature);
};

/** Is the log's row the one that keeps this very signature? @returns null, or what is wrong */
function wrongOfLog(read, body, logKey, given) {
  try {
    verifyBundle(read.log, logKey, null, given);
  } catch (error) {
    if (error?.vi === undefined) throw error;
    return [error.vi, error.en];
  }
  const leaf = readObject(read.log.leaf);
  const kept = read.log.payload && readObject(read.log.payload.text);
  const own =
    read.list === null ? leaf.act === 'item.confirmed' && kept?.attestationId === read.attestationId : leaf.act === 'list.confirmed';
  return own && kept?.jws === read.jws && leaf.org === body
    ? null
    : ['Dòng nhật ký đi kèm nói về việc khác.', 'The row of the log that comes along speaks of something else.'];
}

/**
 * Everything that an attestation can prove.
 *
 * @param keys    published keys that the reader holds (JWK, with what they were published for)
 * @param logKey  `name+id+base64`; null: the reader holds none, and nothing is said of the log
 * @returns `verdict`, each step, and what was signed (null where nothing is certain)
 */
export function verifyAttestation(file, { keys, logKey }, given = OF_NODE) {
  const lines = [];
  const ends = (verdict, about = null) => ({ verdict, vi: SAID[verdict][0], en: SAID[verdict][1], lines, about });
  const read = readFile(file);
  if (read === null) return ends('unreadable');
  const content = read.signed === null ? null : readObject(read.signed);
  const head = read.list === null ? null : readObject(read.list.head);
  const part = read.list === null ? null : readObject(read.list.part);
  const body = head?.bodyId ?? content?.bodyId ?? null;
  const about = {
    kid: read.header.kid,
    at: read.header.at ?? null,
    stepUp: read.header.stepUp ?? null,
    bodyId: body,
    shownHash: read.shownHash,
    groups: content?.groups?.map((one) => one.group) ?? null,
    list: head && { id: head.listId, people: head.people, no: read.list.no },
    signed: content,
  };
  if (read.signed !== null && (content === null || hexOf(given.sha256(utf8(read.signed))) !== read.shownHash)) {
    lines.push(
      line(
        false,
        'Giá trị băm của nội dung khác với giá trị ghi trong tệp.',
        'The hash of the content is another than the one in the file.',
      ),
    );
    return ends('changed');
  }
  const bytes = read.list === null ? read.signed && utf8(read.signed) : utf8(read.list.head);
  const key = keys.find((one) => one.kid === read.header.kid && one.congvu?.purpose === 'attestation') ?? null;
  if (bytes !== null) {
    const byOwn = isText(read.key?.x) && signedBy(read, bytes, read.key.x, given);
    const byPublished = key !== null && signedBy(read, bytes, key.x, given);
    if (key === null && !byOwn) return ends('changed');
    if (key === null) return ends('unknown-key');
    if (!byPublished) return ends(byOwn ? 'other-key' : 'changed');
    if (body !== null && key.congvu.bodyId !== body) {
      lines.push(
        line(false, 'Khóa là của cơ quan khác với cơ quan ghi trong nội dung.', 'The key is of another agency than the content names.'),
      );
      return ends('other-key');
    }
    lines.push(line(true, `Chữ ký của cơ quan đúng (khóa ${key.kid}).`, `The signature of the agency is right (key ${key.kid}).`));
  } else if (key === null) return ends('unknown-key');
  if (read.list !== null) {
    const path = read.list.proof.map((hash) => bytesOfHex(String(hash)));
    const root = isText(head?.root) ? bytesOfHex(head.root) : null;
    const belongs =
      part?.shownHash === read.shownHash &&
      (content === null || part.personId === content.personId) &&
      root?.length === 32 &&
      path.every((hash) => hash?.length === 32) &&
      isInTree({ leaf: utf8(read.list.part), index: read.list.no, size: head.people, root, path }, given);
    if (!belongs) {
      lines.push(line(false, 'Phần này không thuộc danh sách đã ký.', 'This part is not of the list that was signed.'));
      return ends('changed');
    }
    lines.push(
      line(
        true,
        `Là phần số ${read.list.no + 1} trong danh sách ${head.people} người đã ký.`,
        `It is part ${read.list.no + 1} of the signed list of ${head.people} people.`,
      ),
    );
  }
  if (read.log === null || logKey === null) {
    lines.push(
      read.log === null
        ? line(
            false,
            'Tệp không kèm chứng minh nhật ký; tải lại bản mới để có.',
            'The file carries no proof of the log; take it along anew to have one.',
          )
        : line(false, 'Chưa có khóa của nhật ký để đối chiếu.', 'No key of the log was given to hold it against.'),
    );
    return ends(bytes === null ? 'without-content' : 'no-proof', about);
  }
  const wrong = wrongOfLog(read, body ?? key.congvu.bodyId, logKey, given);
  if (wrong) {
    lines.push(line(false, ...wrong));
    return ends('not-in-log', about);
  }
  lines.push(line(true, `Có ở dòng ${read.log.index} của nhật ký đã ký.`, `It is at leaf ${read.log.index} of the signed log.`));
  if (read.signed === null) lines.push(line(true, 'Tệp không kèm nội dung hồ sơ.', 'The file carries nothing of the record.'));
  return ends(bytes === null ? 'without-content' : 'right', about);
}
