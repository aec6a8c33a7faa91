/** A steady load of uploads, sends and confirmations by two people at two servers, who try again as people do; and what they were promised. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { DEMO_DAY, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Answered, Visitor } from '#start/demo/http-client.ts';

const BODY = 'H26.03.01';
/** Sets of invented people that no other workbook uses; numbers of a set. */
const SETS = { first: 20, last: 98, people: 1_000 };
/** One file so often, one confirmation, one search; milliseconds. An officer may open some six hundred people an hour. */
const FILE_EVERY_MS = 2_000;
const CONFIRM_EVERY_MS = 6_500;
const SEARCH_EVERY_MS = 2_000;
const PULSE_EVERY_MS = 150;
const AGAIN_MS = 300;
/** Whoever waits longer for a page opens it anew. */
const PATIENCE_MS = 20_000;

export interface Promised {
  /** submission → SHA-256 of its file and number of its people's citizen numbers */
  readonly submissions: Map<string, { readonly sha256: string; readonly numbers: readonly string[] }>;
  /** R1 and R2: number of the receipt → its signature */
  readonly receipts: Map<string, string>;
  /** people whose confirmation was receipted */
  readonly confirmed: Set<string>;
}

export interface Load {
  readonly promised: Promised;
  /** when writes were answered, milliseconds of `performance.now()` */
  readonly pulses: readonly number[];
  /** what was answered how often: status and code */
  readonly answers: ReadonlyMap<string, number>;
  /** answers in words of the driver or without words of ours */
  readonly faults: readonly string[];
  /** own confirmation looked for at once: looked, found */
  readonly own: { looked: number; found: number };
  /** searches answered from a replica, and all */
  readonly searches: { settled: number; all: number };
  /** no new files; returns when what is under way has ended */
  stop(): Promise<void>;
}

/** People one after the other, each once. @param from  so many were used by earlier loads on the same data */
function* people(from: number): Generator<ReturnType<typeof newPeople>[number]> {
  for (let set = SETS.first + Math.ceil(from / SETS.people); set <= SETS.last; set += 1) yield* newPeople(BODY, SETS.people, set, DEMO_DAY);
  throw new Error('nobody is left who could be sent');
}

