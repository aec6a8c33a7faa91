/** Builders for tests of the card: a body with people whose identity is locked and who have a portrait, registered as a confirmation registers them. */
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { readPeople } from '#record/register/store.ts';
import type { Applied } from '#record/register/shapes.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import { MAIN } from './employment.ts';
import type { Employment } from './employment.ts';
import type { EndNeeds } from './end-card.ts';
import { followRegister } from './follow.ts';
import { heldCards } from './store.ts';
import type { StoredCard } from './store.ts';

export const PORTRAIT = 'ab'.repeat(32);
export const BODY = 'H26.03.01';

type Groups = Readonly<Partial<Record<GroupCode, Readonly<Record<string, unknown>>>>>;

export interface CardOffice {
  readonly office: Office;
  readonly bodyId: string;
  /** a system session of that body */
  readonly handle: SessionHandle;
  readonly needs: EndNeeds;
  readonly jobSession: (bodyId: string | null) => Promise<SessionHandle>;
  /** registers somebody new; `groups` are laid over a record that has everything for a card */
  hires(groups?: Groups, more?: { readonly identityLocked?: boolean; readonly number?: string }): Promise<string>;
  /** registers a change */
  registers(
    personId: string,
    groups: Groups,
    more?: { readonly identityLocked?: boolean; readonly as?: SessionHandle; readonly validFrom?: string },
  ): Promise<Applied>;
  /** of the main employment, unless another is named */
  held(personId: string, employment?: Employment): Promise<StoredCard | null>;
  /** acts of the log about a person, oldest first */
  acts(personId: string): Promise<string[]>;
  close(): Promise<void>;
}

const RECORD: Groups = {
  A: { coQuanQuanLy: BODY, coQuanSuDung: BODY, loaiDoiTuong: 'VC', trangThaiCongTac: 'DANG_LAM', anh4x6: PORTRAIT },
  B: { hoTenKhaiSinh: 'Đặng Thị Yến', ngaySinh: '1990-02-01', gioiTinh: '2', danToc: '01' },
  F: { 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': 'Giáo viên' },
};

let running = 0;

/** `joined` makes a second body of the same installation. */
export async function aCardOffice(
  portrait = PORTRAIT,
  joined?: { readonly office: Office; readonly bodyCode: string },
): Promise<CardOffice> {
  const office = joined?.office ?? (await anOffice());
  const body = joined?.bodyCode ?? BODY;
  const bodyId = await office.body(body);
  const jobSession = jobSessions(office, 'test');
  const handle = await jobSession(bodyId);
  const needs: EndNeeds = { ...office, cardValidMonths: 60, cardOverlapHours: 72 };
  const apply = { ...office, onRegistered: followRegister(needs) };
  const made: CardOffice = {
    office,
    bodyId,
    handle,
    needs,
    jobSession,
    async hires(groups = {}, more = {}) {
      const personId = office.chance.uuid7(Date.parse(office.clock.now()));
      const salt = office.chance.bytes(32);
      const number = more.number ?? `000190${String(++running).padStart(6, '0')}`;
      await office.as(handle, async (tx) => {
        await tx.query('select claim_national_ids($1::bytea[], $2::uuid[], $3::bytea[], $4, $5)', [
          [office.keys.nationalIdHash(number)],
          [personId],
          [Buffer.from(office.keys.seal(salt, 'national-id', Buffer.from(number)))],
          bodyId,
          personId,
        ]);
        await tx.query('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [personId, bodyId, Buffer.from(salt)]);
      });
      const base: Groups = { ...RECORD, A: { ...RECORD.A, coQuanQuanLy: body, coQuanSuDung: body, anh4x6: portrait } };
      const names = Object.keys({ ...base, ...groups }) as GroupCode[];
      const laid = Object.fromEntries(names.map((group) => [group, { ...base[group], ...groups[group] }]));
      await made.registers(personId, laid, { identityLocked: more.identityLocked ?? true });
      return personId;
    },
    async registers(personId, groups, more = {}) {
      const session = more.as ?? handle;
      return office.as(session, async (tx) => {
        const person = (await readPeople(tx, office.keys, [personId])).get(personId);
        const [applied] = await applyConfirmed(tx, apply, [
          {
            personId,
            bodyId,
            validFrom: more.validFrom ?? office.clock.today(),
            submissionId: null,
            attestationId: null,
            source: 'EXCEL',
            ...(more.identityLocked === undefined
              ? {}
              : { identityLocked: more.identityLocked, identityLevel: more.identityLocked ? 'KHOP' : 'LECH' }),
            groups: Object.entries(groups).map(([group, stated]) => ({
              group: group as GroupCode,
              stated: stated as GroupDocument,
              comparedVersion: person?.heads[group as GroupCode]?.v ?? 0,
            })),
          },
        ]);
        return applied!;
      });
    },
    async held(personId, employment = MAIN) {
      return (await office.as(handle, (tx) => heldCards(tx, [personId], { employment }))).get(personId) ?? null;
    },
    async acts(personId) {
      const rows = await office.owner.transaction(null, (tx) =>
        tx.query<{ act: string }>('select act from audit_event where object_id = $1 order by tx, event_id', [personId]),
      );
      return rows.map((row) => row.act);
    },
    close: () => office.close(),
  };
  return made;
}
