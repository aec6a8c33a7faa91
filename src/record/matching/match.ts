/**
 * Is this the same person? Field by field, then as a whole. Pure.
 *
 * Levels (domain §5.1, design): KHOP equal after NFC, case and blanks; GAN_KHOP equal but for tone-mark placement, i/y or
 * marks altogether, or the same year when the source knows only the year; LECH otherwise. Only KHOP on number, name,
 * birth and sex verifies the identity.
 */
import { nameEquality } from '#base/vietnamese/names.ts';
import type { Answer } from './port.ts';
import type { Citizen, MatchedField, MatchLevel, MatchResult, StatedIdentity } from './shapes.ts';

const MUST_MATCH: readonly MatchedField[] = ['soDinhDanh', 'hoTenKhaiSinh', 'ngaySinh', 'gioiTinh'];

function nameLevel(ours: string, theirs: string): MatchLevel {
  if (theirs === '') return 'CHUA';
  const equality = nameEquality(ours, theirs);
  return equality === 'same' ? 'KHOP' : equality === 'different' ? 'LECH' : 'GAN_KHOP';
}

/** Dates that are known to different depth agree as far as both go. */
function birthLevel(ours: string, theirs: string): MatchLevel {
  if (ours === '' || theirs === '') return 'CHUA';
  if (ours === theirs) return 'KHOP';
  const depth = Math.min(ours.length, theirs.length);
  return ours.length !== theirs.length && ours.slice(0, depth) === theirs.slice(0, depth) ? 'GAN_KHOP' : 'LECH';
}

const codeLevel = (ours: string, theirs: string): MatchLevel => (ours === '' || theirs === '' ? 'CHUA' : ours === theirs ? 'KHOP' : 'LECH');

function fieldLevels(stated: StatedIdentity, citizen: Citizen): Record<MatchedField, MatchLevel> {
  return {
    soDinhDanh: codeLevel(stated.nationalId, citizen.nationalId), hoTenKhaiSinh: nameLevel(stated.name, citizen.name), ngaySinh: birthLevel(stated.birth, citizen.birth),
    gioiTinh: codeLevel(stated.sex, citizen.sex), danToc: codeLevel(stated.ethnicity, citizen.ethnicity),
  };
}

/** The whole: as good as the worst of the four; a field that nobody could compare makes it near, never equal. */
function overall(fields: Record<MatchedField, MatchLevel>): MatchLevel {
  const levels = MUST_MATCH.map((field) => fields[field]);
  if (levels.includes('LECH')) return 'LECH';
  return levels.every((level) => level === 'KHOP') ? 'KHOP' : 'GAN_KHOP';
}

/** @returns null when the answer says nothing about the person (the source is down or refuses) */
export function matchAnswer(stated: StatedIdentity, answer: Answer): MatchResult | null {
  if (answer.kind === 'not-found') return { level: 'KHONG_TIM_THAY', fields: Object.fromEntries(MUST_MATCH.map((field) => [field, 'KHONG_TIM_THAY'])) };
  if (answer.kind !== 'found') return null;
  const fields = fieldLevels(stated, answer.citizen);
  return { level: overall(fields), fields };
}
