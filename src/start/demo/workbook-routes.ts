/** Three workbooks of invented people, ready to be uploaded by the demo's clerk. Only the demo registers these addresses. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '#base/http-problem.ts';
import { noSuchAddress } from '#start/problems.ts';
import { cleanWorkbook, dirtyWorkbook, oldWorkbook } from './workbooks.ts';

/** Name of the file as it is saved: says that its people are invented. */
const WORKBOOKS = {
  clean: { fileName: 'MAU-hop-le.xlsx', make: () => cleanWorkbook() },
  dirty: { fileName: 'MAU-602-loi.xlsx', make: () => dirtyWorkbook() },
  old: { fileName: 'MAU-bieu-mau-cu.xlsx', make: oldWorkbook },
} as const;

const isName = (name: string): name is keyof typeof WORKBOOKS => Object.hasOwn(WORKBOOKS, name);

export function demoWorkbookRoutes(app: FastifyInstance): void {
  /** Made once: the same for every asker of this process, and one that asks a thousand times costs one making. */
  const made = new Map<keyof typeof WORKBOOKS, Promise<Uint8Array>>();
  const bytesOf = (name: keyof typeof WORKBOOKS): Promise<Uint8Array> => {
    const bytes = made.get(name) ?? WORKBOOKS[name].make();
    made.set(name, bytes);
    return bytes;
  };
  const Name = Type.Object({ name: Type.String({ maxLength: 20 }) });
  app.get<{ Params: Static<typeof Name> }>('/demo/workbooks/:name.xlsx', { schema: { params: Name } }, async (request, reply) => {
    const { name } = request.params;
    if (!isName(name)) return sendProblem(reply, noSuchAddress());
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="${WORKBOOKS[name].fileName}"`)
      .send(Buffer.from(await bytesOf(name)));
  });
}
