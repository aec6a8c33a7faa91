/** A connection that is lost: before the work it is waited for, in it nothing stands, at its end nobody knows; and it never comes back into the pool. */
import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutcomeUnknown, didNothing } from './away.ts';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';
import { openDatabase } from './transaction.ts';
import type { Database } from './transaction.ts';

/** Between product and server, as HAProxy is. */
interface Between {
  readonly port: number;
  /** every connection cut, and new ones taken and dropped, until it is mended */
  cut(): void;
  mend(): void;
  /** the next `commit` reaches the server, and its answer nobody */
  swallowAnswerOfCommit(): void;
  close(): void;
}

async function aBetween(socket: string): Promise<Between> {
  let isCut = false;
  let swallows = false;
  const open = new Set<Socket>();
  const server: Server = createServer((from) => {
    if (isCut) return void from.destroy();
    const to = connect(socket);
    let swallowing = false;
    for (const one of [from, to]) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        from.destroy();
        to.destroy();
      });
    }
    from.on('data', (piece) => {
      if (swallows && piece.toString('latin1').includes('commit')) [swallowing, swallows] = [true, false];
      to.write(piece);
    });
    to.on('data', (piece) => {
      if (swallowing) from.destroy();
      else from.write(piece);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      for (const one of open) one.destroy();
    },
    mend: () => void (isCut = false),
    swallowAnswerOfCommit: () => void (swallows = true),
    close() {
      for (const one of open) one.destroy();
      server.close();
    },
  };
}

let database: TestDatabase;
let between: Between;
let db: Database;
before(async () => {
  database = await openTestDatabase();
  const url = new URL(database.ownerUrl.replace('@/', '@socket/'));
  const [folder, port] = [url.searchParams.get('host')!, url.searchParams.get('port') ?? '5432'];
  between = await aBetween(`${folder}/.s.PGSQL.${port}`);
  db = openDatabase({
    connectionString: `postgresql://${url.username}:${url.password}@127.0.0.1:${between.port}${url.pathname}`,
    poolSize: 1,
  });
  await db.transaction(null, (tx) => tx.query('create table kept (n int)'));
});
after(async () => {
  await db.close();
  between.close();
  await database.close();
});

const keep = (n: number): Promise<unknown> => db.transaction(null, (tx) => tx.query('insert into kept values ($1)', [n]));
const kept = async (): Promise<number[]> =>
  (await db.transaction(null, (tx) => tx.query<{ n: number }>('select n from kept order by n'))).map(({ n }) => n);

test('a server that is away for a moment is waited for before the work begins', async () => {
  between.cut();
  let begun = 0;
  const waiting = db.transaction(null, (tx) => {
    begun += 1;
    return tx.query('insert into kept values (1)');
  });
  await sleep(400);
  assert.equal(begun, 0);
  between.mend();
  await waiting;
  assert.deepEqual([begun, await kept()], [1, [1]]);
});

test('who does not want to wait is told at once', async () => {
  between.cut();
  await assert.rejects(
    db.transaction(null, async () => undefined, { atOnce: true }),
    didNothing,
  );
  between.mend();
});

test('lost in the middle: nothing stands, it is told so, and the next one has another connection', async () => {
  await assert.rejects(
    db.transaction(null, async (tx) => {
      await tx.query('insert into kept values (2)');
      between.cut();
      between.mend();
      await tx.query('select 1');
    }),
    didNothing,
  );
  assert.deepEqual(await kept(), [1]);
});

test('lost while committing: it may stand, here it does, and it is no failure that could be done again', async () => {
  between.swallowAnswerOfCommit();
  await assert.rejects(keep(3), (error) => error instanceof OutcomeUnknown && !didNothing(error));
  assert.deepEqual(await kept(), [1, 3]);
});

test('a commit whose wait for the standby was cut short is told to nobody as done', async () => {
  await db.transaction(null, async (tx) => {
    await tx.query(
      `create function warned() returns trigger language plpgsql as $$ begin raise warning 'canceling wait'; return null; end $$`,
    );
    await tx.query(
      'create constraint trigger warns after insert on kept deferrable initially deferred for each row when (new.n = 4) execute function warned()',
    );
  });
  await assert.rejects(keep(4), OutcomeUnknown);
  await keep(5);
});

test('a server that became a standby is no server any more: its connection is given up', async () => {
  const pidOf = async (): Promise<unknown> => (await db.transaction(null, (tx) => tx.query('select pg_backend_pid() as pid')))[0];
  const before = await pidOf();
  await assert.rejects(
    db.transaction(null, async (tx) => {
      await tx.query('set transaction read only');
      await tx.query('insert into kept values (6)');
    }),
    didNothing,
  );
  assert.notDeepEqual(await pidOf(), before);
});
