/**
 * What the register writes when a case is done: that a person is another body's from a day on, that they were given back, that their number was made anew.
 * The row of the person MUST have been moved already in the same transaction; the caller has asked everything else.
 */
import { canonicalJson } from '#base/canonical-json.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { lineText, linesOf } from '#standard/record-access.ts';
import type { FieldValue, GroupCode, GroupDocument, Line, RecordDocument } from '#standard/shapes.ts';
import { applyConfirmed } from './apply.ts';
import type { ApplyNeeds } from './apply.ts';
import { baseFor } from './apply.ts';
import { codesOfBody } from '#authority/organisations/store.ts';
import { recordAsOf } from './as-of.ts';
import { resolveEmployment } from './employment.ts';
import type { ConfirmedPerson, RegisteredPerson } from './shapes.ts';
import { readPeople, readVersions } from './store.ts';

/** Fields that say where in a body somebody stands: of the new body nobody has said them yet. */
export const OF_A_BODY: Readonly<Partial<Record<GroupCode, readonly string[]>>> = {
  A: ['donViTrucThuoc'],
  F: ['chucVuHienTai', 'viTriViecLam.ma', 'viTriViecLam.ten', 'viTriViecLam.nhom', 'hangChucDanhLdql'],
};
const USING = 'coQuanSuDung';
/** Who uses somebody, and as what: what a secondment says anew, and its end takes back. */
const OF_A_USE: Readonly<Partial<Record<GroupCode, readonly string[]>>> = { ...OF_A_BODY, A: [USING, ...OF_A_BODY.A!] };
const UNKNOWN: FieldValue = { vang: 'CHUA_XAC_DINH' };

/**
 * What stands of a person under the new body: it manages and uses them; unit and posts of the old one are not known any more, nor the work state of somebody who had left.
 * Pure. Nothing that nobody said is made up: a card needs a post, so it waits for what the new body sends.
 */
export function statedByMove(document: RecordDocument, bodyCode: string, hadLeft: boolean): RecordDocument {
  const unknown = (group: GroupCode): GroupDocument =>
    Object.fromEntries((OF_A_BODY[group] ?? []).flatMap((key) => (document[group]?.[key] === undefined ? [] : [[key, UNKNOWN]])));
  const posts = unknown('F');
  return {
    A: { coQuanQuanLy: bodyCode, [USING]: bodyCode, ...unknown('A'), ...(hadLeft ? { trangThaiCongTac: UNKNOWN } : {}) },
    ...(Object.keys(posts).length > 0 ? { F: posts } : {}),
  };
}

/** What stands of a person whom another body uses: it is named as the one that does; unit and posts are said anew. Pure. */
export function statedBySecondment(document: RecordDocument, usingCode: string): RecordDocument {
  const { A, ...posts } = statedByMove(document, usingCode, false);
  const { coQuanQuanLy: _stays, ...rest } = A!;
  return { A: rest, ...posts };
}

export interface Move {
  readonly personId: string;
  /** who manages from now on */
  readonly bodyId: string;
}

export async function present(tx: Tx, needs: ApplyNeeds, personId: string): Promise<RegisteredPerson> {
  const person = (await readPeople(tx, needs.keys, [personId], { lock: true })).get(personId);
  if (!person) throw new Error('a case was done about a person whom the register does not have');
  return person;
}

/** The first day, from `day` on, for which these groups may be stated: not before what stands. Pure. */
export const dayOfStating = ({ heads }: Pick<RegisteredPerson, 'heads'>, groups: readonly GroupCode[], day: PlainDate): PlainDate =>
  groups.reduce((last, group) => ((heads[group]?.from ?? '') > last ? heads[group]!.from : last), day);
/** Groups that a move or a secondment states. */
export const GROUPS_OF_A_MOVE: readonly GroupCode[] = ['A', 'F'];