/** @param from  people that earlier loads on the same data may have used: none of them is sent again */
export async function startLoad(servers: readonly [string, string], from = 0): Promise<Load> {
  const [clerk, officer] = [visitor(servers[0]), visitor(servers[0])];
  await clerk.signIn('nhap-lieu');
  await officer.signIn('xac-nhan');
  const promised: Promised = { submissions: new Map(), receipts: new Map(), confirmed: new Set() };
  const pulses: number[] = [];
  const answers = new Map<string, number>();
  const faults: string[] = [];
  const own = { looked: 0, found: 0 };
  const searches = { settled: 0, all: 0 };
  let ending = false;
  let turn = 0;

  /** Both servers in turn, until there is an answer that is none of a database or a server that is away. */
  async function ask(who: Visitor, method: string, path: string, body?: unknown): Promise<Answered> {
    for (;;) {
      const base = servers[(turn += 1) % 2]!;
      const answered = await Promise.race([
        who.send(method, `${base}${path}`, body).catch(() => null),
        sleep(PATIENCE_MS, null, { ref: false }),
      ]);
      const said = answered === null ? 'none' : `${answered.status}${answered.status >= 400 ? ` ${answered.json?.code ?? '–'}` : ''}`;
      answers.set(said, (answers.get(said) ?? 0) + 1);
      if (answered !== null && answered.status >= 500 && !/^E-(DATABASE-AWAY|OUTCOME-UNKNOWN)$/.test(String(answered.json?.code)))
        faults.push(`${method} ${path.replace(/[0-9a-f-]{36}/g, '…')}: ${said}`);
      if (answered !== null && answered.status < 500 && answered.status !== 429) return answered;
      await sleep(answered?.status === 429 ? 1_000 * Number(answered.headers.get('retry-after') ?? 1) : AGAIN_MS);
    }
  }
  const get = (who: Visitor, path: string): Promise<Answered> => ask(who, 'GET', path);
  const post = (who: Visitor, path: string, body: unknown): Promise<Answered> => ask(who, 'POST', path, body);

  const bodies = (await get(clerk, '/api/v1/bodies')).json.items as { id: string; code: string }[];
  const bodyId = bodies.find((body) => body.code === BODY)!.id;
  const template = (await get(clerk, `/api/v1/bodies/${bodyId}/template.xlsx`)).bytes;
  const waiting = people(from);

  async function keepReceipt(number: string): Promise<void> {
    promised.receipts.set(number, (await get(clerk, `/api/v1/receipts/${number}`)).json.jws);
  }

  /** One file, from upload to its receipt. */
  async function send(): Promise<void> {
    const person = waiting.next().value;
    const bytes = await fillTemplate(template, [cellsOf(person.nationalId, person.document)]);
    const uploaded = await post(clerk, `/api/v1/uploads?body=${bodyId}&asOf=${DEMO_DAY}`, bytes);
    if (uploaded.status >= 400) return void faults.push(`upload: ${uploaded.status} ${uploaded.json?.code}`);
    const id = uploaded.json.submissionId as string;
    promised.submissions.set(id, { sha256: createHash('sha256').update(bytes).digest('hex'), numbers: [person.nationalId] });
    for (;;) {
      const { state } = (await get(clerk, `/api/v1/submissions/${id}`)).json;
      if (state !== 'reading') break;
      await sleep(AGAIN_MS);
    }
    const groups = (await get(clerk, `/api/v1/submissions/${id}/problem-groups`)).json.items as { code: string; severity: string }[];
    const sent = await post(clerk, `/api/v1/submissions/${id}/submit`, {
      asOf: DEMO_DAY,
      acknowledgedCodes: groups.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
      partial: false,
    });
    if (sent.status === 200) await keepReceipt(sent.json.receipt.number as string);
    else faults.push(`submit: ${sent.status} ${sent.json?.code}`);
  }

  /** The first of the queue, confirmed; and looked for at once, as whoever has confirmed it does. */
  async function confirm(): Promise<void> {
    const queue = (await get(officer, `/api/v1/confirmation/queue?sort=newest&limit=5&body=${bodyId}`)).json.items as {
      submissionId: string;
      personId: string;
    }[];
    const next = queue.find(({ submissionId }) => promised.submissions.has(submissionId));
    if (!next) return;
    const { submissionId, personId } = next;
    const shown = (await get(officer, `/api/v1/confirmation/${submissionId}/${personId}`)).json;
    if (!shown?.groups) return;
    const decided = await post(officer, '/api/v1/confirmation/decisions', {
      submissionId,
      personId,
      shownHash: shown.shownHash,
      accept: shown.groups.map((group: { itemId: string }) => group.itemId),
      return: [],
      mismatchReason: 'DAN_CU_CHUA_CAP_NHAT',
    });
    if (decided.status !== 200) return; // done before the connection was lost: what it left is held against the register at the end
    promised.confirmed.add(submissionId);
    if (decided.json.receipt) await keepReceipt(decided.json.receipt.number as string);
    own.looked += 1;
    const { numbers } = promised.submissions.get(submissionId)!;
    const found = await post(officer, '/api/v1/people/search', { nationalId: numbers[0] });
    if (found.json?.items?.length === 1) own.found += 1;
  }

  async function search(): Promise<void> {
    // A reader who writes nothing: nothing holds them to the leader.
    const found = await post(reader, '/api/v1/people/search/count', { name: 'Nguyễn' });
    searches.all += 1;
    if (found.headers.get('congvu-settled-point') !== null) searches.settled += 1;
  }
  const reader = visitor(servers[0]);
  await reader.signIn('xac-nhan');

  /** The lightest write there is, of one's own: when writes stand still, it does. */
  async function pulse(): Promise<void> {
    const answered = await Promise.race([
      clerk
        .send('POST', `${servers[(turn += 1) % 2]!}/api/v1/notices/mail`, { address: `nhip-${turn}@congvu.example`, wantsMail: false })
        .catch(() => null),
      sleep(PATIENCE_MS, null, { ref: false }),
    ]);
    if (answered?.status === 200) pulses.push(performance.now());
  }

  const repeat = async (everyMs: number, once: () => Promise<void>): Promise<void> => {
    while (!ending) {
      const begunMs = performance.now();
      await once();
      await sleep(Math.max(0, everyMs - (performance.now() - begunMs)));
    }
  };
  const running = [
    repeat(FILE_EVERY_MS, send),
    repeat(CONFIRM_EVERY_MS, confirm),
    repeat(SEARCH_EVERY_MS, search),
    // Several, so that one that waits for a dead leader does not hide that the next would be answered.
    ...Array.from({ length: 3 }, () => repeat(PULSE_EVERY_MS * 3, pulse)),
  ];
  return {
    promised,
    pulses,
    answers,
    faults,
    own,
    searches,
    async stop() {
      ending = true;
      await Promise.all(running);
    },
  };
}
