/** An invented card and the parts around it, for tests and for the bench; nothing of a real person, and its environment says so. */
import { generateKeyPairSync, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemChance } from '#base/chance.ts';
import type { Chance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import type { Clock } from '#base/clock.ts';
import { keysOf } from '#base/sealing.ts';
import { phraseAudience } from '#standard/card/door-phrase.ts';
import { DOOR_NONCE_BYTES, draftDoorQr } from '#standard/card/door-qr.ts';
import type { CardClaims, EcPublicJwk } from '#standard/card/shapes.ts';
import { issueCopy } from './issue-copy.ts';
import type { CopyInput } from './issue-copy.ts';
import { openKeyFileSigner } from './key-file-signer.ts';
import { signEs256 } from './key-store.ts';
import { publicJwkOf } from './node-crypto.ts';
import type { CardSigner } from './signer.ts';
import type { TrustListInput } from './trust-list-issue.ts';

export const SAMPLE_HOST = 'https://the.example';
export const SAMPLE_VCT = `${SAMPLE_HOST}/vct/the-cbccvc/1`;
export const SAMPLE_LIST = `${SAMPLE_HOST}/card/status/7`;
export const SAMPLE_AUDIENCE = `${SAMPLE_HOST}/kiem-tra`;
/** What the door of the sample asks, and what a presentation answers unless it is told otherwise. */
export const SAMPLE_PHRASE = 'sen-lua-mua-bac-cau';
export const SAMPLE_ASKED = { audience: phraseAudience(SAMPLE_AUDIENCE, SAMPLE_PHRASE), nonce: SAMPLE_PHRASE } as const;
/** An invented citizen number: 000 is no province. */
export const SAMPLE_NATIONAL_ID = '000199812345';

/** Bytes that begin and end like a JPEG; no picture. */
export function samplePortrait(sizeBytes: number, chance: Chance = systemChance): string {
  const bytes = Buffer.from(chance.bytes(sizeBytes));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  bytes.set([0xff, 0xd9], sizeBytes - 2);
  return `data:image/jpeg;base64,${bytes.toString('base64')}`;
}

export const sampleClaims = (more: Partial<CardClaims> = {}): Omit<CardClaims, 'ma_cua'> => ({
  moi_truong: 'THU_NGHIEM',
  ho_ten: 'Nguyễn Thị Hồng Đào',
  ho_ten_latin: 'Nguyen Thi Hong Dao',
  anh: samplePortrait(600),
  chuc_vu: { ma: 'TP', ten: 'Trưởng phòng' },
  chuc_danh: { ma: 'VT.01', ten: 'Chuyên viên chính về tổ chức bộ máy' },
  co_quan: { ma: 'H26.01', ten: 'Sở Nội vụ (mẫu)' },
  co_quan_quan_ly: { ma: 'H26', ten: 'Ủy ban nhân dân thành phố (mẫu)' },
  don_vi: 'Phòng Công chức, viên chức',
  ma_so_the: '7K3QM-92XTB-H',
  loai: 'CC',
  cap: 'TINH',
  dang_cong_tac: true,
  ngay_cap: '2026-11-27',
  het_han: '2031-11-26',
  ...more,
});

export interface Holder {
  readonly privateKey: KeyObject;
  readonly jwk: EcPublicJwk;
}

export function sampleHolder(): Holder {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, jwk: publicJwkOf(privateKey) };
}

export interface SampleIssuer {
  readonly signer: CardSigner;
  readonly clock: Clock & { moveTo(at: string): void };
  readonly trust: TrustListInput;
  readonly folder: string;
}

/** Folders of keys, gone with the process. */
const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An issuer with fresh keys in a folder of its own. */
export function sampleIssuer(at = '2026-11-27T02:10:00.000Z', more: Partial<TrustListInput> = {}): SampleIssuer {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-card-'));
  made.push(folder);
  const clock = stoppedClock(at);
  const keys = keysOf(systemChance.bytes(32));
  const issuerId = `${SAMPLE_HOST}/card`;
  const opened = openKeyFileSigner(folder, {
    keys,
    clock,
    chance: systemChance,
    organisation: 'Công Vụ (THỬ NGHIỆM)',
    issuerId,
    mayCreate: true,
  });
  if (!opened.ok) throw new Error(opened.problems[0]?.code);
  const trust: TrustListInput = {
    version: 1,
    environment: 'THU_NGHIEM',
    vcts: [SAMPLE_VCT],
    statusLists: [SAMPLE_LIST],
    iss: issuerId,
    issuer: { vi: 'Công Vụ (thử nghiệm)', en: 'Công Vụ (test)' },
    ...more,
  };
  return { signer: opened.value, clock, trust, folder };
}

const DAY_SECONDS = 86_400;

/** A copy for a wallet, as the issuer hands it over. */
export function sampleCopy(issuer: SampleIssuer, holder: Holder, more: Partial<CopyInput> = {}): Promise<string> {
  const nowMs = Date.parse(issuer.clock.now());
  const today = Math.floor(nowMs / 1000 / DAY_SECONDS) * DAY_SECONDS;
  return issueCopy(
    { signer: issuer.signer, chance: systemChance, trust: issuer.trust, vct: SAMPLE_VCT, nowMs },
    {
      claims: sampleClaims(),
      holderKey: holder.jwk,
      status: { uri: SAMPLE_LIST, index: 123_456 },
      notBeforeSeconds: today,
      expiresSeconds: today + 7 * DAY_SECONDS,
      nationalId: SAMPLE_NATIONAL_ID,
      ...more,
    },
  );
}

/** A compact JWS of any header and payload, for what an honest issuer or wallet never makes. */
export function anyJws(header: unknown, payload: unknown, signed: (bytes: Buffer) => Uint8Array): string {
  const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${Buffer.from(signed(Buffer.from(text))).toString('base64url')}`;
}

/** The holder shows a copy, all of it but the disclosures of `without`, with a proof for `audience`. */
export function present(
  copy: string,
  holder: Holder,
  atMs: number,
  more: { readonly header?: object; readonly payload?: object; readonly without?: readonly string[] } = {},
): string {
  const [jwt, ...disclosures] = copy.slice(0, -1).split('~');
  const nameOf = (text: string): string => (JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string])[1];
  const shown = [jwt, ...disclosures.filter((one) => !more.without?.includes(nameOf(one)))].join('~') + '~';
  const payload = {
    aud: SAMPLE_ASKED.audience,
    nonce: SAMPLE_ASKED.nonce,
    iat: Math.floor(atMs / 1000),
    sd_hash: hash('sha256', shown, 'base64url'),
    ...more.payload,
  };
  return shown + anyJws({ alg: 'ES256', typ: 'kb+jwt', ...more.header }, payload, (bytes) => signEs256(holder.privateKey, bytes));
}

/** The one-time code of a wallet. */
export function doorQr(
  vn1: string,
  holder: Holder,
  atMs: number,
  nonce: Uint8Array = systemChance.bytes(DOOR_NONCE_BYTES),
  hint: Uint8Array | null = null,
): string {
  const draft = draftDoorQr(vn1, Math.floor(atMs / 1000), nonce, hint);
  if (!draft) throw new Error('no VN1');
  return draft.assemble(signEs256(holder.privateKey, Buffer.from(draft.toBeSigned)));
}

/** The door's part of a copy. */
export function doorCopyOf(copy: string): string {
  for (const text of copy.split('~').slice(1, -1)) {
    const [, name, value] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, string];
    if (name === 'ma_cua') return value;
  }
  throw new Error('the copy has no door code');
}
