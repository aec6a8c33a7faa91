/**
 * The template of an agency with what its people's records say, as far as who asked sees it: to be corrected and sent back. Their numbers stand in it in
 * clear, for a row says by its number whose it is: so it is for who may bring a file of that agency, and a second person grants it for many.
 */
import { currentLists } from '#authority/code-lists/editions.ts';
import { decide } from '#authority/access/decide.ts';
import { rolesOver } from '#authority/access/request.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { bodyOn } from '#authority/organisations/store.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Keys } from '#base/sealing.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import { isMatchedWhole } from '#record/matching/compared.ts';
import { comparedForMany } from '#record/matching/known.ts';
import { nationalIdOf } from '#record/register/read.ts';
import type { ComparedOf, PersonVersion } from '#record/register/shapes.ts';
import { readVersions } from '#record/register/store.ts';
import { seen } from '#record/register/visibility.ts';
import { isElsewhere, sourceOf } from '#standard/decree/source.ts';
import { FIELDS, fieldByKey } from '#standard/dictionary.ts';
import type { Field } from '#standard/field-shape.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { typedCells } from '#standard/typed-cells.ts';
import type { Cells } from '#standard/typed-cells.ts';
import type { Making } from './list-making.ts';
import type { KeptExport } from './store.ts';

interface FilledPerson {
  readonly hoSo: Cells;
  readonly sections: Readonly<Record<string, readonly Cells[]>>;
  readonly locked: readonly string[];
}
/** What the door of workbooks makes of it. */
export type FilledTemplate = (
  input: {
    readonly bodyCode: string;
    readonly bodyName: string;
    readonly issuedOn: string;
    readonly lists: ListEdition;
    readonly filled: string;
  },
  people: readonly FilledPerson[],
) => Promise<Uint8Array>;

export interface TemplateNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly filledTemplate: FilledTemplate;
}

const EVERY_FIELD: ReadonlySet<string> = new Set(FIELDS.map(({ key }) => key));
const NO_FIELD: ReadonlySet<string> = new Set();

/** Single values whose original stands elsewhere, and that were compared whole with it and are equal: to be looked at, and corrected there. Decision 0112. */
const matchedElsewhere = (document: RecordDocument, comparedOf: ComparedOf, today: PlainDate): readonly Field[] =>
  FIELDS.filter(
    (field) =>
      field.section === null &&
      isElsewhere(field, today) &&
      document[field.group]?.[field.key] !== undefined &&
      isMatchedWhole(comparedOf(field.key, document[field.group]![field.key])),
  );

/** Why a cell is locked, and where its value is corrected. */
function lockedInWords(field: Field): string {
  const { name, correct } = sourceOf(field);
  return `Ô nền xám, đã khóa – ${field.label.vi}: đã khớp với ${name.vi}, không phải khai lại.${correct === null ? '' : ` Nếu sai: ${correct.vi}.`}`;
}

/** Of an agency's people: its own and those whom it has taken in; what a record says today. */
export function templateMaking(needs: TemplateNeeds, actor: Actor, { bodyId }: Pick<KeptExport, 'bodyId'>): Making {
  const today = needs.clock.today();
  const people: FilledPerson[] = [];
  const leftOut = new Set<string>();
  const elsewhere = new Map<string, Field>();
  let masked = 0;
  const seesOf = (of: string): ((field: string) => boolean) => {
    const mayUnmask = decide(actor, 'record.unmask', { bodyId: of }, { today }).allowed;
    const visibility = { roles: rolesOver(actor, of), unmasked: mayUnmask ? EVERY_FIELD : NO_FIELD };
    return (field) => seen(fieldByKey(field)!, visibility) === 'clear';
  };
  return {
    take: async (tx, found) => {
      const lists = await currentLists(tx);
      const versions = Map.groupBy(
        await readVersions(
          tx,
          needs.keys,
          found.map(({ personId }) => personId),
        ),
        ({ personId }) => personId,
      );
      const comparedOf = await comparedForMany(
        tx,
        needs.keys,
        found.map(({ personId }) => personId),
      );
      const taken: string[] = [];
      for (const hit of found) {
        const nationalId = await nationalIdOf(tx, needs.keys, hit.personId);
        // Somebody who was erased has no number and no row.
        if (nationalId === null) continue;
        const { document } = recordAsOf(versions.get(hit.personId) ?? [], today, lastOf(versions.get(hit.personId)));
        const typed = judgedBy(lists, () => typedCells(nationalId, document, { named: true, sees: seesOf(hit.bodyId) }));
        const locked = matchedElsewhere(document, comparedOf(hit.personId), today).filter(({ key }) => typed.hoSo[key] !== undefined);
        for (const field of locked) elsewhere.set(field.key, field);
        people.push({ ...typed, locked: locked.map(({ key }) => key) });
        taken.push(hit.personId);
        if (typed.leftOut.length > 0) masked += 1;
        for (const label of typed.leftOut) leftOut.add(label);
      }
      return taken;
    },
    file: async (tx, marks) => {
      const body = (await bodyOn(tx, bodyId!, today))!;
      const lists = await currentLists(tx);
      const filled = [
        ...marks,
        'Sửa những ô đã thay đổi rồi tải tệp này lên. Người không có gì thay đổi: để nguyên hoặc xóa dòng của người đó, kể cả ở các trang quá trình.',
        ...(leftOut.size === 0
          ? []
          : [`Không điền sẵn vì ngoài quyền xem của người lập (để trống là giữ nguyên): ${[...leftOut].sort().join(', ')}.`]),
        ...[...elsewhere.values()].map(lockedInWords),
      ].join('\n');
      const bytes = await needs.filledTemplate({ bodyCode: body.code, bodyName: body.name, issuedOn: today, lists, filled }, people);
      return { bytes, masked };
    },
  };
}

/** All that is committed: a reader is given what they would see on the page. */
const lastOf = (versions: readonly PersonVersion[] | undefined): number => Math.max(0, ...(versions ?? []).map(({ tx }) => tx));
