/** `congvu demo`: the whole journey through the real HTTP interface, on a port and a data folder of its own; one line a step. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import { systemClock } from '#base/clock.ts';
import type { Parts, Step as SubmissionStep } from '#doors/desk/shapes.ts';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { verifyReceipt } from '#record/receipt/issue.ts';
import type { Receipt } from '#record/receipt/shapes.ts';
import { DEMO_DAY, SETS, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { headlessDoor, headlessWallet } from '#start/demo/headless-wallet.ts';
import type { HeadlessDoor, HeadlessWallet } from '#start/demo/headless-wallet.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Answered, Visitor } from '#start/demo/http-client.ts';
import { openOwnProduct } from '#start/own-product.ts';
import type { Running } from '#start/serve.ts';

/** Steps of the contract, in order. */
export const STEPS = [
  'template',
  'fill',
  'check',
  'submit',
  'receipt1',
  'match',
  'confirm',
  'receipt2',
  'register',
  'as-of',
  'card-offer',
  'card-issue',
  'verify-valid',
  'revoke',
  'verify-revoked',
  'audit-verify',
] as const;
type Step = (typeof STEPS)[number];

/** People in the register of the journey's demo: enough to be real, few enough to be quick. */
const PEOPLE = 130;
/** How long a step may wait for work in the background, in milliseconds. */
const WAIT_MS_MAX = 60_000;
const LOOK_EVERY_MS = 150;

export interface DemoIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
}

const nationalIdOf = (account: string): string => DEMO_ACCOUNTS.find((one) => one.id === account)!.nationalId;

function expect(answered: Answered, status: number): Answered {
  if (answered.status !== status) throw new Error(`${answered.status}: ${JSON.stringify(answered.json)?.slice(0, 300)}`);
  return answered;
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let waited = 0; waited < WAIT_MS_MAX; waited += LOOK_EVERY_MS) {
    const found = await look();
    if (found !== null) return found;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('what was waited for did not come');
}

/** What one step hands to the next. */
interface Journey {
  clerk: Visitor;
  officer: Visitor;
  bodyId: string;
  template: Uint8Array;
  workbook: Uint8Array;
  submissionId: string;
  receipt: Receipt & { verifyUrl: string };
  decided: { personId: string; receipts: string[] };
  people: number;
  holder: Visitor;
  holderId: string;
  wallet: HeadlessWallet;
  door: HeadlessDoor;
  offer: { uri: string; txCode: string };
}

type Told = Readonly<Record<string, unknown>>;