/** Writes what a case states for a day not before what stands, and returns the version. */
export async function write(
  tx: Tx,
  needs: ApplyNeeds,
  person: RegisteredPerson,
  about: Move & Pick<ConfirmedPerson, 'because' | 'identityLevel' | 'identityLocked'>,
  stated: RecordDocument,
  day: PlainDate,
): Promise<number> {
  const groups = Object.entries(stated) as [GroupCode, GroupDocument][];
  const validFrom = dayOfStating(
    person,
    groups.map(([group]) => group),
    day,
  );
  const [applied] = await applyConfirmed(tx, needs, [
    {
      ...about,
      validFrom,
      submissionId: null,
      attestationId: null,
      source: 'CONG',
      groups: groups.map(([group, said]) => ({ group, stated: said, comparedVersion: baseFor(person, [], group, validFrom).version })),
    },
  ]);
  if (!applied || applied.outcome === 'overtaken') throw new Error('a record changed under the lock of its case');
  if (applied.outcome === 'refused')
    throw new Error(`a case gave a person to a body that is not itself on that day (${applied.problems[0]!.code})`);
  return applied.version;
}

/** The person goes over, from `day` on. Returns the version that says so. */
export async function registerMove(
  tx: Tx,
  needs: ApplyNeeds,
  move: Move & { readonly bodyCode: string; readonly day: PlainDate; readonly hadLeft: boolean },
): Promise<number> {
  const person = await present(tx, needs, move.personId);
  const { personId, bodyId, day } = move;
  return write(tx, needs, person, { personId, bodyId, because: 'moved' }, statedByMove(person.document, move.bodyCode, move.hadLeft), day);
}

/** Another body uses the person, from `day` on; the one that manages stays. Returns the version that says so. */
export async function registerSecondment(
  tx: Tx,
  needs: ApplyNeeds,
  lent: Move & { readonly usingCode: string; readonly day: PlainDate },
): Promise<number> {
  const person = await present(tx, needs, lent.personId);
  const { personId, bodyId, day } = lent;
  return write(tx, needs, person, { personId, bodyId }, statedBySecondment(person.document, lent.usingCode), day);
}

/** A post at another body beside the main one, as a line of the record names it. */
interface BesidePost extends Move {
  /** code of `chuc_vu` or words */
  readonly post: string;
  readonly day: PlainDate;
}
const BESIDE = 'chucVuKiemNhiem';

const postsBeside = ({ document }: RegisteredPerson): readonly Line[] => linesOf(document, 'F', BESIDE) ?? [];
const names = (line: Line, post: string, codes: readonly string[]): boolean =>
  lineText(line, 'chucVu') === post && codes.includes(lineText(line, 'coQuan'));

/**
 * The person holds a post at another body (`at`, by any code it ever had) beside the main one, from `from` on: lines that say so already stand as they are.
 * Returns the version that says so.
 */
export async function registerConcurrent(
  tx: Tx,
  needs: ApplyNeeds,
  beside: BesidePost & { readonly at: string; readonly code: string; readonly from: PlainDate },
): Promise<number> {
  const person = await present(tx, needs, beside.personId);
  const { personId, bodyId, post, at, code, from, day } = beside;
  const [lines, codes] = [postsBeside(person), await codesOfBody(tx, at)];
  const said = lines.some((line) => names(line, post, codes)) ? lines : [...lines, { chucVu: post, coQuan: code, tuNgay: from }];
  return write(tx, needs, person, { personId, bodyId, because: 'beside' }, { F: { [BESIDE]: said } }, day);
}

/** The post at that body (by any code it ever had) is held no more: the lines that named it go. null: none stood. */
export async function registerConcurrentEnd(
  tx: Tx,
  needs: ApplyNeeds,
  beside: BesidePost & { readonly at: string },
): Promise<number | null> {
  const person = await present(tx, needs, beside.personId);
  const { personId, bodyId, post, at, day } = beside;
  const codes = await codesOfBody(tx, at);
  const lines = postsBeside(person);
  const others = lines.filter((line) => !names(line, post, codes));
  if (others.length === lines.length) return null;
  return write(tx, needs, person, { personId, bodyId, because: 'beside' }, { F: { [BESIDE]: others } }, day);
}

const same = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

/**
 * Ends a secondment: what it had written, and nobody has said anew since, stands again as before it; while the register still names the using body, unit and posts
 * do so too, whatever was said of them: they were those at that body. null: nothing of it stood any more.
 */
