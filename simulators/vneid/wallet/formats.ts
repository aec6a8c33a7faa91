/** Days and times as people read them, in Việt Nam's time wherever the phone is. */
import type { Language } from './words.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric' }),
};
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

export const dayWords = (ms: number, language: Language): string => DAY[language].format(ms);
export const timeWords = (ms: number, language: Language): string =>
  `${TIME.format(ms)}${language === 'vi' ? ' ' : ', '}${dayWords(ms, language)}`;

/** `2026-11-24` in words; what is no day is shown as it came. */
export function plainDayWords(day: string | undefined, language: Language): string {
  const ms = Date.parse(`${day}T12:00:00+07:00`);
  return Number.isNaN(ms) ? (day ?? '–') : dayWords(ms, language);
}
