/**
 * Is this the same person? Field by field, then as a whole. Pure.
 *
 * Levels (design of ours): KHOP equal after NFC, case and blanks; GAN_KHOP equal but for tone-mark placement, i/y or
 * marks altogether, or as far as the shallower of two dates goes; LECH otherwise; CHUA when one side says nothing.
 * Only KHOP on number, name, birth and sex verifies the identity.
 */
import { nameEquality } from '#base/vietnamese/names.ts';
import { successorsOf } from '#standard/communes.ts';
import type { Answer } from './port.ts';
import type { Citizen, MatchedField, MatchLevel, MatchResult, StatedIdentity, Units } from './shapes.ts';

/** The four that make an identity. */
export const IDENTITY_FIELDS = ['soDinhDanh', 'hoTenKhaiSinh', 'ngaySinh', 'gioiTinh'] as const satisfies readonly MatchedField[];

/** Found by an old 9-digit card: the same person as far as the card says, but the citizen number itself was not stated. */
function numberLevel(ours: string, citizen: Citizen): MatchLevel {
  if (ours === '' || (citizen.nationalId === '' && citizen.oldId === '')) return 'CHUA';
  if (ours === citizen.nationalId) return 'KHOP';
  return ours === citizen.oldId ? 'GAN_KHOP' : 'LECH';
}

function nameLevel(ours: string, theirs: string): MatchLevel {
  if (ours === '' || theirs === '') return 'CHUA';
  const equality = nameEquality(ours, theirs);
  return equality === 'same' ? 'KHOP' : equality === 'different' ? 'LECH' : 'GAN_KHOP';
}

/** Dates that are known to different depth agree as far as both go; two that both know only the year are equal. */
function birthLevel(ours: string, theirs: string): MatchLevel {
  if (ours === '' || theirs === '') return 'CHUA';
  if (ours === theirs) return 'KHOP';
  const depth = Math.min(ours.length, theirs.length);
  return ours.length !== theirs.length && ours.slice(0, depth) === theirs.slice(0, depth) ? 'GAN_KHOP' : 'LECH';
}

const codeLevel = (ours: string, theirs: string): MatchLevel => (ours === '' || theirs === '' ? 'CHUA' : ours === theirs ? 'KHOP' : 'LECH');

const follows = (old: string, today: string): boolean => successorsOf(old).some((unit) => unit.code === today);

/** Old and today's units of one place are near: the source keeps addresses as they were written. */
function unitsLevel(ours: Units | null | undefined, theirs: Units | null): MatchLevel {
  if (!ours?.province || !theirs?.province) return 'CHUA';
  if (ours.commune === '' || theirs.commune === '') return ours.province === theirs.province ? 'GAN_KHOP' : 'CHUA';
  // Most communes of 2025 carry the code of a predecessor: the same code in another province is the old unit or the new one.
  if (ours.commune === theirs.commune) return ours.province === theirs.province ? 'KHOP' : 'GAN_KHOP';
  return follows(ours.commune, theirs.commune) || follows(theirs.commune, ours.commune) ? 'GAN_KHOP' : 'LECH';
}

type FieldLevels = MatchResult['fields'];

/** The five are always said; an address only when both sides name one. */
function fieldLevels(stated: StatedIdentity, citizen: Citizen): FieldLevels {
  const addresses = { queQuan: unitsLevel(stated.homeTown, citizen.homeTown), thuongTru: unitsLevel(stated.residence, citizen.residence) };
  return {
    soDinhDanh: numberLevel(stated.nationalId, citizen),
    hoTenKhaiSinh: nameLevel(stated.name, citizen.name),
    ngaySinh: birthLevel(stated.birth, citizen.birth),
    gioiTinh: codeLevel(stated.sex, citizen.sex),
    danToc: codeLevel(stated.ethnicity, citizen.ethnicity),
    ...Object.fromEntries(Object.entries(addresses).filter(([, level]) => level !== 'CHUA')),
  };
}

/** The whole: as good as the worst of the four; one that nobody could compare makes it near, never equal. KHOP alone locks the identity. */
function overall(fields: FieldLevels): MatchLevel {
  const levels = IDENTITY_FIELDS.map((field) => fields[field]);
  if (levels.includes('LECH')) return 'LECH';
  return levels.every((level) => level === 'KHOP') ? 'KHOP' : 'GAN_KHOP';
}

/** @returns null when the answer says nothing about the person (the source is down or refuses) */
export function matchAnswer(stated: StatedIdentity, answer: Answer): MatchResult | null {
  if (answer.kind === 'not-found')
    return { level: 'KHONG_TIM_THAY', fields: Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, 'KHONG_TIM_THAY'])) };
  if (answer.kind !== 'found') return null;
  const fields = fieldLevels(stated, answer.citizen);
  return { level: overall(fields), fields };
}
