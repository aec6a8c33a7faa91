/** What tests of lists share: a submission of people who are clean, the list made, opened and signed, and what stands afterwards. */
import type { Officer } from '#record/confirmation/decide-person.ts';
import { confirmList, listOf, makeList } from './confirm-list.ts';
import type { ListView } from './confirm-list.ts';
import { confirmPerson, recordShown } from './confirm.ts';
import type { Agency, SignedInSender } from './agency-for-tests.ts';

export const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? [] : result.problems!.map((problem) => problem.code);
export const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(codes(result).join());
  return result.value;
};

/** What of a submission was written. */
export interface Stand {
  readonly states: Readonly<Record<string, number>>;
  readonly attestations: number;
  readonly versions: number;
  readonly receipts: number;
  readonly log: number;
  readonly signed: number;
}

/** @param agency  asked for when it is needed: tests open it before they run */
export function listsOf(agency: () => Agency) {
  let last = 20_000;
  const someone = (more = {}) => ({ number: `000190${String(++last).padStart(6, '0')}`, name: 'Trần Thị Hoa', ...more });
  const people = (count: number) => Array.from({ length: count }, () => someone());
  const asOwner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
    agency().office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

  /** A submission of so many people whom the population database knows as stated, all waiting. */
  async function sent(all: Parameters<Agency['sends']>[0]): Promise<string> {
    const { submissionId } = must(await agency().uploads(all));
    await agency().works();
    must(await agency().submits(submissionId, { acknowledgedCodes: all.some(({ isUnusual }) => isUnusual) ? ['E-ID-SEX'] : [] }));
    await agency().works();
    await agency().matched(submissionId);
    await agency().answered(submissionId, 'KHOP');
    return submissionId;
  }
  const lists = async (submissionId: string, by: SignedInSender & Officer = agency().officer): Promise<ListView> =>
    must(await agency().office.as(by.handle, (tx) => makeList(tx, agency().needs, by, submissionId)));
  /** Opens people, as the page of one person does. */
  async function opens(submissionId: string, personIds: readonly string[], by: SignedInSender & Officer = agency().officer): Promise<void> {
    for (const personId of personIds) {
      const view = must(await agency().shows(submissionId, personId));
      await agency().office.as(by.handle, (tx) => recordShown(tx, agency().needs, view));
    }
  }
  const signs = (submissionId: string, listHash: string, by: SignedInSender & Officer = agency().officer) =>
    agency().office.as(by.handle, (tx) => confirmList(tx, agency().needs, by, { submissionId, listHash }));
  /** A list that is ready to be signed. */
  async function ready(submissionId: string): Promise<string> {
    const { list, sample } = await lists(submissionId);
    await opens(
      submissionId,
      sample.map(({ personId }) => personId),
    );
    return list!.root;
  }

  async function stands(submissionId: string): Promise<Stand> {
    const states = await asOwner<{ state: string; n: number }>(
      'select state, count(*)::int as n from item where submission_id = $1 group by 1 order by 1',
      [submissionId],
    );
    const [row] = await asOwner<Omit<Stand, 'states'>>(
      `select (select count(*)::int from attestation where submission_id = $1) as attestations,
              (select count(*)::int from person_version where submission_id = $1) as versions,
              (select count(*)::int from receipt where submission_id = $1 and kind = 'R2') as receipts,
              (select count(*)::int from audit_event where act in ('item.confirmed', 'list.confirmed', 'record.registered', 'receipt.issued')) as log,
              (select count(*)::int from attestation_list where submission_id = $1) as signed`,
      [submissionId],
    );
    return { states: Object.fromEntries(states.map(({ state, n }) => [state, n])), ...row! };
  }
  const oneOf = async (submissionId: string): Promise<string> => (await agency().waiting(submissionId))[0]!;
  const notSampled = async (submissionId: string): Promise<string> => {
    const { list, sample } = await agency().office.as(agency().officer.handle, (tx) => listOf(tx, submissionId));
    return list!.personIds.find((personId) => !sample.some((one) => one.personId === personId))!;
  };

  /** Decides one group of a person and leaves the rest for later. */
  async function decidesOne(submissionId: string, personId: string, how: { readonly accepts?: string; readonly returns?: string }) {
    const { shown, hash } = must(await agency().shows(submissionId, personId));
    const itemsOf = (group: string | undefined) => shown.groups.filter((one) => one.group === group).map(({ itemId }) => itemId);
    const cells = [{ field: 'dienThoaiDiDong', reason: 'KHAC', note: null }];
    const decision = {
      submissionId,
      personId,
      shownHash: hash,
      accept: itemsOf(how.accepts),
      return: itemsOf(how.returns).map((itemId) => ({ itemId, cells })),
      mismatchReason: null,
    };
    return agency().office.as(agency().officer.handle, (tx) => confirmPerson(tx, agency().needs, agency().officer, decision));
  }
  return { someone, people, asOwner, sent, lists, opens, signs, ready, stands, oneOf, notSampled, decidesOne };
}
