/** Holds every answer of a server under test to the shape that its route names: nothing missing, nothing beside, no status that is not described. */
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Validator } from 'typebox/compile';
import { ProblemDocument } from '#base/http/shapes.ts';

/** The same shape, with nothing let in that it does not name. An object that says of itself that it is open stays so. */
export function closed(shape: TSchema): TSchema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
    return copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy)
      ? { ...copy, additionalProperties: false }
      : copy;
  };
  return walk(JSON.parse(JSON.stringify(shape))) as TSchema;
}

const compiled = new WeakMap<TSchema, Validator>();

/** What is wrong with an answer; null when nothing is. */
export function faultOfAnswer(shape: TSchema, body: unknown): string | null {
  // Walks of the API ask for the same shapes ten thousand times.
  const validator = compiled.get(shape) ?? Compile(closed(shape));
  compiled.set(shape, validator);
  if (validator.Check(body)) return null;
  const [first] = validator.Errors(body);
  return first ? `${first.instancePath || '/'} ${first.message}` : 'is not as described';
}

export function holdToShapes(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { operation } = request.routeOptions.config;
    if (!operation || typeof payload !== 'string') return payload;
    const type = String(reply.getHeader('content-type') ?? '');
    const { answer } = operation;
    const isProblem = type.startsWith('application/problem+json');
    // An answer that was kept says less, by design (decision 0016).
    if (reply.getHeader('idempotent-replay') !== undefined || (!isProblem && !type.startsWith('application/json'))) return payload;
    if (!isProblem && operation.foreignProblems && reply.statusCode >= 400) return payload;
    const fault = isProblem
      ? faultOfAnswer(ProblemDocument, JSON.parse(payload))
      : answer.kind !== 'json' || !answer.statuses.includes(reply.statusCode)
        ? `${reply.statusCode} is not described`
        : faultOfAnswer(answer.shape, JSON.parse(payload));
    if (fault === null) return payload;
    process.stderr.write(`${request.method} ${request.routeOptions.url}: ${fault}\n`);
    throw new Error(`${request.routeOptions.url} does not answer as described: ${fault}`);
  });
}
