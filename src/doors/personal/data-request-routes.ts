/** Requests about the own data: by which right, until when the body answers, what it answered. Decision 0105. */
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { askAboutData } from '#record/data-requests/ask.ts';
import { rightLabel, rightsOn } from '#record/data-requests/kinds.ts';
import { OWN_REQUESTS_MAX } from '#record/data-requests/limits.ts';
import { dataRequestOpen, dataRequestWords } from '#record/data-requests/problems.ts';
import { DataRequestAsked, DataRequestMade, OwnDataRequests } from '#record/data-requests/shapes.ts';
import type { OwnDataRequest } from '#record/data-requests/shapes.ts';
import { ownRequests, wordsOf } from '#record/data-requests/store.ts';
import type { StoredRequest } from '#record/data-requests/store.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import { entryAt } from '#standard/code-lists.ts';
import { OWN_ROLE } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';
import { enableOwnRecordPolicies } from './store.ts';

/** Requests of the own person, as they read them. */
async function requestsShown(
  tx: Tx,
  { keys }: Pick<PersonalHttpNeeds, 'keys'>,
  requests: readonly StoredRequest[],
): Promise<OwnDataRequest[]> {
  const words = await wordsOf(tx, keys, requests);
  return requests.map(({ requestId, kind, madeAt, lastDay, late, outcome, settledAt }) => ({
    id: requestId,
    kind,
    label: rightLabel(kind),
    words: words.get(requestId)?.words ?? '',
    madeAt,
    lastDay,
    late,
    outcome,
    answer: words.get(requestId)?.answer ?? null,
    settledAt,
  }));
}

/** All of them, for the own data that a person takes along. MUST run with the own record's policies, in a transaction that records the reading. */
export const ownRequestsWhole = async (tx: Tx, needs: Pick<PersonalHttpNeeds, 'keys' | 'clock'>): Promise<OwnDataRequest[]> =>
  requestsShown(tx, needs, await ownRequests(tx, needs.clock.now(), null));

export function ownDataRequestRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  route(app, needs, {
    id: 'listMyDataRequests',
    tag: 'own',
    summary: { vi: 'Yêu cầu của tôi về dữ liệu: hạn và trả lời', en: 'My requests about my data: by when, and the answers' },
    method: 'GET',
    path: '/api/v1/me/data-requests',
    act: 'own.read',
    read: 'data-request.read',
    purpose: 'OWN_RECORD',
    holdsRights: true,
    answer: json(OwnDataRequests),
    work: async ({ tx, shows, showsNobody }) => {
      const me = await enableOwnRecordPolicies(tx);
      const today = needs.clock.today();
      const requests = me ? await ownRequests(tx, needs.clock.now(), OWN_REQUESTS_MAX) : [];
      const rights = rightsOn(today).map(({ kind, label, what, term }) => ({
        kind,
        label,
        what,
        lastDay: lawsDue(term, today)?.lastDay ?? null,
        law: String(entryAt('thoi_han_phap_ly', term, today)?.attributes['can_cu'] ?? ''),
      }));
      const bodyName = me ? ((await needs.bodyNames(tx, [me.bodyId])).get(me.bodyId) ?? '') : '';
      // Who has asked nothing is shown nothing of anybody.
      if (!me || requests.length === 0) {
        showsNobody();
        return ok({ bodyName, rights, items: [] });
      }
      const items = await requestsShown(tx, needs, requests);
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { requests: requests.length } });
      return ok({
        bodyName,
        rights,
        items,
      });
    },
  });

  route(app, needs, {
    id: 'askAboutMyData',
    tag: 'own',
    summary: { vi: 'Gửi một yêu cầu về dữ liệu của tôi', en: 'Makes a request about my data' },
    method: 'POST',
    path: '/api/v1/me/data-requests',
    body: DataRequestAsked,
    act: 'own.read',
    answer: json(DataRequestMade, 201),
    problems: [notRegistered, dataRequestOpen, dataRequestWords],
    work: async ({ tx, body }) => {
      const me = await enableOwnRecordPolicies(tx);
      return me ? askAboutData(tx, needs, { ...me, role: OWN_ROLE }, body) : refused(notRegistered());
    },
  });
}
