/** Workbooks and pictures of invented people, ready to be uploaded by the demo's clerk. Only the demo registers these addresses. */
import { Type } from 'typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { openRoute } from '#authority/access/frame.ts';
import { file } from '#base/http/answer.ts';
import { sendProblem } from '#base/http-problem.ts';
import { noSuchAddress } from '#base/http/problems.ts';
import { readyPortraits, wrongPortraits } from './portraits.ts';
import { cleanWorkbook, dirtyWorkbook, oldWorkbook } from './workbooks.ts';

interface Sample {
  /** as it is saved: says that its people are invented */
  readonly fileName: string;
  readonly make: () => Promise<Uint8Array>;
}

const WORKBOOKS = {
  clean: { fileName: 'MAU-hop-le.xlsx', make: () => cleanWorkbook() },
  dirty: { fileName: 'MAU-602-loi.xlsx', make: () => dirtyWorkbook() },
  old: { fileName: 'MAU-bieu-mau-cu.xlsx', make: oldWorkbook },
} satisfies Record<string, Sample>;

const PORTRAITS = {
  good: { fileName: 'MAU-anh-chan-dung.zip', make: readyPortraits },
  wrong: { fileName: 'MAU-anh-co-loi.zip', make: wrongPortraits },
} satisfies Record<string, Sample>;

/** The sample of this name; undefined when there is none. */
const sampleOf = (samples: Readonly<Record<string, Sample>>, name: string): Sample | undefined =>
  Object.hasOwn(samples, name) ? samples[name] : undefined;

export function demoWorkbookRoutes(app: FastifyInstance): void {
  /** Made once: the same for every asker of this process, and one that asks a thousand times costs one making. */
  const made = new Map<Sample, Promise<Uint8Array>>();
  const bytesOf = (sample: Sample): Promise<Uint8Array> => {
    const bytes = made.get(sample) ?? sample.make();
    made.set(sample, bytes);
    return bytes;
  };
  const send = async (reply: FastifyReply, sample: Sample | undefined, type: string): Promise<FastifyReply> => {
    if (!sample) return sendProblem(reply, noSuchAddress());
    const bytes = Buffer.from(await bytesOf(sample));
    return reply.type(type).header('content-disposition', `attachment; filename="${sample.fileName}"`).send(bytes);
  };
  const Name = Type.Object({ name: Type.String({ maxLength: 20 }) });
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  openRoute(app, {
    id: 'getDemoWorkbook',
    tag: 'system',
    surfaces: ['portal'],
    summary: { vi: 'Tệp mẫu của người không có thật (bản trình diễn)', en: 'A workbook of invented people (demo)' },
    method: 'GET',
    path: '/demo/workbooks/:name.xlsx',
    params: Name,
    answer: file(xlsx),
    problems: [noSuchAddress],
    handler: ({ params }, reply) => send(reply, sampleOf(WORKBOOKS, params.name), xlsx),
  });
  openRoute(app, {
    id: 'getDemoPortraits',
    tag: 'system',
    surfaces: ['portal'],
    summary: { vi: 'Ảnh vẽ của người không có thật (bản trình diễn)', en: 'Drawn portraits of invented people (demo)' },
    method: 'GET',
    path: '/demo/portraits/:name.zip',
    params: Name,
    answer: file('application/zip'),
    problems: [noSuchAddress],
    handler: ({ params }, reply) => send(reply, sampleOf(PORTRAITS, params.name), 'application/zip'),
  });
}
