/** Connects to a server that somebody else runs, or says in words of ours why that does not work. */
import pg from 'pg';
import { certificateWords } from '#base/certificate-words.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import {
  databaseNoRight,
  databaseNotThere,
  databasePasswordWrong,
  databaseRoleMissing,
  databaseServerAway,
  databaseServerBusy,
  databaseServerTls,
} from './problems.ts';

/** Settings that hold a URL of the database. */
export type DatabaseSetting = 'DATABASE_URL' | 'DATABASE_OWNER_URL';
/** A server that says nothing for so long is away, in milliseconds. */
const CONNECT_MS_MAX = 10_000;

/** The problem that a failed connection is; null: something that nobody foresaw, which is a fault. */
function problemOf(error: NodeJS.ErrnoException, setting: DatabaseSetting, client: pg.Client): Problem | null {
  const where = client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`;
  const role = client.user ?? '';
  const code = error.code ?? '';
  if (code === '28P01') return databasePasswordWrong({ setting, role });
  if (code.startsWith('28')) return databaseRoleMissing({ setting, role });
  if (code === '3D000') return databaseNotThere({ setting, database: client.database ?? '' });
  if (code === '42501') return databaseRoleMissing({ setting, role });
  if (code === '53300' || code === '57P03') return databaseServerBusy({ where });
  const why = certificateWords(error);
  if (why !== null) return databaseServerTls({ where, why });
  if (/^(E[A-Z]+|57P0\d|08\w{3})$/.test(code) || /timeout|terminated|password must be a string/i.test(error.message))
    return /password must be/.test(error.message)
      ? databasePasswordWrong({ setting, role })
      : databaseServerAway({ setting, where, why: code || 'timeout' });
  return null;
}

/** Runs `work` on one connection of this URL. E-DATABASE-PASSWORD, -LOGIN, -NOT-THERE, -BUSY, -TLS, -SERVER when there is none; -NO-RIGHT when it may not do the work. */
export async function withConnection<T>(
  setting: DatabaseSetting,
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<Result<T>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS_MAX, application_name: 'congvu-check' });
  client.on('error', () => undefined); // what breaks in use rejects the statement that is under way
  try {
    await client.connect();
  } catch (error) {
    const problem = problemOf(error as NodeJS.ErrnoException, setting, client);
    if (problem === null) throw error;
    return refused(problem);
  }
  try {
    return ok(await work(client));
  } catch (error) {
    // A log-in that may come in and may not look: that of the product where the owner's is meant, the two exchanged.
    if ((error as NodeJS.ErrnoException).code !== '42501') throw error;
    return refused(databaseNoRight({ role: client.user ?? '', right: 'SELECT' }));
  } finally {
    await client.end();
  }
}

/** How a connection goes to its server. `own`: a socket or this machine, where no wire can be listened to. */
export type Transport = 'own' | 'verified' | 'unverified' | 'plain';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** As the URL asks for it; the library never falls back to plain when TLS was asked for. */
export function transportOf(url: string): Transport {
  const client = new pg.Client({ connectionString: url });
  if (client.host.startsWith('/') || LOOPBACK.test(client.host)) return 'own';
  const ssl = (client as unknown as { readonly ssl: boolean | { readonly rejectUnauthorized?: boolean } }).ssl;
  if (!ssl) return 'plain';
  return typeof ssl === 'object' && ssl.rejectUnauthorized === false ? 'unverified' : 'verified';
}
