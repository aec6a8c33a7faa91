/** A centre behind the shipped routes, asked without a network: what a rehearsal and the sandbox put a line of their own before. */
import Fastify from 'fastify';
import { ok } from '#base/problem.ts';
import type { LineAnswer, LineRequest } from './conformance-client.ts';
import type { Centre } from './port.ts';
import { exchangeRoutes } from './routes.ts';

export interface RoutedCentre {
  pass(request: LineRequest): Promise<LineAnswer>;
  close(): Promise<void>;
}

/** @param source  whoever asks is this one: the carrier has said so */
export async function routedCentre(centre: Centre, source: string): Promise<RoutedCentre> {
  const app = Fastify({ logger: false });
  await app.register(exchangeRoutes({ centre, callerOf: async () => ok({ source }) }));
  await app.ready();
  return {
    async pass({ method, url, headers, body }) {
      const payload = body.length > 0 ? { payload: Buffer.from(body) } : {};
      const reply = await app.inject({ method: method as 'GET', url, headers, ...payload });
      const heads = Object.entries(reply.headers).map(([name, value]) => [name, String(value)] as const);
      return { status: reply.statusCode, headers: Object.fromEntries(heads), text: reply.payload };
    },
    close: () => app.close(),
  };
}