function steps(running: Running, out: string | null): Readonly<Record<Step, (j: Journey) => Promise<Told>>> {
  const { composed } = running;
  return {
    async template(j) {
      await j.clerk.signIn('nhap-lieu');
      const bodies = expect(await j.clerk.get('/api/v1/bodies'), 200).json.items as { id: string; code: string }[];
      j.bodyId = bodies.find((body) => body.code === SETS.journey.bodyCode)!.id;
      j.template = expect(await j.clerk.get(`/api/v1/bodies/${j.bodyId}/template.xlsx`), 200).bytes;
      return { bytes: j.template.length };
    },
    async fill(j) {
      const people = newPeople(SETS.journey.bodyCode, SETS.journey.count, SETS.journey.set, DEMO_DAY);
      j.people = people.length;
      j.workbook = await fillTemplate(
        j.template,
        people.map((person) => cellsOf(person.nationalId, person.document)),
      );
      if (out !== null) await writeFile(out, j.workbook);
      return { people: j.people, bytes: j.workbook.length, ...(out === null ? {} : { file: out }) };
    },
    async check(j) {
      const uploaded = expect(
        await j.clerk.send('POST', `/api/v1/uploads?body=${j.bodyId}&asOf=${DEMO_DAY}`, j.workbook, {
          'x-file-name': encodeURIComponent('hồ sơ hành trình.xlsx'),
        }),
        201,
      ).json;
      j.submissionId = uploaded.submissionId;
      const checked = await until(async () => {
        const { json } = expect(await j.clerk.get(`/api/v1/submissions/${j.submissionId}`), 200);
        return json.state === 'reading' ? null : json;
      });
      if (checked.state !== 'checked') throw new Error(`the file is ${checked.state}: ${JSON.stringify(checked.refusal)}`);
      return { counts: checked.counts };
    },
    async submit(j) {
      const groups = expect(await j.clerk.get(`/api/v1/submissions/${j.submissionId}/problem-groups`), 200).json.items as {
        code: string;
        severity: string;
      }[];
      const sent = expect(
        await j.clerk.post(`/api/v1/submissions/${j.submissionId}/submit`, {
          asOf: DEMO_DAY,
          acknowledgedCodes: groups.filter((group) => group.severity === 'warning').map((group) => group.code),
          partial: false,
        }),
        200,
      ).json;
      j.receipt = sent.receipt;
      const { received, accepted, rejected, waiting } = sent.counts;
      if (received !== accepted + rejected + waiting) throw new Error('the counts do not add up');
      return { counts: sent.counts };
    },
    async receipt1(j) {
      const {
        jws,
        verifyUrl: _url,
        ...content
      } = expect(await j.clerk.get(`/api/v1/receipts/${(j.receipt as unknown as { number: string }).number}`), 200).json;
      if (!(await verifyReceipt({ content, jws }, composed.keys.signingKey('receipt').publicJwk)))
        throw new Error('the signature of the receipt does not verify');
      const pdf = expect(await j.clerk.get(`/api/v1/receipts/${content.number}.pdf`), 200).bytes;
      if (Buffer.from(pdf.subarray(0, 5)).toString() !== '%PDF-') throw new Error('the receipt is not a PDF');
      return { number: content.number, pdfBytes: pdf.length };
    },
    async match(j) {
      const { parts } = await until(async () => {
        const { json } = expect(await j.clerk.get(`/api/v1/submissions/${j.submissionId}`), 200);
        const found = json as unknown as { readonly parts: Parts; readonly steps: readonly SubmissionStep[] };
        return found.parts.toConfirm > 0 && !found.steps.some(({ kind }) => kind === 'matching') ? found : null;
      });
      return { toConfirm: parts.toConfirm };
    },
    async confirm(j) {
      await j.officer.signIn('xac-nhan');
      const receipts: string[] = [];
      let confirmed = 0;
      let last = '';
      for (;;) {
        const queue = expect(await j.officer.get('/api/v1/confirmation/queue?limit=200'), 200).json.items as {
          submissionId: string;
          personId: string;
        }[];
        const mine = queue.filter((row) => row.submissionId === j.submissionId);
        if (mine.length === 0) break;
        for (const row of mine) {
          const detail = expect(await j.officer.get(`/api/v1/confirmation/${row.submissionId}/${row.personId}`), 200).json;
          const decided = expect(
            await j.officer.post('/api/v1/confirmation/decisions', {
              submissionId: row.submissionId,
              personId: row.personId,
              shownHash: detail.shownHash,
              accept: detail.groups.map((group: { itemId: string }) => group.itemId),
              return: [],
              mismatchReason: 'DAN_CU_CHUA_CAP_NHAT',
            }),
            200,
          ).json;
          receipts.push(decided.receipt.number);
          confirmed += 1;
          last = row.personId;
        }
      }
      if (confirmed !== j.people) throw new Error(`${confirmed} of ${j.people} people were confirmed`);
      j.decided = { personId: last, receipts };
      return { confirmed };
    },
    async receipt2(j) {
      const { json } = expect(await j.clerk.get(`/api/v1/receipts/${j.decided.receipts.at(-1)}`), 200);
      if (json.kind !== 'R2' || json.final !== true) throw new Error('the last R2 is not final');
      return { number: json.number, items: json.items.length };
    },
    async register(j) {
      const found = expect(
        await j.officer.post('/api/v1/people/search', {
          nationalId: newPeople(SETS.journey.bodyCode, 1, SETS.journey.set, DEMO_DAY)[0]!.nationalId,
        }),
        200,
      ).json.items as { personId: string; name: string }[];
      if (found.length !== 1) throw new Error('the person is not in the register');
      j.decided.personId = found[0]!.personId;
      const record = expect(await j.officer.get(`/api/v1/people/${j.decided.personId}`), 200).json;
      const again = expect(await j.clerk.send('POST', `/api/v1/uploads?body=${j.bodyId}`, j.workbook), 201).json;
      if (again.sameAs === null) throw new Error('the same file was taken twice');
      return { groups: record.groups.length, version: record.version };
    },
    async 'as-of'(j) {
      const now = expect(await j.officer.get(`/api/v1/people/${j.decided.personId}?validOn=${DEMO_DAY}`), 200).json;
      const dayBefore = expect(await j.officer.get(`/api/v1/people/${j.decided.personId}?validOn=2026-10-31`), 200).json;
      if (now.groups.length === 0 || dayBefore.groups.length !== 0) throw new Error('the record is not told apart by day');
      const ahead = await j.officer.get(`/api/v1/people/${j.decided.personId}?knownAt=${now.knownAt + 1_000_000}`);
      if (ahead.status !== 422) throw new Error('a point that is not settled was answered');
      return { validOn: DEMO_DAY, knownAt: now.knownAt };
    },
    async 'card-offer'(j) {
      await j.holder.signIn('ca-nhan');
      const mine = expect(await j.holder.get('/api/v1/me/card'), 200).json;
      if (!mine.held) throw new Error(`no card: ${JSON.stringify(mine.why)}`);
      j.offer = expect(await j.holder.post('/api/v1/me/card/offer'), 201).json;
      return { number: `…${mine.held.number.slice(-4)}`, txCodeDigits: j.offer.txCode.length };
    },
    async 'card-issue'(j) {
      j.wallet = headlessWallet(running.address);
      const characters = await j.wallet.accept(j.offer.uri, j.offer.txCode);
      const again = await headlessWallet(running.address)
        .accept(j.offer.uri, j.offer.txCode)
        .then(
          () => 'taken',
          () => 'refused',
        );
      if (again !== 'refused') throw new Error('an offer was taken twice');
      return { characters };
    },
    async 'verify-valid'(j) {
      j.door = await headlessDoor(running.address);
      await j.door.refresh();
      const shown = await j.wallet.present(['ho_ten', 'anh', 'chuc_vu', 'chuc_danh', 'co_quan'], j.door.phrase());
      const code = await j.wallet.doorCode();
      const verdicts = [await j.door.judge(shown), await j.door.judge(code), await j.door.judge(code)].map((one) => one.code);
      if (verdicts.join() !== 'V1,V1b,V9') throw new Error(`the door says ${verdicts.join()}`);
      return { presentation: verdicts[0], qr: verdicts[1], sameQrAgain: verdicts[2], qrCharacters: code.length };
    },
    async revoke(j) {
      const [found] = expect(await j.officer.post('/api/v1/people/search', { nationalId: nationalIdOf('ca-nhan') }), 200).json.items as {
        personId: string;
      }[];
      if (!found) throw new Error('the holder is not in the register');
      j.holderId = found.personId;
      const { endReasons } = expect(await j.officer.get(`/api/v1/people/${j.holderId}/card`), 200).json;
      const reason = (endReasons as { code: string; replaced: boolean }[]).find((one) => !one.replaced)!.code;
      expect(await j.officer.post(`/api/v1/people/${j.holderId}/card/end`, { reason }), 200);
      return { reason };
    },
    async 'verify-revoked'(j) {
      const verdict = await until(async () => {
        await j.door.refresh();
        const found = await j.door.judge(await j.wallet.doorCode());
        return found.code === 'V1b' ? null : found;
      });
      if (verdict.code !== 'V3') throw new Error(`the door says ${verdict.code} (${verdict.reason})`);
      const { ended } = expect(await j.officer.get(`/api/v1/people/${j.holderId}/card`), 200).json;
      return { verdict: verdict.code, clock: ended[0].clock };
    },
    async 'audit-verify'() {
      const report = await until(async () => {
        const { verifyAuditLog } = await import('#authority/audit/verify.ts');
        const found = await verifyAuditLog(composed.db, await composed.jobSession(null), {
          files: composed.audit.files,
          key: composed.audit.key,
          keys: composed.keys,
        });
        return found.waiting === 0 ? found : null;
      });
      if (!report.ok) throw new Error(`the audit log is not whole: ${JSON.stringify(report.findings).slice(0, 300)}`);
      return { size: report.size, checkpoints: report.checkpoints };
    },
  };
}

