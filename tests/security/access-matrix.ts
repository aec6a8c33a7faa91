/**
 * Who may do what to whom, written a second time and on its own: the test walks every route × role × relation of bodies
 * from this table, and again with the application's check off, so that row-level security alone must refuse.
 */
import type { FastifyInstance } from 'fastify';
import type { AccessAct, Role } from '#authority/access/shapes.ts';

/** Where the body asked about stands, seen from the body of the role. */
export const RELATIONS = ['own', 'child', 'sibling', 'parent', 'foreign'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A role reaches its own body and what is below it, nothing else. */
export const REACH: Readonly<Record<Relation, boolean>> = { own: true, child: true, sibling: false, parent: false, foreign: false };

const WORKERS = ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'] as const;
/** Expected: which roles may do an act within their reach. Not derived from the code under test. */
export const EXPECTED: Readonly<Record<AccessAct, readonly Role[]>> = {
  'template.read': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT'],
  'upload.create': ['NHAP_LIEU', 'DOI_SOAT'],
  'submission.read': [...WORKERS, 'VU_CCVC'],
  'submission.submit': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT'],
  'submission.approve': ['LD_DON_VI'],
  'submission.withdraw': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT'],
  'problems.read': WORKERS,
  'queue.read': ['DOI_SOAT', 'XAC_NHAN'],
  'item.read': ['DOI_SOAT', 'XAC_NHAN'],
  'item.confirm': ['XAC_NHAN'],
  'item.return': ['DOI_SOAT', 'XAC_NHAN'],
  'first-load.read': [...WORKERS, 'VU_CCVC'],
  'first-load.open': ['VU_CCVC'],
  'record.search': [...WORKERS, 'QT_BNDP', 'VU_CCVC'],
  'record.read': [...WORKERS, 'VU_CCVC'],
  'record.unmask': ['DOI_SOAT', 'XAC_NHAN'],
  'record.history': ['LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC'],
  'record.reads': ['XAC_NHAN', 'QT_BNDP'],
  'record.reopen': ['XAC_NHAN'],
  'bodies.read': [...WORKERS, 'QT_BNDP', 'VU_CCVC', 'TTTT'],
  'bodies.change': ['QT_BNDP'],
  'home.read': ['CA_NHAN', ...WORKERS, 'QT_BNDP', 'VU_CCVC', 'TTTT', 'GIAM_SAT'],
  'audit.read': ['QT_BNDP', 'GIAM_SAT'],
  'audit.verify': ['QT_BNDP', 'TTTT', 'GIAM_SAT'],
  'readers.name': ['QT_BNDP', 'GIAM_SAT'],
  'complaints.answer': ['QT_BNDP', 'GIAM_SAT'],
  'board.read': ['QT_BNDP', 'VU_CCVC'],
  'duties.read': ['LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC'],
  'reports.make': ['LD_DON_VI', 'QT_BNDP', 'VU_CCVC'],
  'declaration.call': ['XAC_NHAN', 'VU_CCVC'],
  'operations.read': ['TTTT'],
  'incident.read': ['VU_CCVC', 'TTTT', 'GIAM_SAT'],
  'incident.keep': ['TTTT'],
  'grants.read': ['QT_BNDP'],
  'grants.change': ['QT_BNDP'],
  'record.export': ['DOI_SOAT', 'LD_DON_VI', 'NHAP_LIEU', 'VU_CCVC', 'XAC_NHAN'],
  'rights.delegate': ['LD_DON_VI', 'XAC_NHAN'],
  'sending.change': ['LD_DON_VI', 'QT_BNDP'],
  'lists.read': ['QT_BNDP', 'VU_CCVC'],
  'lists.ask': ['QT_BNDP'],
  'lists.decide': ['VU_CCVC'],
  'source.read': [...WORKERS, 'QT_BNDP', 'VU_CCVC', 'TTTT'],
  'card.read': ['LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'],
  'card.end': ['XAC_NHAN'],
  'card.release': ['XAC_NHAN'],
  'erasure.read': ['XAC_NHAN', 'QT_BNDP'],
  'erasure.ask': ['XAC_NHAN'],
  'erasure.decide': ['QT_BNDP'],
  'kept-apart.read': ['LD_DON_VI', 'XAC_NHAN'],
  'kept-apart.ask': ['XAC_NHAN'],
  'kept-apart.decide': ['LD_DON_VI'],
  'exchange.read': [...WORKERS, 'QT_BNDP', 'VU_CCVC', 'TTTT'],
  'exchange.ask': ['QT_BNDP', 'TTTT'],
  'exchange.decide': ['LD_DON_VI', 'QT_BNDP', 'TTTT'],
  'record.convert': ['XAC_NHAN'],
  'case.read': [...WORKERS, 'VU_CCVC'],
  'case.ask': WORKERS,
  'case.decide': ['XAC_NHAN'],
  'mismatch.work': ['DOI_SOAT'],
  'consent.use': ['LD_DON_VI', 'XAC_NHAN'],
  'own.read': ['CA_NHAN', ...WORKERS, 'QT_BNDP', 'VU_CCVC', 'TTTT', 'GIAM_SAT'],
  'own.card': ['CA_NHAN', ...WORKERS, 'QT_BNDP', 'VU_CCVC', 'TTTT', 'GIAM_SAT'],
  'sessions.own': ['CA_NHAN', ...WORKERS, 'QT_BNDP', 'VU_CCVC', 'TTTT', 'GIAM_SAT'],
};

/** Roles to which row-level security shows people's rows at all. */
export const SEES_PEOPLE: ReadonlySet<Role> = new Set(['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC']);

/** What one relation's body holds, for addresses and for what must not show. */
export interface MatrixSubject {
  readonly bodyId: string;
  readonly ids: Readonly<Record<string, string>>;
  /** texts that nobody out of reach may ever get */
  readonly canaries: readonly string[];
}

/** Roles that row-level security lets write at all, each within its reach: records, and apart from them accounts. */
export const WRITES: ReadonlySet<Role> = new Set(WORKERS);
export const WRITES_ACCOUNTS: ReadonlySet<Role> = new Set(['QT_BNDP']);

export interface MatrixRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** the pattern, as the server knows it */
  readonly url: string;
  readonly act: AccessAct;
  readonly address: (subject: MatrixSubject) => string;
  readonly payload?: (subject: MatrixSubject) => object | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** about whatever one's own bodies hold (a list, a queue): refused by role, filtered by row */
  readonly list?: true;
  /** may do the act, and see none of the fields that this answer is made of */
  readonly blind?: readonly Role[];
  /** asks by POST, changes nothing */
  readonly reads?: true;
  /** holds nothing of people (a template, the tree): the second walk leaves it out */
  readonly open?: true;
}

