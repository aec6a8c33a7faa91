/**
 * The lunisolar calendar of Việt Nam by astronomy, counted at UTC+7 (QĐ 121-CP ngày 08/8/1967). Not the `chinese` calendar of ICU:
 * that one is counted at UTC+8, and names another day for Tết in 1985, 2007, 2030 and others. New moons and the longitude of the sun after J. Meeus,
 * Astronomical Algorithms, chapters 25 and 49 (seconds, and a hundredth of a degree). Pure; holds from 1968 on.
 */
import type { PlainDate } from '#base/clock.ts';
import { dayNumber, dayOfNumber } from '#base/vietnamese/dates.ts';

/** Julian day number (at noon) of day number 0 of `dates.ts`. */
const JULIAN_OF_DAY_ZERO = 2440588;
const DAYS_AHEAD = 7 / 24;
const MONTH_DAYS = 29.530588861;
const NEW_MOON_ZERO = 2451550.09766;
const J2000 = 2451545;
const CENTURY_DAYS = 36525;
const MONTHS_IN_CENTURY = 1236.85;
const DAY_SECONDS = 86400;

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const turn = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** Terrestrial time less universal time, in days: about a minute now. Enough for 1968 to 2100, where it stays under four minutes. */
function timeDifferenceDays(julianDay: number): number {
  const year = 2000 + (julianDay - J2000) / 365.25;
  const since = year - 2000;
  return (year < 2005 ? 63.86 + 0.3345 * since : 62.92 + 0.32217 * since + 0.005589 * since * since) / DAY_SECONDS;
}

/** Coefficient in days, and how often each argument counts: of the eccentricity, sun, moon, latitude. */
const MOON_TERMS: readonly (readonly [days: number, eccentricity: number, sun: number, moon: number, latitude: number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
];
/** Coefficient in days, degrees at month 0, degrees a month: what planets do to it. */
const PLANET_TERMS: readonly (readonly [days: number, at: number, aMonth: number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
];

/** The instant of a new moon as a Julian day of universal time. @param month  counted from that of January 2000 */
function newMoon(month: number): number {
  const t = month / MONTHS_IN_CENTURY;
  const mean = NEW_MOON_ZERO + MONTH_DAYS * month + 0.00015437 * t * t;
  const sun = 2.5534 + 29.1053567 * month - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * month + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * month - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * month + 0.0020672 * t * t;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
  const byMoon = MOON_TERMS.map(([days, power, s, m, f]) => days * eccentricity ** power * sine(s * sun + m * moon + f * latitude));
  const byPlanets = PLANET_TERMS.map(([days, at, aMonth]) => days * sine(at + aMonth * month));
  const all = [...byMoon, ...byPlanets, -0.00017 * sine(node)].reduce((sum, one) => sum + one, mean);
  return all - timeDifferenceDays(all);
}

/** The day in Việt Nam on which a new moon falls: the first of a month. */
const firstDay = (month: number): number => Math.floor(newMoon(month) + 0.5 + DAYS_AHEAD) - JULIAN_OF_DAY_ZERO;

/** Apparent longitude of the sun at the first moment of a day in Việt Nam, degrees from 0 to 360. */
function sunAt(day: number): number {
  const universal = day + JULIAN_OF_DAY_ZERO - 0.5 - DAYS_AHEAD;
  const t = (universal + timeDifferenceDays(universal) - J2000) / CENTURY_DAYS;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const longitude = 280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre;
  return turn(longitude - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t));
}

const TERM_DEGREES = 30;
const SOLSTICE_TERM = 9;
/** Which of the twelve principal terms the sun is in when a day begins. */
const termAt = (day: number): number => Math.floor(sunAt(day) / TERM_DEGREES);

/** The month in which the winter solstice of a year falls: the eleventh. */
function eleventhMonth(year: number): number {
  let solstice = dayNumber(`${year}-12-19`);
  while (termAt(solstice + 1) !== SOLSTICE_TERM) solstice += 1;
  let month = Math.round((solstice + JULIAN_OF_DAY_ZERO - NEW_MOON_ZERO) / MONTH_DAYS) + 1;
  while (firstDay(month) > solstice) month -= 1;
  return month;
}

/** Years for which this calendar holds: that of Việt Nam is counted at UTC+7 from the Tết of 1968 on, and the clock term of the formulas reaches so far. */
export const LUNAR_YEARS = { first: 1968, last: 2100 } as const;

/**
 * @param year   within `LUNAR_YEARS`, else it throws: a solstice would be looked for without end; the year whose Tết falls in the same year of the common calendar
 * @param month  1 to 12, never a leap month
 * @param day    1 to 30; the 30th of a month of 29 days is the first of the next
 * @returns the day of the common calendar
 */
export function lunarDay(year: number, month: number, day: number): PlainDate {
  if (!(year >= LUNAR_YEARS.first && year <= LUNAR_YEARS.last)) throw new RangeError(`no lunar calendar of ${year}`);
  // The year ends where the eleventh month of its own December begins; months 11 and 12 belong to the solstice of that December.
  const before = eleventhMonth(month > 10 ? year : year - 1);
  const months = eleventhMonth(month > 10 ? year + 1 : year) - before;
  const place = month > 10 ? month - 11 : month + 1;
  // Thirteen months between two solstices: the first without a principal term of its own is the leap month.
  let leap = months + 1;
  if (months === 13) for (leap = 1; termAt(firstDay(before + leap)) !== termAt(firstDay(before + leap + 1));) leap += 1;
  return dayOfNumber(firstDay(before + place + (place >= leap ? 1 : 0)) + day - 1);
}
