/**
 * Stands in a node's place and writes to the PostgreSQL beside it, past HAProxy, whatever it is just now: what it is acknowledged is what a client on the
 * wrong side of a cut would be. A line for each acknowledgement: node, id, asked and answered in nanoseconds of the machine's one monotonic clock.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const [node = '', url = ''] = process.argv.slice(2);
const EVERY_MS = 200;
const CONNECT_MS_MAX = 2_000;

async function ask(client: pg.Client): Promise<void> {
  let warned = false;
  // A commit whose wait for the standby was cut short is answered with a warning: whoever hears it knows that nothing is sure.
  client.on('notice', ({ code }) => void (warned ||= code === '01000'));
  for (;;) {
    const id = randomUUID();
    warned = false;
    const asked = process.hrtime.bigint();
    await client.query('insert into probe (id, node) values ($1, $2)', [id, node]);
    if (!warned) process.stdout.write(`${JSON.stringify({ node, id, asked: String(asked), answered: String(process.hrtime.bigint()) })}\n`);
    await sleep(EVERY_MS);
  }
}

for (;;) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS_MAX });
  client.on('error', () => undefined);
  await client
    .connect()
    .then(() => ask(client))
    .catch(() => undefined);
  await client.end().catch(() => undefined);
  await sleep(EVERY_MS);
}
