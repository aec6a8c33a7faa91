/** How tests come to the screens of this folder, and the mock’s answers: files that were sent, their problems, and a new one that is read while it is looked at. Never shipped. */
import type { FastifyRequest } from 'fastify';
import { answer, page, refuse } from '#portal/mock/answer.ts';
import { comparedPeople } from '#portal/mock/decision-fixtures.ts';
import type { Example } from '#portal/mock/example.ts';
import { comparedPortraits, drawing, portraitProblemGroups, portraitProblems, SENT_PORTRAITS } from '#portal/mock/portrait-fixtures.ts';
import { appliedSuggestions, cellProblems, problemGroups, suggestionGroups } from '#portal/mock/problem-fixtures.ts';
import { DOCUMENT_REFUSED, receiptOf, RETURNED, submissionOf, SUBMISSIONS } from '#portal/mock/submission-fixtures.ts';

export const example: Example = {
  shown: [
    { name: 'submissions', address: '/ho-so-gui', as: 'clerk', ready: 'tbody tr' },
    { name: 'submission-reading', address: '/ho-so-gui/s-read', as: 'clerk', ready: 'progress' },
    { name: 'submission-problems', address: '/ho-so-gui/s-fix', as: 'clerk', ready: 'tbody tr' },
    { name: 'submission-incomplete', address: '/ho-so-gui/s-wait', as: 'clerk', ready: '[data-part=toCorrect]' },
    { name: 'submission-returned', address: '/ho-so-gui/s-back', as: 'clerk', ready: '[data-returned]' },
    { name: 'submissions-of-step', address: '/ho-so-gui?can=returned', as: 'clerk', ready: 'tbody tr' },
    { name: 'submission-refused', address: '/ho-so-gui/s-bad', as: 'clerk', ready: '.note.bad' },
    { name: 'document-refused', address: '/ho-so-gui/s-vb', as: 'clerk', ready: '.note.bad, a[href*="sua="]' },
    { name: 'submission-not-found', address: '/ho-so-gui/loi', as: 'clerk', ready: '.note.bad' },
    { name: 'compare-and-submit', address: '/ho-so-gui/s-fix/doi-chieu', as: 'clerk', ready: 'form' },
    { name: 'portraits-checked', address: '/ho-so-gui/s-anh', as: 'clerk', ready: '.portraits img' },
    { name: 'portraits-compare', address: '/ho-so-gui/s-anh/doi-chieu', as: 'clerk', ready: 'form' },
  ],
  answers: (app) => {
    /** values as typed whose suggestion was applied, a list for each step */
    const steps: string[][] = [];
    const takenNow = (): Set<string> => new Set(steps.flat());
    const polls = new Map<string, number>();
    const of = (request: FastifyRequest) => {
      const { id } = request.params as { id: string };
      const found = [...SUBMISSIONS, DOCUMENT_REFUSED].find((one) => one.id === id);
      if (id !== 's-new') return found;
      const seen = (polls.get(id) ?? 0) + 1;
      polls.set(id, seen);
      const reading = SUBMISSIONS.find((one) => one.state === 'reading')!;
      return { ...(seen > 2 ? SUBMISSIONS[0]! : reading), id, fileName: 'vua-nop.xlsx' };
    };
    answer(
      app,
      'uploads',
      '/uploads',
      () => {
        polls.clear();
        return { submissionId: 's-new', uploadNumber: 'TL-2026-000120', sha256: '0'.repeat(64), sizeBytes: 1, sameAs: null };
      },
      201,
    );
    answer(app, 'reads', '/submissions', (request) => {
      const { step } = request.query as { step?: string };
      return page(
        SUBMISSIONS.filter(({ steps }) => step === undefined || steps.some(({ kind }) => kind === step)),
        request.query,
      );
    });
    answer(app, 'reads', '/submissions/{id}', (request, reply) => {
      const found = of(request);
      return found
        ? submissionOf(found)
        : refuse(
            reply,
            404,
            'E-NOT-FOUND',
            'Không tìm thấy hồ sơ này.',
            'No such submission.',
            'Mở lại từ danh sách "Các đợt cập nhật hồ sơ".',
            'Open it from the list.',
          );
    });
    answer(app, 'reads', '/submissions/{id}/problem-groups', (request) => {
      const found = of(request);
      if (found?.kind === 'portraits') return { items: portraitProblemGroups(), next: null };
      return { items: !found || found.counts.warnings === 0 ? [] : problemGroups(takenNow(), found.counts.rejected === 0), next: null };
    });
    answer(app, 'reads', '/submissions/{id}/problems', (request) => {
      const { code, severity, field, cursor, limit } = request.query as Record<string, string | undefined>;
      if (of(request)?.kind === 'portraits') return { items: portraitProblems(code), next: null, columns: [] };
      const from = Number(cursor || 0);
      const items = cellProblems(code, severity, from, Number(limit || 50), takenNow()).filter((one) => !field || one.field === field);
      const columns = [...Map.groupBy(items, (one) => one.field ?? '')].flatMap(([key, [first, ...others]]) =>
        first?.label ? [{ field: key, label: first.label, count: others.length + 1 }] : [],
      );
      return { items, next: items.length === Number(limit || 50) ? String(from + items.length) : null, columns };
    });
    answer(app, 'acts', '/submissions/{id}/accept-suggestions', (request) => {
      const asked = request.body as { group?: { value: string }; problemIds?: number[] };
      if (asked.group) steps.push([asked.group.value]);
      return { accepted: asked.problemIds?.length ?? 73, step: steps.length, counts: SUBMISSIONS[0]!.counts };
    });
    answer(app, 'acts', '/submissions/{id}/returned-answers', () => ({ answered: 1 }));
    answer(app, 'acts', '/submissions/{id}/undo-suggestions', () => ({ undone: steps.pop()?.length ?? 0 }));
    answer(app, 'reads', '/submissions/{id}/suggestion-groups', (request) => ({
      items: suggestionGroups((request.query as { code?: string }).code ?? '', takenNow()),
      next: null,
    }));
    answer(app, 'reads', '/submissions/{id}/accepted-suggestions', () => ({
      items: appliedSuggestions(steps),
      next: null,
      lastStep: steps.length === 0 ? null : { step: steps.length, count: 73, at: '2026-11-24T08:00:00Z' },
    }));
    answer(app, 'reads', '/submissions/{id}/returned', () => ({ items: RETURNED, next: null }));
    answer(app, 'acts', '/submissions/{id}/withdraw', () => ({ withdrawn: 1 }));
    answer(
      app,
      'uploads',
      '/submissions/{id}/correction',
      () => ({ submissionId: 's-fix', uploadNumber: 'TL-2026-000121', sha256: '1'.repeat(64), sizeBytes: 1, sameAs: null }),
      201,
    );
    answer(app, 'files', '/submissions/{id}/marked.xlsx', (_request, reply) =>
      reply.type('application/octet-stream').send(Buffer.from('mock')),
    );
    answer(app, 'files', '/submissions/{id}/original', (_request, reply) =>
      reply.type('application/octet-stream').send(Buffer.from('mock')),
    );
    answer(app, 'acts', '/submissions/{id}/comparison/search', (request) =>
      of(request)?.kind === 'portraits'
        ? { ...page(comparedPortraits(), request.body), missing: [] }
        : { ...page(comparedPeople(34), request.body), missing: [{ name: 'Đinh Văn Sáu' }, { name: 'Mai Thị Út' }] },
    );
    answer(app, 'reads', '/submissions/{id}/portraits', (request) => page(SENT_PORTRAITS, request.query));
    answer(app, 'files', '/submissions/{id}/portraits/{line}', (request, reply) =>
      reply.type('image/svg+xml').send(drawing(Number((request.params as { line: string }).line))),
    );
    answer(app, 'acts', '/submissions/{id}/submit', () => ({ receipt: receiptOf('BN-7K2QD-00118'), counts: SUBMISSIONS[0]!.counts }));
  },
};
