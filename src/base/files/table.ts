/**
 * Files as rows of the database: what all nodes share without a folder that all of them mount. A row is written in a transaction of its own, on connections
 * of its own: whoever holds a transaction may wait for a file, and a file waits for nobody.
 */
import type { Database, Tx } from '#base/database/transaction.ts';
import { NoRoomLeft, nameOf } from './kept-files.ts';
import type { Area, KeptFiles, OpenFiles } from './kept-files.ts';

/** Bytes of a file that one answer of the database holds: a greater one comes in pieces, for each piece stands in memory three times on its way. */
const PIECE_BYTES = 1024 * 1024;
/** Names that are asked for at once. */
const NAMES_AT_ONCE = 1_000;
/** `disk_full` */
const NO_ROOM = '53100';

interface Piece {
  readonly piece: Buffer;
  readonly size: number;
}

function filesOf(db: Database, area: Area): KeptFiles {
  // What was sent is written once; who writes it a second time has the same bytes under the same name.
  const again = area === 'blobs' ? 'do nothing' : 'do update set bytes = excluded.bytes';
  const keep = (name: string, bytes: Uint8Array, before: (tx: Tx) => Promise<void> = async () => undefined): Promise<void> =>
    db
      .transaction(null, async (tx) => {
        await before(tx);
        await tx.query(`insert into stored_file (area, name, bytes) values ($1, $2, $3) on conflict (area, name) ${again}`, [
          area,
          nameOf(name),
          Buffer.from(bytes),
        ]);
      })
      .catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === NO_ROOM)
          throw new NoRoomLeft('the disk of the database is full', { cause: error });
        throw error;
      });
  return {
    read: (name) =>
      db.transaction(
        null,
        async (tx) => {
          const pieces: Buffer[] = [];
          for (let at = 0, size = 1; at < size; at += PIECE_BYTES) {
            const [found] = await tx.query<Piece>(
              'select substring(bytes from $3 for $4) as piece, length(bytes) as size from stored_file where area = $1 and name = $2',
              [area, nameOf(name), at + 1, PIECE_BYTES],
            );
            if (!found) return null;
            pieces.push(found.piece);
            size = found.size;
          }
          return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
        },
        // A list may be replaced between two pieces.
        { snapshot: true },
      ),
    has: (name) =>
      db.transaction(
        null,
        async (tx) => (await tx.query('select 1 from stored_file where area = $1 and name = $2', [area, nameOf(name)])).length > 0,
      ),
    write: (name, bytes) => keep(name, bytes),
    mend: (name, bytes) =>
      keep(name, bytes, async (tx) => {
        if (area === 'blobs') await tx.query('select set_spoilt_blob_aside($1)', [nameOf(name)]);
      }),
    remove: (name) =>
      db.transaction(null, async (tx) => {
        await tx.query('delete from stored_file where area = $1 and (name = $2 or starts_with(name, $3))', [
          area,
          nameOf(name),
          `${name}/`,
        ]);
      }),
    async *names() {
      for (let after = ''; ;) {
        const rows = await db.transaction(null, (tx) =>
          tx.query<{ name: string }>('select name from stored_file where area = $1 and name > $2 order by name limit $3', [
            area,
            after,
            NAMES_AT_ONCE,
          ]),
        );
        for (const { name } of rows) yield name;
        if (rows.length < NAMES_AT_ONCE) return;
        after = rows.at(-1)!.name;
      }
    },
  };
}

/** @param db  connections that nothing else uses */
export const filesInDatabase =
  (db: Database): OpenFiles =>
  (area) =>
    filesOf(db, area);
