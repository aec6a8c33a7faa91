/** Every screen, as whom it is opened, and the words that tell that it has come. Used by the browser checks and by `shots.ts`. */
import type { Page } from 'playwright-core';

export interface Screen {
  readonly name: string;
  readonly address: string;
  /** id of a mock account; null = signed out */
  readonly as: string | null;
  /** selectors that are clicked, one after the other, to come to it */
  readonly press?: readonly string[];
  /** a selector that is there once the answer has come */
  readonly ready: string;
}

/** Comes to a screen whose address is open already. */
export async function arrive(page: Page, { press = [], ready }: Screen, timeout = 10_000): Promise<void> {
  for (const selector of press) await page.click(selector, { timeout });
  await page.waitForSelector(ready, { timeout });
}

export const SCREENS: readonly Screen[] = [
  { name: 'welcome', address: '/', as: null, ready: 'main a[href="/trinh-dien"]' },
  { name: 'role-chooser', address: '/trinh-dien', as: null, ready: 'a[data-account]' },
  { name: 'home', address: '/', as: 'clerk', ready: '.task' },
  { name: 'home-empty', address: '/', as: 'auditor', ready: '.empty' },
  { name: 'template', address: '/bieu-mau', as: 'clerk', ready: 'main select' },
  { name: 'upload', address: '/nop-ho-so', as: 'clerk', ready: '.drop' },
  { name: 'submissions', address: '/ho-so-gui', as: 'clerk', ready: 'tbody tr' },
  { name: 'submission-reading', address: '/ho-so-gui/s-read', as: 'clerk', ready: '[role=progressbar]' },
  { name: 'submission-problems', address: '/ho-so-gui/s-fix', as: 'clerk', ready: 'tbody tr' },
  { name: 'submission-refused', address: '/ho-so-gui/s-bad', as: 'clerk', ready: '.note.bad' },
  { name: 'submission-not-found', address: '/ho-so-gui/loi', as: 'clerk', ready: '.note.bad' },
  { name: 'compare-and-submit', address: '/ho-so-gui/s-fix/doi-chieu', as: 'clerk', ready: 'form' },
  { name: 'portraits-checked', address: '/ho-so-gui/s-anh', as: 'clerk', ready: '.portraits img' },
  { name: 'portraits-compare', address: '/ho-so-gui/s-anh/doi-chieu', as: 'clerk', ready: 'form' },
  { name: 'decide-problems', address: '/xac-nhan/s-wait/p2', as: 'officer', ready: 'main h2' },
  { name: 'record-closed', address: '/ho-so/p-left', as: 'officer', press: ['[data-reopen]'], ready: 'dialog input[type=radio]' },
  { name: 'decide-portrait', address: '/xac-nhan/s-anh/p2', as: 'officer', ready: '.beside img' },
  { name: 'decide-first-portrait', address: '/xac-nhan/s-anh/p-new', as: 'officer', ready: '.beside img' },
  { name: 'receipt', address: '/bien-nhan/BN-7K2QD-00118', as: 'clerk', ready: '.qr svg' },
  { name: 'receipt-decided', address: '/bien-nhan/XN-7K2QD-00090', as: 'clerk', ready: '.qr svg' },
  { name: 'queue', address: '/xac-nhan', as: 'officer', ready: 'tbody tr' },
  { name: 'decide', address: '/xac-nhan/s-wait/p2', as: 'officer', ready: 'tbody tr' },
  { name: 'decide-mine', address: '/xac-nhan/s-wait/p5', as: 'officer', ready: 'tbody tr' },
  { name: 'cases', address: '/viec', as: 'officer', ready: 'tbody tr' },
  { name: 'case-to-answer', address: '/viec/c-ask', as: 'officer', ready: 'ol li' },
  { name: 'case-same-human', address: '/viec/c-same', as: 'officer', ready: '[data-both-records] table' },
  { name: 'case-double-claim', address: '/viec/c-dual', as: 'clerk', ready: 'ol li' },
  { name: 'case-ask', address: '/viec/tiep-nhan', as: 'clerk', press: ['form [type=submit]'], ready: 'form [id$=-error]' },
  { name: 'case-new-number', address: '/viec/doi-so/p0', as: 'clerk', ready: 'form' },
  { name: 'search', address: '/tra-cuu', as: 'clerk', ready: 'form' },
  { name: 'record', address: '/ho-so/p0', as: 'officer', ready: 'tbody tr' },
  { name: 'record-lines', address: '/ho-so/p0', as: 'officer', press: ['[data-group=G]'], ready: 'h3 ~ span' },
  { name: 'record-card', address: '/ho-so/p2', as: 'officer', press: ['[data-open-card]'], ready: '[data-end-card]' },
  { name: 'record-card-none', address: '/ho-so/p1', as: 'hr', press: ['[data-open-card]'], ready: '[data-no-card]' },
  {
    name: 'record-card-end',
    address: '/ho-so/p2',
    as: 'officer',
    press: ['[data-open-card]', '[data-end-card]', 'dialog [type=submit]'],
    ready: 'dialog .field-error',
  },
  { name: 'record-as-of', address: '/ho-so/p0?validOn=2025-07-01&knownAt=90411', as: 'hr', ready: '.note.warn' },
  { name: 'who-viewed', address: '/ho-so/p0', as: 'admin', ready: 'tbody tr' },
  { name: 'audit', address: '/nhat-ky', as: 'auditor', ready: 'tbody tr' },
  { name: 'static-error', address: '/error.html', as: null, ready: 'main h1' },
  { name: 'sessions', address: '/phien-dang-nhap', as: 'clerk', ready: 'tbody tr' },
  { name: 'reading-allowances', address: '/xem-them', as: 'auditor', ready: 'main li' },
  { name: 'list-additions', address: '/danh-muc', as: 'admin', ready: 'main article' },
  { name: 'accessibility', address: '/tro-nang', as: 'clerk', ready: 'main h2' },
  { name: 'own-record', address: '/toi', as: 'person', ready: '.own-groups a' },
  { name: 'own-record-none', address: '/toi', as: 'officer', ready: '.empty' },
  { name: 'own-group-identity', address: '/toi/nhom/B', as: 'person', ready: '.own-fields' },
  { name: 'own-group-pay', address: '/toi/nhom/G', as: 'person', ready: '.own-lines' },
  { name: 'own-group-missing', address: '/toi/nhom/C', as: 'person', ready: '.empty' },
  { name: 'own-reads', address: '/toi/ai-da-xem', as: 'person', ready: '.own-reads' },
  { name: 'own-card', address: '/toi/the', as: 'person', ready: '.own-card-face' },
  { name: 'own-card-none', address: '/toi/the', as: 'newcomer', ready: '.own-obstacle' },
  { name: 'own-data', address: '/toi/du-lieu', as: 'person', ready: 'a[href$="data.pdf"]' },
  { name: 'not-found', address: '/khong-co', as: 'clerk', ready: 'main h1' },
];
