/** How far the dictionary covers the appendix of Decree 27/2026, and bringing the appendix in. Nothing of a person. Decision 0106. */
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { COUNTRY_CODE } from '#authority/organisations/shapes.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { json } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { FIELDS, fieldByKey } from '#standard/dictionary.ts';
import { coverageOf, mapName } from '#standard/decree/appendix.ts';
import { DECREE_GROUPS, STATED_FIELDS, decreePlace } from '#standard/decree/place.ts';
import { insertAppendix, newestAppendix } from './appendix-store.ts';
import type { StoredAppendix } from './appendix-store.ts';
import { appendixIn } from './appendix-table.ts';
import { appendixEmpty, appendixHeads, appendixLong, appendixNotCsv } from './problems.ts';
import type { CodeListNeeds } from './routes.ts';
import { AppendixBrought, DecreeCoverage } from './shapes.ts';

const labelled = (keys: readonly string[]) => keys.map((key) => ({ key, label: fieldByKey(key)!.label }));

/** The figures of the command, with names. Pure. */
export function coverageAnswer(appendix: StoredAppendix | null, mayBring: boolean) {
  const lines = (appendix?.names ?? []).map(mapName);
  const { groups, ...counts } = coverageOf(lines);
  return {
    stated: STATED_FIELDS,
    appendix: appendix && { broughtAt: appendix.broughtAt, source: appendix.source },
    ...counts,
    own: FIELDS.filter(({ key }) => decreePlace(key).scope === 'own').length,
    groups: groups.map(({ group, unnamed, ...of }) => {
      const { vi, en } = DECREE_GROUPS.find(({ code }) => code === group)!;
      return { code: group, title: { vi, en }, ...of, unnamed: labelled(unnamed) };
    }),
    open: lines.flatMap(({ no, name, group, sourceBody, outcome, candidates }) =>
      outcome === 'mapped' ? [] : [{ no, name, group, sourceBody, outcome, candidates: labelled(candidates) }],
    ),
    mayBring,
  };
}

export function appendixRoutes(app: FastifyInstance, needs: CodeListNeeds): void {
  /** The country, where the actor keeps its lists; null: not theirs to bring. */
  const keptCountry = async ({ tx, refusalOf }: Pick<AskedOf, 'tx' | 'refusalOf'>): Promise<string | null> => {
    const country = await bodyByCode(tx, COUNTRY_CODE, needs.clock.today());
    return country !== null && refusalOf('lists.decide', { bodyId: country }) === null ? country : null;
  };

  route(app, needs, {
    id: 'getDecreeCoverage',
    tag: 'code-lists',
    summary: {
      vi: 'Từ điển trường đối chiếu với phụ lục NĐ 27/2026/NĐ-CP, theo nhóm của Điều 5',
      en: 'The dictionary of fields against the appendix of Decree 27/2026, by the groups of Article 5',
    },
    method: 'GET',
    path: '/api/v1/decree-coverage',
    act: 'lists.read',
    read: nobody('names of fields, no person'),
    answer: json(DecreeCoverage),
    work: async (asked) => ok(coverageAnswer(await newestAppendix(asked.tx), (await keptCountry(asked)) !== null)),
  });

  route(app, needs, {
    id: 'bringDecreeAppendix',
    tag: 'code-lists',
    summary: { vi: 'Đưa vào phụ lục các trường của NĐ 27/2026/NĐ-CP (CSV)', en: 'Brings the appendix of Decree 27/2026 in (CSV)' },
    method: 'POST',
    path: '/api/v1/decree-appendix',
    body: AppendixBrought,
    act: 'lists.decide',
    answer: json(DecreeCoverage, 201),
    problems: [appendixNotCsv, appendixLong, appendixHeads, appendixEmpty],
    work: async (asked) => {
      const { tx, body } = asked;
      const { table, source } = body;
      const bodyId = await keptCountry(asked);
      if (bodyId === null) return refused(notWithinReach());
      const names = appendixIn(Buffer.from(table));
      if (!names.ok) return names;
      const at = needs.clock.now();
      const brought = { broughtAt: at, source: source.trim(), names: names.value };
      const id = needs.chance.uuid7(Date.parse(at));
      await insertAppendix(tx, id, brought);
      await recordAct(tx, needs, {
        act: 'appendix.brought',
        purpose: 'ADMINISTER',
        bodyId,
        objectId: id,
        payload: { names: names.value.length, source: brought.source },
      });
      return ok(coverageAnswer(brought, true));
    },
  });
}