/** Exit 0 only if every step is ok. Nothing of it stays: neither server nor data. */
export async function runDemo(root: string, request: { readonly json: boolean; readonly out: string | null }, io: DemoIo): Promise<number> {
  io.print('Khởi động bản trình diễn riêng cho hành trình…');
  const running = await openOwnProduct({
    root,
    portal: false,
    people: PEOPLE,
    tell: (stage, ms) => io.print(`  ✓ ${stage} · ${Math.round(ms)} ms`),
  });
  if (!running.ok) {
    for (const { title } of running.problems) io.print(`✗ ${title.vi}`);
    return 1;
  }
  const journey = {
    clerk: visitor(running.value.address),
    officer: visitor(running.value.address),
    holder: visitor(running.value.address),
  } as Journey;
  const all = steps(running.value, request.out);
  let failed = false;
  try {
    for (const step of STEPS) {
      const startedMs = systemClock.monotonicMs();
      const result = await all[step](journey).then(
        (told) => ({ ok: true, told }),
        (error: unknown) => ({ ok: false, told: { error: error instanceof Error ? error.message : String(error) } }),
      );
      const ms = Math.round(systemClock.monotonicMs() - startedMs);
      if (request.json) io.answer(JSON.stringify({ step, ok: result.ok, ms, ...result.told }));
      else io.answer(`${result.ok ? '✓' : '✗'} ${step.padEnd(13)} ${String(ms).padStart(6)} ms  ${JSON.stringify(result.told)}`);
      if (!result.ok) {
        failed = true;
        break;
      }
    }
  } finally {
    await running.value.stop();
  }
  return failed ? 1 : 0;
}
