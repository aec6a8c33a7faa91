/** A list of agencies in a workbook: the tree as it stands to take along and change; and the changed one, compared with the tree, as one draft. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { RouteRequest } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { route } from '#authority/audit/route.ts';
import { readRegistry } from '#authority/organisations/registry-store.ts';
import { COUNTRY_CODE } from '#authority/organisations/shapes.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { file, json } from '#base/http/answer.ts';
import { Binary } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { fileNameOf } from './kept-file.ts';
import { draftOfList, heads, readOf } from './list-draft.ts';
import { LIST_GUIDE, LIST_NEEDED, LIST_SHEET, LIST_COLUMNS, linesOfTree } from './list-columns.ts';
import type { ListNeeds, ListRead } from './needs.ts';
import { groundOf } from './plan-once.ts';
import { Day, MadeChange } from './shapes.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface KeptList {
  readonly sha256: string;
  readonly name: string;
  readonly list: Extract<ListRead, { kind: 'read' }>;
}

export function listRoutes(app: FastifyInstance, needs: ListNeeds): void {
  route(app, needs, {
    id: 'takeBodyList',
    tag: 'bodies',
    summary: {
      vi: 'Cây cơ quan thành danh sách .xlsx, để sửa rồi nhập lại',
      en: 'The tree of agencies as an .xlsx list, to be changed and taken in again',
    },
    method: 'GET',
    path: '/api/v1/bodies/list.xlsx',
    query: Type.Object({ of: Type.Optional(Type.String({ format: 'uuid' })), on: Type.Optional(Day) }),
    act: 'bodies.read',
    read: nobody('the public tree of bodies'),
    answer: file(XLSX),
    problems: [notWithinReach],
    work: async ({ tx, query }) => {
      const on = query.on ?? needs.clock.today();
      const top = query.of ?? (await bodyByCode(tx, COUNTRY_CODE, on));
      const registry = await readRegistry(tx);
      if (top === null || !registry.has(top)) return refused(notWithinReach());
      const bytes = await needs.writeList({
        sheet: LIST_SHEET,
        heads: LIST_COLUMNS,
        rows: linesOfTree(registry, top, on),
        guide: LIST_GUIDE,
      });
      return ok({ bytes, name: `co-quan-${on}.xlsx` });
    },
  });

  /** Kept before the transaction, and read beside it: a child process may take its time. */
  const keep = async ({ sent }: Pick<RouteRequest<undefined, undefined, undefined>, 'sent'>): Promise<Result<KeptList>> => {
    const bytes = Buffer.isBuffer(sent.body) ? sent.body : Buffer.alloc(0);
    const list = await needs.readList(bytes, heads, LIST_NEEDED, LIST_SHEET);
    if (list.kind === 'refused') return refused(list.problem);
    const kept = await needs.blobs.put(bytes);
    return kept.ok ? ok({ sha256: kept.value.sha256, name: fileNameOf(sent.head('x-file-name')), list }) : kept;
  };

  route(app, needs, {
    id: 'bringBodyList',
    tag: 'bodies',
    summary: {
      vi: 'Nhập danh sách cơ quan: so với cây, thành một thay đổi nháp',
      en: 'Takes in a list of agencies: compared with the tree, as one draft',
    },
    method: 'POST',
    path: '/api/v1/body-changes/lists',
    query: Type.Object({ on: Day }),
    takes: { [XLSX]: Binary, 'application/octet-stream': Binary },
    act: 'bodies.change',
    keep,
    answer: json(MadeChange, 201),
    problems: [notWithinReach],
    work: async (asked) => {
      const { tx, query, kept } = asked;
      const ground = await groundOf(tx);
      const read = readOf(ground.registry, kept.list, query.on, () => needs.chance.uuid7(Date.parse(needs.clock.now())));
      return draftOfList(asked, needs, { on: query.on, ground, read, list: { sha256: kept.sha256, name: kept.name || 'co-quan.xlsx' } });
    },
  });
}
