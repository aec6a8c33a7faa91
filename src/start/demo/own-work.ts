/** What officers did about the one who signs in as herself: a part of what was sent is confirmed, and some have looked at her. By the real code. */
import { endThisSession, openPersonSession } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import { recordRead } from '#authority/audit/record.ts';
import type { Clock } from '#base/clock.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { queuePage } from '#record/intake/queue-store.ts';
import { openRecord, unmaskField } from '#record/register/read.ts';
import { registeredPerson } from '#record/register/store.ts';
import { OWN_ROLE, openOwnRecord } from '#doors/personal/own-record.ts';
import { reportValue } from '#record/value-reports/report.ts';
import { confirmPerson, showToOfficer } from '#record/intake/confirm.ts';
import type { Composed } from '#start/compose.ts';
import { LEFT_WAITING, ownPersonAtFirst } from './own-person.ts';

const HOUR_MS = 3_600_000;

/** The officer signs what she has waited for; the groups that are left go on waiting. */
export async function confirmOwn(
  composed: Composed,
  sent: { readonly submissionId: string },
  who: { readonly handle: SessionHandle; readonly accountId: string; readonly identity: string; readonly name: string },
): Promise<void> {
  const { rows } = await composed.db.transaction(who.handle, (tx) => queuePage(tx, 1_000, null));
  const row = rows.find((one) => one.submissionId === sent.submissionId);
  if (!row) return; // an earlier, interrupted seed has done it
  const shown = await composed.db.transaction(who.handle, (tx) => showToOfficer(tx, composed.submission, row.submissionId, row.personId));
  if (!shown.ok) throw new Error(shown.problems[0]!.title.en);
  const officer = { ...who, roles: ['XAC_NHAN'], stepUp: { method: 'session', level: '2', at: composed.clock.now() } };
  const decision = {
    submissionId: row.submissionId,
    personId: row.personId,
    shownHash: shown.value.hash,
    mismatchReason: null,
    accept: shown.value.shown.groups.filter(({ group }) => !LEFT_WAITING.includes(group)).map((group) => group.itemId),
    return: [],
  };
  const decided = await composed.db.transaction(who.handle, (tx) => confirmPerson(tx, composed.submission, officer, decision));
  if (!decided.ok) throw new Error(decided.problems[0]!.title.en);
}

/** The same clock, so many hours ago: the demo's readings lie on several days. */
const hoursAgo = (clock: Clock, hours: number): Clock => ({
  ...clock,
  now: () => new Date(Date.parse(clock.now()) - hours * HOUR_MS).toISOString(),
});

/** Officers look at her, each in a session of their own that ends with it. Idempotent enough: it runs once, after the work. */
export async function seedReadings(composed: Composed): Promise<void> {
  const { db, register, clock, sessionNeeds } = composed;
  const all = await composed.jobSession(null);
  const hash = composed.keys.nationalIdHash(ownPersonAtFirst().nationalId);
  const her = await db.transaction(all, (tx) => registeredPerson(tx, hash));
  if (!her) throw new Error('the person of the demo who signs in as herself is not in the register');
  const as = async (role: Role, hours: number, look: (tx: Tx, needs: Composed['register']) => Promise<unknown>): Promise<void> => {
    const [account] = await db.transaction(all, (tx) =>
      tx.query<{ account_id: string }>(
        `select account_id from role_grant join body_code c using (body_id) where role = $1 and c.code in ('H26', 'VN') order by grant_id limit 1`,
        [role],
      ),
    );
    if (!account) throw new Error(`no demo account with the role ${role}`);
    const { handle } = await openPersonSession(sessionNeeds, { accountId: account.account_id, agent: 'Dữ liệu mẫu', level: 2 });
    await db.transaction(handle, async (tx) => {
      await look(tx, { ...register, clock: hoursAgo(clock, hours) });
      await endThisSession(tx);
    });
  };
  const open = (role: Role) => (tx: Tx, needs: Composed['register']) => openRecord(tx, needs, her.personId, { roles: [role] });
  const seen = (tx: Tx, needs: Composed['register']): Promise<void> =>
    recordRead(tx, needs, [
      {
        act: 'record.searched',
        purpose: 'CONSULT',
        bodyId: her.bodyId,
        objectId: null,
        listed: [her.personId],
        payload: { request: { name: 'trang' } },
      },
    ]);
  await as('DOI_SOAT', 74, seen);
  await as('DOI_SOAT', 74, seen);
  await as('DOI_SOAT', 74, open('DOI_SOAT'));
  await as('VU_CCVC', 51, open('VU_CCVC'));
  await as('XAC_NHAN', 27, open('XAC_NHAN'));
  await as('XAC_NHAN', 27, (tx, needs) => unmaskField(tx, needs, her.personId, 'soDinhDanh', ['XAC_NHAN']));
  await as('QT_BNDP', 3, (tx, needs) =>
    recordRead(tx, needs, [{ act: 'reads.read', purpose: 'SUPERVISE', bodyId: her.bodyId, objectId: her.personId }]),
  );
}

/** She has reported a value as wrong: it waits on the desk of the body that manages her record. Not again where an earlier seed did it. */
export async function reportOwnValue(composed: Composed): Promise<void> {
  const { db, clock, sessionNeeds } = composed;
  const hash = composed.keys.nationalIdHash(ownPersonAtFirst().nationalId);
  const [account] = await db.transaction(await composed.jobSession(null), (tx) =>
    tx.query<{ account_id: string }>('select account_id from account where identity = $1', [hash]),
  );
  if (!account) throw new Error('the person of the demo who signs in as herself has no account');
  const { handle } = await openPersonSession(sessionNeeds, { accountId: account.account_id, agent: 'Dữ liệu mẫu', level: 2 });
  await db.transaction(handle, async (tx) => {
    const needs = { ...composed.personal, clock: hoursAgo(clock, 20) };
    const record = await openOwnRecord(tx, needs, { act: 'record.read', payload: { group: 'B' } });
    const group = record?.groups.find(({ code }) => code === 'B');
    const field = group?.fields.find(({ key }) => key === 'noiSinh') ?? group?.fields[0];
    if (!record || !group || !field) throw new Error('the person of the demo who signs in as herself has no record to report about');
    const made = await reportValue(tx, needs, { ...record, role: OWN_ROLE }, group, {
      group: 'B',
      field: field.key,
      wrong: 'Ghi chưa đúng so với giấy khai sinh bản chính.',
      right: '',
      paper: 'Giấy khai sinh bản chính, số 118/1991',
    });
    if (!made.ok && !made.problems.every(({ code }) => code === 'E-VALUE-REPORT-OPEN')) throw new Error(made.problems[0]!.title.en);
    await endThisSession(tx);
  });
}
