/** The verdict, as large as the screen: sign, word in both languages, what to do; then who it is. */
import type { CardClaims, CardEnvironment, Verdict } from '#standard/card/shapes.ts';
import { freshnessOf, timeToTheSecondOf } from './data-age.ts';
import { el } from './element.ts';
import type { Child } from './element.ts';
import type { Judged } from './judge-code.ts';
import { emblem } from './look.ts';
import { fill, otherLanguage, timeSentence, wordsOf } from './speech.ts';
import type { DoorWords, Language } from './speech.ts';

export interface VerdictActs {
  readonly clear: () => void;
  readonly rightPerson: () => void;
  readonly wrongPerson: () => void;
  /** the guard is still at it: the time until it is erased begins anew */
  readonly busy: () => void;
}

export interface VerdictScreen {
  readonly element: HTMLElement;
  /** has the focus when the screen comes */
  readonly heading: HTMLElement;
  readonly showSeconds: (seconds: number) => void;
}

/** These alone show who it is: a refused card shows nothing of itself. V7 may still be accepted by a body's own rule, by the face. */
const SHOWS_PERSON: ReadonlySet<Verdict['code']> = new Set(['V1', 'V1b', 'V7']);
const HOUR_MS = 3_600_000;

/** Signs that turn the direction of a text or take no room: a name must not rewrite what stands beside it. */
export const plainText = (text: string): string => text.replace(/\p{Cf}|\p{Cc}/gu, '').trim();

export function verdictView(judged: Judged, language: Language, environment: CardEnvironment, acts: VerdictActs): VerdictScreen {
  const words = wordsOf(language);
  const other = otherLanguage(language);
  const { verdict, words: said } = judged;
  const heading = el('h1', { tabindex: '-1' }, said.word[language]);
  const seconds = el('p', { class: 'soft seconds' });
  const claims = SHOWS_PERSON.has(verdict.code) ? verdict.claims : null;
  const compares = claims?.anh !== undefined && (verdict.code === 'V1' || verdict.code === 'V1b');
  return {
    heading,
    showSeconds: (left) => (seconds.textContent = fill(words.verdict.clearsIn, { seconds: left })),
    element: el(
      'main',
      { id: 'main', class: `verdict ${said.colour}`, 'data-verdict': verdict.code, 'data-reason': verdict.reason },
      environment === 'THU_NGHIEM' ? specimenBand(language) : null,
      el(
        'div',
        { class: 'banner' },
        emblem(said.shape, said.icon),
        el('div', { class: 'banner-words' }, heading, el('p', { class: 'other', lang: other }, said.word[other])),
      ),
      el('div', { class: 'next-step' }, both('p', 'next-words', said.next, language)),
      ...agedNotes(judged, words),
      claims ? person(claims, words, acts) : null,
      el('div', { class: 'next-step' }, both('p', 'line', said.line, language)),
      times(judged, words),
      actions(compares ? comparison(words, acts) : null, seconds, words, acts),
    ),
  };
}

/** Always under the thumb: at the foot of the window, however much stands above. */
const actions = (compare: Child, seconds: HTMLElement, words: DoorWords, acts: Pick<VerdictActs, 'clear'>): HTMLElement =>
  el(
    'div',
    { class: 'actions' },
    compare,
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', class: 'button strong', onclick: acts.clear, id: 'clear' }, words.verdict.clear),
      seconds,
    ),
  );

/** In both languages, the other one smaller. */
function both(tag: 'p', className: string, text: Readonly<Record<Language, string>>, language: Language): HTMLElement {
  const other = otherLanguage(language);
  return el('div', { class: className }, el(tag, {}, text[language]), el(tag, { class: 'other', lang: other }, text[other]));
}

const specimenBand = (language: Language): HTMLElement =>
  el('p', { class: 'specimen' }, el('span', {}, wordsOf(language).verdict.specimen));

/** A green that rests on lists of some hours says so. */
function agedNotes({ verdict, atMs }: Judged, words: DoorWords): HTMLElement[] {
  const statusAtMs = verdict.statusAt === null ? null : Date.parse(verdict.statusAt);
  if (statusAtMs === null || (verdict.code !== 'V1' && verdict.code !== 'V1b') || freshnessOf(statusAtMs, atMs) === 'fresh') return [];
  return [el('p', { class: 'note warn' }, fill(words.verdict.ageingGreen, { hours: Math.floor((atMs - statusAtMs) / HOUR_MS) }))];
}

