/** How tests come to the screens of this folder, and the mock’s answers: the queue and what an officer is shown. Never shipped. */
import { answer, page } from '#portal/mock/answer.ts';
import { shownPerson } from '#portal/mock/decision-fixtures.ts';
import { placeOf, QUEUE_FACETS, queueOf } from '#portal/mock/queue-fixtures.ts';
import { LIST_SIGNED, QUEUE_SUBMISSIONS, cleanList } from '#portal/mock/list-fixtures.ts';
import type { DeclarationThread } from '#portal/api/generated/api.ts';
import type { Example } from '#portal/mock/example.ts';
import { drawing, PORTRAITS_SENT, shownPortrait } from '#portal/mock/portrait-fixtures.ts';
import { receiptOf } from '#portal/mock/submission-fixtures.ts';

const THREAD: DeclarationThread = {
  open: true,
  messages: [{ byPerson: true, name: 'Nguyễn Thị Hoa', at: '2026-11-24T04:00:00Z', text: 'Giấy tờ gốc tôi nộp ở phòng tổ chức.' }],
};

export const example: Example = {
  shown: [
    { name: 'decide-problems', address: '/xac-nhan/s-wait/p2', as: 'officer', ready: 'main h2' },
    { name: 'decide-portrait', address: '/xac-nhan/s-anh/p2', as: 'officer', ready: '.beside img' },
    { name: 'decide-first-portrait', address: '/xac-nhan/s-anh/p-new', as: 'officer', ready: '.beside img' },
    { name: 'queue', address: '/xac-nhan', as: 'officer', ready: 'tbody tr' },
    {
      name: 'queue-chosen',
      address: '/xac-nhan?match=KHOP&warning=none',
      as: 'officer',
      press: ['.panel-head input[type=checkbox]'],
      ready: '.bar a',
    },
    { name: 'queue-nobody', address: '/xac-nhan?warning=E-PAY-EARLY&match=KHONG_TIM_THAY', as: 'officer', ready: '.empty' },
    { name: 'list-to-make', address: '/xac-nhan/s-new', as: 'officer', ready: '.bar button' },
    { name: 'list-to-open', address: '/xac-nhan/s-wait', as: 'officer', ready: '[data-sample] a' },
    { name: 'list-ready', address: '/xac-nhan/s-ready', as: 'officer', ready: '[data-sample] a' },
    { name: 'list-held', address: '/xac-nhan/s-held', as: 'officer', ready: '.note.warn' },
    { name: 'list-signed', address: '/xac-nhan/s-ready', as: 'officer', press: ['.bar button:last-of-type'], ready: '.note.good' },
    { name: 'decide', address: '/xac-nhan/s-wait/p2', as: 'officer', ready: 'tbody tr' },
    { name: 'decide-thread', address: '/xac-nhan/s-wait/p2', as: 'officer', press: ['[data-open-thread]'], ready: '[data-send-message]' },
    { name: 'decide-mine', address: '/xac-nhan/s-wait/p5', as: 'officer', ready: 'tbody tr' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/confirmation/queue', (request) => {
      const shown = queueOf(request.query);
      return { ...page(shown, request.query), total: shown.length, submissions: QUEUE_SUBMISSIONS, facets: QUEUE_FACETS };
    });
    answer(app, 'reads', '/confirmation/queue/{submissionId}/{personId}', (request) =>
      placeOf(request.query, (request.params as { personId: string }).personId),
    );
    answer(app, 'reads', '/confirmation/{submissionId}/{personId}', (request) => {
      const { submissionId, personId } = request.params as { submissionId: string; personId: string };
      return submissionId === PORTRAITS_SENT.id ? shownPortrait(personId) : shownPerson(personId);
    });
    answer(app, 'reads', '/confirmation/lists/{submissionId}', (request) =>
      cleanList((request.params as { submissionId: string }).submissionId),
    );
    answer(app, 'acts', '/confirmation/lists', (request) => cleanList((request.body as { submissionId: string }).submissionId, true));
    answer(app, 'acts', '/confirmation/list-decisions', (_request) => LIST_SIGNED);
    answer(app, 'files', '/confirmation/{submissionId}/{personId}/portraits/{which}', (request, reply) =>
      reply.type('image/svg+xml').send(drawing((request.params as { which: string }).which === 'before' ? 4 : 10)),
    );
    answer(app, 'reads', '/submissions/{id}/messages', () => THREAD);
    answer(app, 'acts', '/submissions/{id}/messages', (_request, reply) => reply.code(204).send());
    answer(app, 'acts', '/confirmation/decisions', (request) => {
      const asked = request.body as { accept: string[]; return: unknown[] };
      return { accepted: asked.accept.length, returned: asked.return.length, waiting: 1, items: [], receipt: receiptOf('XN-7K2QD-00101') };
    });
  },
};
