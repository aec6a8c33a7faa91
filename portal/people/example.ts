/** How tests come to the screens of this folder, and the mock’s answers: hits, records, cards. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import { HELD_BACK_CARD, NO_PERSON_CARD, PERSON_CARD } from '#portal/mock/card-fixtures.ts';
import type { Example } from '#portal/mock/example.ts';
import { drawing } from '#portal/mock/portrait-fixtures.ts';
import { HISTORY, hits, READS, recordOf } from '#portal/mock/record-fixtures.ts';

export const example: Example = {
  shown: [
    { name: 'record-closed', address: '/ho-so/p-left', as: 'officer', press: ['[data-reopen]'], ready: 'dialog input[type=radio]' },
    { name: 'search', address: '/tra-cuu', as: 'clerk', ready: 'form' },
    { name: 'search-hits', address: '/tra-cuu?kind=VC&match=KHOP', as: 'officer', ready: 'tbody tr' },
    { name: 'record', address: '/ho-so/p0', as: 'officer', ready: 'tbody tr' },
    { name: 'record-lines', address: '/ho-so/p0', as: 'officer', press: ['[data-group=G]'], ready: 'h3 ~ span' },
    { name: 'record-documents', address: '/ho-so/p0', as: 'officer', press: ['[data-group=X]'], ready: '[data-document]' },
    { name: 'record-quality', address: '/ho-so/p0', as: 'officer', press: ['[data-open-quality]'], ready: '[data-check]' },
    { name: 'record-card', address: '/ho-so/p2', as: 'officer', press: ['[data-open-card]'], ready: '[data-end-card=main]' },
    {
      name: 'record-card-held-back',
      address: '/ho-so/p-held#the',
      as: 'officer',
      press: ['[data-release-card]', 'dialog [type=submit]'],
      ready: 'dialog .field-error',
    },
    { name: 'record-card-none', address: '/ho-so/p1', as: 'hr', press: ['[data-open-card]'], ready: '[data-no-card]' },
    {
      name: 'record-card-end',
      address: '/ho-so/p2',
      as: 'officer',
      press: ['[data-open-card]', '[data-end-card=main]', 'dialog [type=submit]'],
      ready: 'dialog .field-error',
    },
    { name: 'record-as-of', address: '/ho-so/p0?validOn=2025-07-01&knownAt=90411', as: 'hr', ready: '.note.warn' },
    { name: 'who-viewed', address: '/ho-so/p0', as: 'admin', ready: 'tbody tr' },
  ],
  answers: (app) => {
    answer(app, 'files', '/people/{id}/portrait', (_request, reply) => reply.type('image/svg+xml').send(drawing(4)));
    answer(app, 'acts', '/people/search', (request, reply) => {
      const asked = request.body as { name?: string; cursor?: string; limit?: number };
      if (asked.name === 'trống') return { items: [], next: null };
      if (asked.name === 'lỗi') return reply.code(502).type('text/html').send('<h1>Bad gateway</h1>');
      const from = Number(asked.cursor || 0);
      return { items: hits(from, asked.limit ?? 20), next: from + 20 < 57 ? String(from + 20) : null };
    });
    answer(app, 'acts', '/people/search/count', () => ({ people: 57, isMore: false }));
    answer(app, 'reads', '/people/search-choices', () => ({
      kinds: [
        { code: 'CC', name: both('Công chức', 'Civil servant') },
        { code: 'VC', name: both('Viên chức', 'Public employee') },
      ],
      statuses: [{ code: 'DLV', name: both('Đang làm việc', 'At work') }],
      grades: [{ code: 'V.07.05.15', name: both('Giáo viên trung học phổ thông hạng III', 'Upper secondary teacher, class III') }],
      groups: [{ code: 'G', name: both('Ngạch/CDNN và diễn biến lương', 'Grade and pay history') }],
    }));
    answer(app, 'reads', '/people/{id}', (request) => {
      const { validOn, knownAt } = request.query as { validOn?: string; knownAt?: string };
      const record = recordOf((request.params as { id: string }).id);
      return { ...record, validOn: validOn ?? record.validOn, knownAt: knownAt ? Number(knownAt) : record.knownAt };
    });
    answer(app, 'acts', '/people/{id}/reopenings', () => ({ version: 7, at: '2026-11-24T08:00:00Z' }), 201);
    answer(app, 'acts', '/people/{id}/unmask', (request) => {
      const text = (request.body as { field: string }).field === 'soDinhDanh' ? '000186001037' : 'Kinh';
      return { value: text, display: { vi: text, en: text } };
    });
    answer(app, 'reads', '/people/{id}/history', (request) => ({
      items: (request.query as { field: string }).field === 'noiSinh' ? HISTORY : [],
      next: null,
    }));
    answer(app, 'reads', '/people/{id}/card', (request) => {
      const { id } = request.params as { id: string };
      return id === 'p1' ? NO_PERSON_CARD : id === 'p-held' ? HELD_BACK_CARD : PERSON_CARD;
    });
    answer(app, 'acts', '/people/{id}/card/release', () => ({ begun: true }));
    answer(app, 'acts', '/people/{id}/card/end', (request) => ({
      replaced: PERSON_CARD.endReasons.find(({ code }) => code === (request.body as { reason: string }).reason)?.replaced ?? false,
      copies: 2,
    }));
    answer(app, 'reads', '/people/{id}/reads', () => ({ name: 'Trần Thị Thu An', items: READS }));
  },
};
