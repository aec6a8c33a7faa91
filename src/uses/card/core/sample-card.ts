/** An invented card and the parts around it, for tests and for the bench; nothing of a real person, and its environment says so. */
import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemChance } from '#base/chance.ts';
import type { Chance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import type { Clock } from '#base/clock.ts';
import { keysOf } from '#base/sealing.ts';
import type { CardClaims, EcPublicJwk } from '#standard/card/shapes.ts';
import { openKeyFileSigner } from './key-file-signer.ts';
import { publicJwkOf } from './node-crypto.ts';
import type { CardSigner } from './signer.ts';
import type { TrustListWish } from './trust-list-issue.ts';

export const SAMPLE_HOST = 'https://the.example';
export const SAMPLE_VCT = `${SAMPLE_HOST}/vct/the-cbccvc/1`;
export const SAMPLE_LIST = `${SAMPLE_HOST}/card/status/7`;
export const SAMPLE_AUDIENCE = `${SAMPLE_HOST}/kiem-tra`;
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
  co_quan: { ma: 'H26.01', ten: 'Sở Nội vụ tỉnh Hà Giang' },
  co_quan_quan_ly: { ma: 'H26', ten: 'Ủy ban nhân dân tỉnh Hà Giang' },
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
  readonly trust: TrustListWish;
  readonly folder: string;
}

/** An issuer with fresh keys in a folder of its own. */
export function sampleIssuer(at = '2026-11-27T02:10:00.000Z', more: Partial<TrustListWish> = {}): SampleIssuer {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-card-'));
  const clock = stoppedClock(at);
  const keys = keysOf(systemChance.bytes(32));
  const opened = openKeyFileSigner(folder, { keys, clock, chance: systemChance, organisation: 'Công Vụ (THỬ NGHIỆM)', mayCreate: true });
  if (!opened.ok) throw new Error(opened.problems[0]?.code);
  const trust: TrustListWish = {
    version: 1,
    environment: 'THU_NGHIEM',
    vcts: [SAMPLE_VCT],
    statusLists: [SAMPLE_LIST],
    iss: `${SAMPLE_HOST}/card`,
    issuer: { vi: 'Công Vụ (thử nghiệm)', en: 'Công Vụ (test)' },
    ...more,
  };
  return { signer: opened.value, clock, trust, folder };
}