export interface Walk {
  readonly app: FastifyInstance;
  readonly origin: string;
  readonly routes: readonly MatrixRoute[];
  readonly subjects: Readonly<Record<Relation, MatrixSubject>>;
  /** cookie header of a session of each role, over the body of `own`; null = no session */
  readonly cookies: ReadonlyMap<Role | null, string>;
  /** `application`: decide answers; `database`: the app was built with `appChecks: false` */
  readonly wall: 'application' | 'database';
  /** puts a subject back after a write that was let through */
  readonly reset: (subject: MatrixSubject) => Promise<void>;
}

export interface Walked {
  readonly cells: number;
  /** one line for each cell that came out wrong */
  readonly wrong: readonly string[];
}

const REFUSED = new Set([401, 403, 404]);
let running = 0;

/** By the table: is this role let through here? */
const mayPass = (route: MatrixRoute, role: Role | null, relation: Relation): boolean =>
  role !== null && EXPECTED[route.act].includes(role) && !route.blind?.includes(role) && (route.list === true || REACH[relation]);

/**
 * Walks every cell. What `decide` lets through takes the same way with its check off, and was looked at by the first walk, for what it shows of others too:
 * the second asks where it refuses. A list that is asked by one address for all relations is asked once, and its answer is held against each.
 */
export async function walkMatrix(walk: Walk): Promise<Walked> {
  const wrong: string[] = [];
  let cells = 0;
  for (const route of walk.routes.filter((one) => walk.wall === 'application' || !one.open))
    for (const [role, cookie] of walk.cookies) {
      const asked = new Map<string, Answer>();
      for (const relation of RELATIONS) {
        cells++;
        if (walk.wall === 'database' && mayPass(route, role, relation)) continue;
        const subject = walk.subjects[relation];
        const question = isReading(route) ? JSON.stringify([route.address(subject), route.payload?.(subject)]) : '';
        const answer = asked.get(question) ?? (await ask(walk, route, subject, cookie));
        if (question !== '') asked.set(question, answer);
        const fault = faultOf(walk, route, role, relation, answer);
        if (fault) wrong.push(`${route.method} ${route.url} · ${role ?? 'no session'} · ${relation}: ${answer.status}, ${fault}`);
        if (!isReading(route) && answer.status < 300) await walk.reset(subject);
      }
    }
  return { cells, wrong };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask({ app, origin }: Walk, route: MatrixRoute, subject: MatrixSubject, cookie: string): Promise<Answer> {
  const payload = route.payload?.(subject);
  const answer = await app.inject({
    method: route.method,
    url: route.address(subject),
    ...(payload === undefined ? {} : { payload }),
    headers: { cookie, origin, ...(route.method === 'POST' ? { 'idempotency-key': `ma-tran-${++running}` } : {}), ...route.headers },
  });
  return { status: answer.statusCode, text: answer.body };
}

const isReading = (route: MatrixRoute): boolean => route.method === 'GET' || route.reads === true;

function faultOf(walk: Walk, route: MatrixRoute, role: Role | null, relation: Relation, answer: Answer): string | null {
  const shows = (which: (one: Relation) => boolean): string | undefined =>
    RELATIONS.filter(which)
      .flatMap((one) => walk.subjects[one].canaries)
      .find((canary) => answer.text.includes(canary));
  const beyond = shows((one) => !REACH[one]);
  if (beyond) return `it shows "${beyond}"`;
  if (role === null) return answer.status === 401 ? null : 'expected 401';
  if (walk.wall === 'application') {
    const may = mayPass(route, role, relation);
    if (answer.status >= 500) return 'a fault';
    if (may === REFUSED.has(answer.status)) return may ? 'expected to be let through' : 'expected to be refused';
    // A page that answers 4xx to whoever may read it would prove nothing.
    return may && isReading(route) && answer.status >= 300 ? 'expected an answer' : null;
  }
  const blind = !SEES_PEOPLE.has(role);
  const seen = blind ? shows(() => true) : undefined;
  if (seen) return `row-level security shows "${seen}"`;
  const writers = route.act === 'grants.change' ? WRITES_ACCOUNTS : WRITES;
  if (!route.list && !isReading(route) && (!writers.has(role) || !REACH[relation]) && answer.status < 300)
    return 'row-level security let it write';
  return null;
}
