/** The card as a picture of two sides. Colours after the plastic one (yellow front, red back); no emblem: this card is nobody's official one. */
import type { CardClaims } from '#standard/card/shapes.ts';
import type { App } from '../app.ts';
import { el, svg } from '../dom.ts';
import { dayWords, plainDayWords } from '../formats.ts';
import { EMPLOYMENT_WORDS, KIND_WORDS } from '../words.ts';

/** Rings and rays, after a bronze drum: drawn here, so that no picture is fetched. */
function drum(): SVGElement {
  const rays = Array.from({ length: 14 }, (_, i) => {
    const angle = (i * 2 * Math.PI) / 14;
    const at = (radius: number, turn: number): string =>
      `${(50 + radius * Math.cos(angle + turn)).toFixed(1)} ${(50 + radius * Math.sin(angle + turn)).toFixed(1)}`;
    return `M${at(7, -0.2)}L${at(20, 0)}L${at(7, 0.2)}`;
  }).join('');
  return svg(
    'svg',
    { class: 'drum', viewBox: '0 0 100 100', 'aria-hidden': 'true' },
    ...[26, 33, 41, 48].map((r) => svg('circle', { cx: 50, cy: 50, r, fill: 'none' })),
    svg('path', { d: rays }),
  );
}

/** A test card says so on both sides, with a pattern as well as in words. */
const testBand = ({ localize }: App, claims: Partial<CardClaims>): HTMLElement | null =>
  claims.moi_truong === 'CHINH_THUC'
    ? null
    : el('p', { class: 'test-band' }, el('strong', {}, localize('testBand')), el('span', {}, localize('testBandSmall')));

/** A data URI of a JPEG, as the table of claims has it; anything else is not drawn. */
const portraitOf = (claims: Partial<CardClaims>): string | null =>
  claims.anh && /^data:image\/jpeg;base64,[\w+/=]+$/.test(claims.anh) ? claims.anh : null;

export function front(app: App, claims: Partial<CardClaims>): HTMLElement {
  const { localize, language } = app;
  const picture = portraitOf(claims);
  const managing = claims.co_quan_quan_ly?.ten;
  const body = claims.co_quan?.ten ?? '–';
  const employment = EMPLOYMENT_WORDS[claims.loai_vi_tri ?? ''];
  return el(
    'section',
    { class: 'face front', 'aria-label': localize('frontLabel') },
    drum(),
    el(
      'header',
      { lang: 'vi' },
      // A body that manages itself is named once.
      managing !== undefined && managing !== body && el('p', { class: 'managing' }, managing),
      el('p', { class: 'body-name' }, body),
    ),
    el('div', { class: 'portrait' }, picture ? el('img', { src: picture, alt: localize('portrait'), width: 240, height: 320 }) : null),
    el(
      'div',
      { class: 'who' },
      el('p', { class: 'kind' }, KIND_WORDS[claims.loai ?? '']?.[language] ?? localize('kindAny')),
      employment ? el('p', { class: 'kind' }, employment[language]) : null,
      el('p', { class: 'name', lang: 'vi' }, claims.ho_ten ?? '–'),
      el('p', { class: 'position', lang: 'vi' }, claims.chuc_vu?.ten ?? claims.chuc_danh?.ten ?? ''),
      claims.don_vi ? el('p', { class: 'unit', lang: 'vi' }, claims.don_vi) : null,
      el('p', { class: 'number' }, `${localize('number')} `, el('span', {}, claims.ma_so_the ?? '–')),
    ),
    testBand(app, claims),
  );
}

/** @param endMs  when the copy on this phone ends */
export function back(app: App, claims: Partial<CardClaims>, endMs: number): HTMLElement {
  const { localize, language } = app;
  return el(
    'section',
    { class: 'face back', 'aria-label': localize('backLabel') },
    drum(),
    el(
      'dl',
      {},
      el('dt', {}, localize('backValidity')),
      el('dd', {}, localize('fromTo', { from: plainDayWords(claims.ngay_cap, language), to: plainDayWords(claims.het_han, language) })),
      el('dt', {}, localize('backPurpose')),
      el('dd', {}, localize('backPurposeText')),
      el('dt', {}, localize('backContact')),
      el('dd', {}, localize('backContactText', { body: claims.co_quan?.ten ?? '–' })),
      el('dt', {}, localize('backCopy')),
      el('dd', {}, localize('backCopyText', { end: dayWords(endMs, language) })),
    ),
    testBand(app, claims),
  );
}