/** When it was checked, and how old the list is that was asked; not twice, where the words of the verdict say it. */
function times({ verdict, words: said, atMs }: Judged, words: DoorWords): Child {
  const statusAtMs = verdict.statusAt === null ? null : Date.parse(verdict.statusAt);
  if (statusAtMs !== null && said.line.vi.includes(timeToTheSecondOf(statusAtMs))) return null;
  const status = statusAtMs === null ? '' : timeSentence(words.verdict.statusAt, words, statusAtMs, atMs);
  return el('p', { class: 'soft times' }, `${fill(words.verdict.checkedAt, { time: timeToTheSecondOf(atMs) })} ${status}`.trim());
}

/** Name, post, kind of employment and body, for the one who listens; empty where the screen shows nobody. */
export function personSpoken({ code, claims }: Verdict, words: DoorWords): string {
  if (!claims || !SHOWS_PERSON.has(code)) return '';
  const beside = claims.loai_vi_tri && words.verdict.employments[claims.loai_vi_tri];
  const said = [claims.ho_ten, (claims.chuc_vu ?? claims.chuc_danh)?.ten, beside, claims.co_quan?.ten];
  return said.flatMap((one) => (one === undefined ? [] : [plainText(one)])).join(', ');
}

function person(claims: Partial<CardClaims>, words: DoorWords, acts: VerdictActs): HTMLElement {
  const fact = (name: string, value: string | undefined): Child =>
    value === undefined ? null : el('div', {}, el('dt', {}, name), el('dd', {}, plainText(value)));
  const number = claims.ma_so_the;
  return el(
    'section',
    { class: claims.anh === undefined ? 'person' : 'person with-portrait' },
    claims.anh === undefined ? null : portrait(claims.anh, words, acts),
    el(
      'dl',
      {},
      claims.ho_ten === undefined
        ? null
        : el('div', { class: 'name' }, el('dt', {}, words.verdict.name), el('dd', {}, plainText(claims.ho_ten))),
      fact(words.verdict.position, (claims.chuc_vu ?? claims.chuc_danh)?.ten),
      fact(words.verdict.body, claims.co_quan?.ten),
      fact(words.verdict.employment, claims.loai_vi_tri && words.verdict.employments[claims.loai_vi_tri]),
      fact(words.verdict.unit, claims.don_vi),
      fact(words.verdict.number, number),
      fact(words.verdict.until, claims.het_han?.split('-').reverse().join('/')),
    ),
  );
}

/** Half of the width, the whole of it when tapped: a face of a postage stamp cannot be compared. */
function portrait(address: string, words: DoorWords, acts: VerdictActs): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'portrait', 'aria-expanded': 'false', 'aria-label': words.verdict.enlarge },
    el('img', { src: address, alt: words.verdict.portrait, width: '240', height: '320' }),
  );
  button.addEventListener('click', () => {
    const isBig = button.closest('.person')!.classList.toggle('enlarged');
    button.setAttribute('aria-expanded', String(isBig));
    button.setAttribute('aria-label', isBig ? words.verdict.shrink : words.verdict.enlarge);
    acts.busy();
  });
  return button;
}

function comparison(words: DoorWords, acts: VerdictActs): HTMLElement {
  const answer = el('div', { class: 'buttons compare' });
  answer.append(
    el(
      'button',
      {
        type: 'button',
        class: 'button right',
        onclick: () => {
          answer.replaceChildren(el('p', { class: 'note good', role: 'status' }, words.verdict.rightDone));
          acts.rightPerson();
        },
      },
      words.verdict.right,
    ),
    el('button', { type: 'button', class: 'button wrong', onclick: acts.wrongPerson }, words.verdict.wrong),
  );
  return answer;
}

/** What the guard's own "wrong person" leads to: of the card nothing stands here any more. */
export function wrongPersonView(language: Language, environment: CardEnvironment, acts: Pick<VerdictActs, 'clear'>): VerdictScreen {
  const words = wordsOf(language);
  const other = otherLanguage(language);
  const { wrongPerson } = words;
  const said = (key: keyof DoorWords['wrongPerson']) =>
    ({ [language]: wrongPerson[key], [other]: wordsOf(other).wrongPerson[key] }) as Record<Language, string>;
  const heading = el('h1', { tabindex: '-1' }, wrongPerson.word);
  const seconds = el('p', { class: 'soft seconds' });
  return {
    heading,
    showSeconds: (left) => (seconds.textContent = fill(words.verdict.clearsIn, { seconds: left })),
    element: el(
      'main',
      { id: 'main', class: 'verdict red', 'data-verdict': 'V10' },
      environment === 'THU_NGHIEM' ? specimenBand(language) : null,
      el(
        'div',
        { class: 'banner' },
        emblem('octagon', 'cross'),
        el('div', { class: 'banner-words' }, heading, el('p', { class: 'other', lang: other }, said('word')[other])),
      ),
      el('div', { class: 'next-step' }, both('p', 'next-words', said('next'), language), both('p', 'line', said('line'), language)),
      actions(null, seconds, words, acts),
    ),
  };
}
