/** What tests of first loads share: a body with a clerk and people who confirm, a window, parts as values, the sample judged, two signatures, the work run. */
import type { Problem, Result } from '#base/problem.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency, SignedInSender } from '#record/intake/agency-for-tests.ts';
import { checkUpload } from '#record/intake/check-upload.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { recordFiles } from '#record/intake/file-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { keepUpload } from '#record/intake/receive.ts';
import type { Doors } from '#record/intake/door.ts';
import { composeLoad } from './compose.ts';
import { addPart, beginLoad, closeLoad } from './gather.ts';
import type { PartReceived } from './gather.ts';
import { judgeRow, openRow } from './judge.ts';
import { registerLoad } from './register.ts';
import { signLoad } from './sign.ts';
import { loadById, roundOf, sampleOf } from './store.ts';
import type { Load } from './store.ts';
import { openFirstLoad } from './window.ts';

type Signer = SignedInSender & Officer;

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map((problem: Problem) => problem.code).join(', '));
  return result.value;
};
export const codesOf = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map(({ code }) => code));

export interface FirstLoad {
  readonly agency: Agency;
  /** of the ministry: opens windows */
  readonly ministry: SignedInSender;
  readonly first: Signer;
  readonly second: Signer;
  /** so many people whom nobody knows */
  people(count: number): PersonOfFile[];
  opens(days?: { readonly opensOn: string; readonly lastDay: string }): Promise<Result<{ readonly id: string }>>;
  begins(asOf?: string): Promise<Result<{ readonly id: string }>>;
  adds(loadId: string, people: readonly PersonOfFile[], bytes?: Uint8Array): Promise<Result<PartReceived>>;
  closes(loadId: string): Promise<Result<null>>;
  /** runs what is queued, whatever it is */
  works(): Promise<void>;
  load(loadId: string): Promise<Load>;
  sample(loadId: string): Promise<readonly number[]>;
  judges(loadId: string, no: number, said?: { readonly right: boolean; readonly note?: string }, by?: Signer): Promise<Result<null>>;
  /** every row of the sample is opened and found right */
  finds(loadId: string): Promise<void>;
  signs(
    loadId: string,
    by: Signer,
    how?: { readonly root?: string; readonly acknowledgedCodes?: readonly string[] },
  ): Promise<Result<null>>;
  /** opened, gathered, closed, drawn, judged, signed by both, registered */
  brings(parts: readonly (readonly PersonOfFile[])[]): Promise<string>;
  asOwner<T extends object>(sql: string, values?: readonly unknown[]): Promise<T[]>;
}

const AS_OF = '2026-11-01';

/** @param doors  beside the one of values · @param of  an agency that is there already, of that body */
export async function aFirstLoad(bodyCode = 'H26.03.01', doors: Doors = [], of?: Agency): Promise<FirstLoad> {
  const agency = of ?? (await anAgency(bodyCode, undefined, doors));
  const { office, needs, bodyId } = agency;
  const files = recordFiles();
  const identity = (number: string): string => office.keys.nationalIdHash(number).toString('hex');
  const signedIn = async (number: string, role: 'XAC_NHAN' | 'VU_CCVC', code: string, name: string): Promise<Signer> => {
    const { handle, accountId } = await office.signedIn(number, [[role, code]]);
    const stepUp = { method: 'session', level: '2', at: office.clock.now() };
    return { handle, accountId, identity: identity(number), name, roles: [role], stepUp };
  };
  const ministry = await signedIn('000070900001', 'VU_CCVC', 'VN', 'Người của Bộ');
  const second = await signedIn('000070900002', 'XAC_NHAN', bodyCode, 'Người xác nhận thứ hai');
  let last = 400_000;
  const as = office.as;
  const self: FirstLoad = {
    agency,
    ministry,
    first: agency.officer,
    second,
    people: (count) =>
      Array.from({ length: count }, () => ({ number: `000190${String(++last).padStart(6, '0')}`, name: `Lê Thị Số ${last}` })),
    opens: (days = { opensOn: office.clock.today(), lastDay: office.clock.today() }) =>
      as(ministry.handle, (tx) =>
        openFirstLoad(tx, needs, ministry, {
          body: bodyId,
          ...days,
          decision: { number: '12/QĐ-BNV', day: office.clock.today(), signer: 'Thứ trưởng' },
        }),
      ),
    begins: (asOf = AS_OF) => as(agency.clerk.handle, (tx) => beginLoad(tx, needs, agency.clerk, { body: bodyId, asOf })),
    async adds(loadId, people, bytes = files.bytesOf(people)) {
      const kept = await keepUpload(needs, bytes, 'not-scanned', { ofFirstLoad: true });
      return kept.ok
        ? as(agency.clerk.handle, (tx) => addPart(tx, needs, agency.clerk, loadId, { fileName: 'phần.xlsx', kept: kept.value }))
        : kept;
    },
    closes: (loadId) => as(agency.clerk.handle, (tx) => closeLoad(tx, needs, agency.clerk, loadId)),
    async works() {
      for (let job = agency.queued.shift(); job; job = agency.queued.shift()) {
        if (job.name === 'submission.check') await checkUpload(needs, job.payload);
        else
          await (job.name === 'first-load.compose' ? composeLoad : registerLoad)(
            needs,
            job.payload as unknown as { loadId: string; bodyId: string },
          );
      }
    },
    load: async (loadId) => (await as(agency.clerk.handle, (tx) => loadById(tx, loadId)))!,
    sample: async (loadId) =>
      as(agency.officer.handle, async (tx) => (await sampleOf(tx, (await loadById(tx, loadId))!)).map(({ no }) => no)),
    judges: (loadId, no, said = { right: true }, by = agency.officer) =>
      as(by.handle, async (tx) => {
        const opened = await openRow(tx, needs, by, loadId, no);
        return opened.ok ? judgeRow(tx, needs, by, loadId, no, said) : opened;
      }),
    async finds(loadId) {
      for (const no of await self.sample(loadId)) must(await self.judges(loadId, no));
    },
    signs: (loadId, by, how = {}) =>
      as(by.handle, async (tx) => {
        const { root } = await roundOf(tx, (await loadById(tx, loadId))!);
        return signLoad(tx, needs, by, loadId, {
          root: how.root ?? root?.toString('hex') ?? '',
          acknowledgedCodes: how.acknowledgedCodes ?? [],
        });
      }),
    async brings(parts) {
      const opened = await self.opens();
      if (!opened.ok && !codesOf(opened).includes('E-FIRST-LOAD-OPEN-ALREADY')) throw new Error(codesOf(opened).join());
      const { id } = must(await self.begins());
      for (const people of parts) must(await self.adds(id, people));
      await self.works();
      must(await self.closes(id));
      await self.works();
      await self.finds(id);
      must(await self.signs(id, self.first));
      must(await self.signs(id, second));
      await self.works();
      return id;
    },
    asOwner: (sql, values = []) => office.owner.transaction(null, (tx) => tx.query(sql, values)) as never,
  };
  return self;
}
export { must };
