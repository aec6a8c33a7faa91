/** An attestation as it is taken along, made of fresh keys: for tests of those who check one. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const ORIGIN = 'log.example/act/1';
const BODY = '01a20000-0000-7000-8000-00000000b001';
const KID = 'ABCDEFGHIJKLMNOP';
const AT = '2026-11-24T03:00:00.000Z';

/** A log of two rows, of which ours is the first, in the form of a bundle; and the key that it is checked with. */
function logged(payload: string, { publicKey, privateKey }: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }) {
  const tagged = Buffer.concat([Buffer.from([1]), publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)]);
  const id = sha256(Buffer.from(`${ORIGIN}\n`), tagged).subarray(0, 4);
  const salt = Buffer.alloc(32, 7);
  const leaf = JSON.stringify({
    act: 'item.confirmed',
    actor: null,
    at: AT,
    event: 'e',
    log: 'act',
    obj: null,
    org: BODY,
    payload_commit: sha256(salt, Buffer.from(payload)).toString('hex'),
    purpose: 'CONFIRM',
    rev: 0,
    role: 'XAC_NHAN',
    v: 1,
  });
  const other = sha256(Buffer.from([0]), Buffer.from('{}'));
  const root = sha256(Buffer.from([1]), sha256(Buffer.from([0]), Buffer.from(leaf)), other);
  const head = `${ORIGIN}\n2\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([id, sign(null, Buffer.from(head), privateKey)]).toString('base64');
  return {
    logKey: `${ORIGIN}+${id.toString('hex')}+${tagged.toString('base64')}`,
    log: {
      format: 'congvu-audit-bundle/1',
      origin: ORIGIN,
      keyId: id.toString('hex'),
      index: 0,
      leaf,
      inclusion: [other.toString('base64')],
      checkpoint: `${head}\n— ${ORIGIN} ${signature}\n`,
      older: null,
      payload: { salt: salt.toString('base64'), text: payload },
    },
  };
}

export function anAttestationFile() {
  const [agency, log] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  const signed = `{"bodyId":"${BODY}","groups":[{"after":{"hoTenKhaiSinh":"Chim Sơn Ca"},"group":"B"}],"personId":"p","v":1}`;
  const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', at: AT, kid: KID, typ: 'attestation+jws' })).toString('base64url');
  const message = `${head}.${Buffer.from(signed).toString('base64url')}`;
  const jws = `${head}..${sign(null, Buffer.from(message), agency.privateKey).toString('base64url')}`;
  const attestationId = '01a20000-0000-7000-8000-0000000000a1';
  const x = String(agency.publicKey.export({ format: 'jwk' }).x);
  const key = { kty: 'OKP', crv: 'Ed25519', x, kid: KID, alg: 'EdDSA', use: 'sig', congvu: { purpose: 'attestation', bodyId: BODY } };
  const inLog = logged(JSON.stringify({ attestationId, group: 'B', itemId: 'i', jws }), log);
  return {
    key,
    logKey: inLog.logKey,
    file: {
      format: 'congvu-attestation/1',
      attestationId,
      about: {},
      shownHash: sha256(Buffer.from(signed)).toString('hex'),
      signed,
      jws,
      list: null,
      key,
      log: inLog.log,
    },
  };
}
