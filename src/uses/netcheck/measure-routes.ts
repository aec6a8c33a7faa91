/** What a desk measures against: the server's time, and bytes both ways. Open to everybody who reaches the portal; holds nothing of anybody. */
import { Type } from 'typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openRoute } from '#authority/access/frame.ts';
import type { Clock } from '#base/clock.ts';
import { file, json } from '#base/http/answer.ts';
import { BYTES_MAX, CHECK_PATH } from './limits.ts';
import { Hello } from './shapes.ts';

/** Heads by which a server in between says that it spoke for somebody. X-Forwarded-For is none: servers of ours in front set it. */
const OF_PROXIES = ['via', 'proxy-connection', 'x-bluecoat-via', 'x-squid-error', 'x-cache-lookup'];
const hasProxy = ({ headers }: FastifyRequest): boolean => OF_PROXIES.some((name) => headers[name] !== undefined);

/** Digits that look like nothing to whoever would make them smaller on the way. */
const filler = (count: number, bytes: (length: number) => Uint8Array): Buffer => {
  const block = Buffer.from(bytes(Math.min(count, BLOCK_BYTES)));
  return Buffer.concat(
    Array.from({ length: Math.ceil(count / BLOCK_BYTES) }, () => block),
    count,
  );
};
const BLOCK_BYTES = 1024;

export interface MeasureRouteNeeds {
  readonly clock: Clock;
  readonly chance: { readonly bytes: (length: number) => Uint8Array };
}

export function measureRoutes(app: FastifyInstance, { clock, chance }: MeasureRouteNeeds): void {
  const common = { tag: 'network' } as const;
  openRoute(app, {
    ...common,
    id: 'getNetworkHello',
    summary: {
      vi: 'Kiểm tra mạng: giờ của máy chủ, có proxy ở giữa không',
      en: 'Network check: the time of the server, and whether a proxy is between',
    },
    method: 'GET',
    path: CHECK_PATH,
    query: Type.Object({ nonce: Type.String({ pattern: '^[A-Za-z0-9_-]{8,40}$' }) }),
    answer: json(Hello),
    handler: async (request) => ({
      service: 'congvu' as const,
      nonce: request.query.nonce,
      now: clock.now(),
      proxyBetween: hasProxy(request),
    }),
  });
  openRoute(app, {
    ...common,
    id: 'getNetworkBytes',
    summary: { vi: 'Kiểm tra mạng: tải về chừng ấy byte vô nghĩa', en: 'Network check: so many meaningless bytes down' },
    method: 'GET',
    path: `${CHECK_PATH}/bytes`,
    query: Type.Object({ count: Type.Integer({ minimum: 1, maximum: BYTES_MAX }) }),
    answer: file('application/octet-stream'),
    takesOfBudget: true,
    handler: async ({ query }, reply) =>
      reply
        .type('application/octet-stream')
        .header('cache-control', 'no-store, no-transform')
        .send(filler(query.count, (length) => chance.bytes(length))),
  });
  openRoute(app, {
    ...common,
    id: 'sendNetworkBytes',
    summary: {
      vi: 'Kiểm tra mạng: gửi lên những byte vô nghĩa, nghe lại đã nhận bao nhiêu',
      en: 'Network check: meaningless bytes up, and how many arrived',
    },
    method: 'POST',
    path: `${CHECK_PATH}/bytes`,
    body: Type.Object({ filler: Type.String({ maxLength: BYTES_MAX }) }, { additionalProperties: false }),
    answer: json(Type.Object({ received: Type.Integer() }, { title: 'NetworkBytes' })),
    handler: async (request) => ({ received: (request.body as { readonly filler: string }).filler.length }),
  });
}
