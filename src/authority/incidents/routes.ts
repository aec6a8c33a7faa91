/** The register of incidents over HTTP: what happened, which reports the law asks for and until when, what was sent. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf, FrameNeeds } from '#authority/access/frame.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import type { Act } from '#authority/audit/shapes.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { INCIDENTS_ON_PAGE } from './limits.ts';
import {
  incidentChanged,
  incidentClosed,
  incidentNotFound,
  incidentNumbers,
  incidentPeople,
  incidentReported,
  incidentReportsOpen,
  incidentTime,
  incidentTouches,
} from './problems.ts';
import { IncidentClosing, IncidentFinding, IncidentList, IncidentOpening, IncidentReport } from './shapes.ts';
import { incidentOf, problemsOfEntry } from './step.ts';
import type { Entry, Incident } from './step.ts';
import { addEntry, entriesOf, incidentPage } from './store.ts';

export type IncidentNeeds = FrameNeeds & AuditNeeds;

const ACT: Readonly<Record<Entry['kind'], Act>> = {
  opened: 'incident.opened',
  found: 'incident.found',
  reported: 'incident.reported',
  closed: 'incident.closed',
};
const tag = 'operations';

export function incidentRoutes(app: FastifyInstance, needs: IncidentNeeds): void {
  route(app, needs, {
    id: 'listIncidents',
    tag,
    summary: { vi: 'Sự cố và các báo cáo phải gửi', en: 'Incidents, and the reports that are due' },
    method: 'GET',
    path: '/api/v1/incidents',
    query: Type.Object(pageOf(INCIDENTS_ON_PAGE)),
    act: 'incident.read',
    read: nobody('incidents name no person'),
    answer: json(IncidentList),
    work: async ({ tx, query, allowed }) => {
      const limit = query.limit ?? INCIDENTS_ON_PAGE;
      const found = await incidentPage(tx, decodeCursor(query.cursor, ['instant', 'uuid']), limit + 1);
      const page = found.slice(0, limit);
      const entries = await entriesOf(
        tx,
        page.map(({ id }) => id),
      );
      const lists = await currentLists(tx);
      const may = allowed(['incident.keep'], { bodyId: null });
      const last = page.at(-1);
      return ok({
        items: page.map(({ id }) => {
          const incident = judgedBy(lists, () => incidentOf(entries.get(id)!, needs.clock.now()));
          return { id, ...incident, may: incident.closed ? [] : may };
        }),
        next: found.length > limit && last ? encodeCursor([last.at, last.id]) : null,
        may,
      });
    },
  });

  async function enter(tx: Tx, incidentId: string, entry: Entry): Promise<Result<undefined>> {
    const at = needs.clock.now();
    const standing = (await entriesOf(tx, [incidentId])).get(incidentId) ?? [];
    if (standing.length === 0 && entry.kind !== 'opened') return refused(incidentNotFound());
    const lists = await currentLists(tx);
    const incident: Incident | null = standing.length === 0 ? null : judgedBy(lists, () => incidentOf(standing, at));
    const problems = problemsOfEntry(incident, entry, at);
    if (problems.length > 0) return refused(...problems);
    const entryId = needs.chance.uuid7(Date.parse(at));
    if (!(await addEntry(tx, { incidentId, entryId, number: standing.length + 1, entry, at }))) return refused(incidentChanged());
    await recordAct(tx, needs, {
      act: ACT[entry.kind],
      purpose: 'OPERATE',
      bodyId: null,
      objectId: incidentId,
      payload: { ...entry.facts },
    });
    return ok(undefined);
  }

  route(app, needs, {
    id: 'openIncident',
    tag,
    summary: { vi: 'Ghi một sự cố', en: 'Enters an incident' },
    method: 'POST',
    path: '/api/v1/incidents',
    body: IncidentOpening,
    act: 'incident.keep',
    answer: json(MadeId, 201),
    problems: [incidentTime, incidentTouches, incidentPeople, incidentNumbers, incidentChanged],
    work: async ({ tx, body }) => {
      const id = needs.chance.uuid7(Date.parse(needs.clock.now()));
      const entered = await enter(tx, id, { kind: 'opened', facts: { ...body, discoveredAt: new Date(body.discoveredAt).toISOString() } });
      return entered.ok ? ok({ id }) : entered;
    },
  });

  const later = { problems: [incidentNotFound, incidentClosed, incidentNumbers, incidentChanged] };
  const into = ({ tx, params }: Pick<AskedOf, 'tx'> & { readonly params: { readonly id: string } }, entry: Entry) =>
    enter(tx, params.id, entry);

  route(app, needs, {
    id: 'addIncidentFinding',
    tag,
    summary: { vi: 'Ghi thêm điều mới biết về một sự cố', en: 'Adds what was found out about an incident' },
    method: 'POST',
    path: '/api/v1/incidents/:id/findings',
    params: ById,
    body: IncidentFinding,
    act: 'incident.keep',
    answer: empty,
    problems: [...later.problems, incidentTouches, incidentPeople],
    work: (asked) => into(asked, { kind: 'found', facts: asked.body }),
  });

  route(app, needs, {
    id: 'addIncidentReport',
    tag,
    summary: { vi: 'Ghi một báo cáo đã gửi về sự cố', en: 'Enters a report on an incident that went out' },
    method: 'POST',
    path: '/api/v1/incidents/:id/reports',
    params: ById,
    body: IncidentReport,
    act: 'incident.keep',
    answer: empty,
    problems: [...later.problems, incidentReported, incidentTime],
    work: (asked) => into(asked, { kind: 'reported', facts: { ...asked.body, sentAt: new Date(asked.body.sentAt).toISOString() } }),
  });

  route(app, needs, {
    id: 'closeIncident',
    tag,
    summary: { vi: 'Kết thúc một sự cố, kèm bài học', en: 'Closes an incident, with its lesson' },
    method: 'POST',
    path: '/api/v1/incidents/:id/closing',
    params: ById,
    body: IncidentClosing,
    act: 'incident.keep',
    answer: empty,
    problems: [...later.problems, incidentReportsOpen],
    work: (asked) => into(asked, { kind: 'closed', facts: asked.body }),
  });
}
