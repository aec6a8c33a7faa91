/** Trích dọc: one person's record over time, each value with the day from which it holds and who confirmed it, as far as who asked sees it. Decision 0110. */
import { currentLists } from '#authority/code-lists/editions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { bodyNaming } from '#authority/organisations/store.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { dayText, instantText } from '#base/vietnamese/time-text.ts';
import { bodyCodesIn } from '#record/register/body-words.ts';
import { NOT_COMPARED } from '#record/matching/compared.ts';
import { besideOf, momentsOf } from '#record/register/read.ts';
import { reachedSubject, readReached } from '#record/register/reach.ts';
import { readVersions } from '#record/register/store.ts';
import { seen } from '#record/register/visibility.ts';
import { recordView } from '#record/register/view.ts';
import { codeList } from '#standard/code-lists.ts';
import { FIELDS, GROUPS, sectionByKey } from '#standard/dictionary.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { linesOf, textOf } from '#standard/record-access.ts';
import { eyesOver, recordOn } from './eyes.ts';
import type { ExtractNeeds } from './eyes.ts';
import { listFile } from './list-file.ts';

const HEADINGS = ['Nhóm', 'Trường thông tin', 'Giá trị', 'Có hiệu lực từ', 'Nguồn', 'Xác nhận lúc', 'Người xác nhận'];
const SOURCES = new Map(codeList('nguon_du_lieu').entries.map(({ code, name }) => [code, name]));
const TITLES = new Map(GROUPS.map(({ code, title }) => [code, title.vi]));

export interface PersonExtract {
  readonly bytes: (marks: readonly string[]) => Promise<Uint8Array>;
  /** labels of fields that who asked does not see */
  readonly leftOut: readonly string[];
}

/** Until a day. @returns null: the session does not see them (any more) */
export async function personExtract(
  tx: Tx,
  needs: ExtractNeeds,
  actor: Actor,
  { personId, asOf }: { readonly personId: string; readonly asOf: PlainDate },
): Promise<PersonExtract | null> {
  const person = await readReached(tx, needs.keys, personId);
  const by = await reachedSubject(tx, personId);
  if (!person || !by) return null;
  const eyes = eyesOver(actor, by.bodyId, needs.clock.today());
  const versions = await readVersions(tx, needs.keys, [personId]);
  const beside = {
    attested: await needs.attestations(tx, personId),
    nameOfBody: await bodyNaming(tx, [...new Set(versions.flatMap(({ document }) => bodyCodesIn(document)))]),
  };
  const rows: string[][] = [];
  const leftOut: string[] = [];
  const lists = await currentLists(tx);
  for (const field of FIELDS) {
    // The whole number is shown on the page alone, where asking for it is a row of its own; what repeats follows below.
    if (field.key === 'soDinhDanh' || field.section !== null) continue;
    const moments = judgedBy(lists, () => momentsOf(versions, field.key, beside)).filter(
      ({ display, validFrom }) => display.vi !== '' && validFrom <= asOf,
    );
    if (moments.length === 0) continue;
    if (seen(field, eyes) !== 'clear') {
      leftOut.push(field.label.vi);
      continue;
    }
    for (const { display, validFrom, source, confirmedAt, confirmedBy } of moments.toReversed())
      rows.push([
        TITLES.get(field.group) ?? field.group,
        field.label.vi,
        display.vi,
        dayText(validFrom),
        SOURCES.get(source) ?? source,
        confirmedAt === null ? '' : instantText(confirmedAt),
        confirmedBy ?? '',
      ]);
  }
  // Of what repeats each line has its own days: as the record stood on the day, a line a row.
  const record = recordOn(versions, asOf);
  for (const { group, section, key, label } of FIELDS.filter((field) => seen(field, eyes) !== 'clear'))
    if (section !== null && linesOf(record.document, group, section)?.some((line) => line[key.slice(section.length + 1)] !== undefined))
      leftOut.push(`${sectionByKey(section)!.title.vi}: ${label.vi}`);
  const context = { attested: beside.attested, comparedOf: NOT_COMPARED, ...(await besideOf(tx, record, asOf)) };
  for (const { title, sections } of judgedBy(lists, () => recordView(record, eyes, asOf, context)))
    for (const section of sections)
      for (const { cells, origin } of section.lines)
        rows.push([
          title.vi,
          section.title.vi,
          section.columns
            .flatMap(({ key, label }) => (cells[key] && cells[key].vi !== '' ? [`${label.vi}: ${cells[key].vi}`] : []))
            .join('; '),
          '',
          origin.source === null ? '' : (SOURCES.get(origin.source) ?? origin.source),
          origin.confirmedAt === null ? '' : instantText(origin.confirmedAt),
          origin.confirmedBy ?? '',
        ]);
  const name = textOf(person.document, 'B', 'hoTenKhaiSinh');
  return { leftOut, bytes: (marks) => listFile({ marks: [...marks, `Của: ${name}`], headings: HEADINGS, rows }) };
}