export async function registerSecondmentEnd(
  tx: Tx,
  needs: ApplyNeeds,
  back: Move & {
    readonly undoing: number;
    readonly day: PlainDate;
    /** the body that used the person */
    readonly at: string;
  },
): Promise<number | null> {
  const person = await present(tx, needs, back.personId);
  const { undone, before } = await aroundVersion(tx, needs, person, back);
  const stated: Partial<Record<GroupCode, Record<string, FieldValue>>> = {};
  // By its identity: a body that has another code meanwhile is the same body.
  const isStillUsed = person.employers[USING] === back.at;
  for (const [group, keys] of Object.entries(OF_A_USE) as [GroupCode, readonly string[]][])
    for (const key of keys) {
      const [now, wrote, was] = [person.document, undone, before].map(
        (document) => (document?.[group] as Readonly<Record<string, FieldValue>> | undefined)?.[key],
      );
      // What was first said while the person was lent goes, too.
      if (now === undefined && was === undefined) continue;
      if (isStillUsed || same(now, wrote)) (stated[group] ??= {})[key] = was ?? UNKNOWN;
    }
  if (Object.keys(stated).length === 0) return null;
  const taken = await asItCanBeTaken(tx, person, back, stated as RecordDocument);
  return write(tx, needs, person, { personId: back.personId, bodyId: back.bodyId }, taken, back.day);
}

/** What a version wrote, and what stood before it on the day for which it can be stated again. */
async function aroundVersion(
  tx: Tx,
  needs: ApplyNeeds,
  person: RegisteredPerson,
  { undoing, day }: { readonly undoing: number; readonly day: PlainDate },
): Promise<{ readonly undone: RecordDocument | undefined; readonly before: RecordDocument }> {
  const versions = await readVersions(tx, needs.keys, [person.personId]);
  const undone = versions.find((version) => version.version === undoing)?.document;
  const before = recordAsOf(
    versions.filter((version) => version.version < undoing),
    dayOfStating(person, Object.keys(undone ?? {}) as GroupCode[], day),
    Number.MAX_SAFE_INTEGER,
  ).document;
  return { undone, before };
}

/** What stood may not be taken any more (a code was replaced, a secondment has ended): such a body is said to be not determined. */
async function asItCanBeTaken(
  tx: Tx,
  person: RegisteredPerson,
  { personId, bodyId, day }: Move & { readonly day: PlainDate },
  stated: RecordDocument,
): Promise<RecordDocument> {
  const on = dayOfStating(person, Object.keys(stated) as GroupCode[], day);
  const [told] = await resolveEmployment(tx, [{ bodyId, on, stated, personId, standing: person.document }]);
  const lost = Object.entries(told!.bodies).filter(([key, body]) => body === null && typeof stated.A?.[key] === 'string');
  return lost.length === 0 ? stated : { ...stated, A: { ...stated.A, ...Object.fromEntries(lost.map(([key]) => [key, UNKNOWN])) } };
}

/** Gives the person back: what the move had changed stands again as before it. */
export async function registerReturn(
  tx: Tx,
  needs: ApplyNeeds,
  back: Move & { readonly undoing: number; readonly day: PlainDate },
): Promise<number> {
  const person = await present(tx, needs, back.personId);
  const { undone, before } = await aroundVersion(tx, needs, person, back);
  const groups = Object.keys(undone ?? {}) as GroupCode[];
  const stated = Object.fromEntries(groups.map((group) => [group, before[group] ?? {}])) as RecordDocument;
  const taken = await asItCanBeTaken(tx, person, back, stated);
  return write(tx, needs, person, { personId: back.personId, bodyId: back.bodyId, because: 'moved' }, taken, back.day);
}

/** The number was made anew, and matched: the identity stands by that match. */
export async function registerNewNumber(
  tx: Tx,
  needs: ApplyNeeds,
  change: Move & { readonly level: string; readonly day: PlainDate },
): Promise<number> {
  const person = await present(tx, needs, change.personId);
  return write(
    tx,
    needs,
    person,
    {
      personId: change.personId,
      bodyId: change.bodyId,
      because: 'renumbered',
      identityLevel: change.level,
      identityLocked: change.level === 'KHOP',
    },
    {},
    change.day,
  );
}
