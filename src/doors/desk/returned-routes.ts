/** What came back of a submission, over HTTP: for the body that sends the corrected file. */
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Place } from '#base/problem.ts';
import { json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { cellReturned } from '#record/confirmation/problems.ts';
import { RETURN_REASONS } from '#record/confirmation/reasons.ts';
import { returnedItems } from '#record/confirmation/returned.ts';
import type { ReturnedItem } from '#record/confirmation/returned.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { TYPED, wordsFor } from '#record/register/visibility.ts';
import type { Visibility } from '#record/register/visibility.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import { Page, oneSubmission, shownOfFile } from './one-submission.ts';
import { ReturnedItem as ReturnedItemShape } from './shapes.ts';
import { fieldLabel, fieldWords } from './comparison.ts';
import { visibilityOfFile } from './file-visibility.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import type { Door, PlacedProblem } from '#record/intake/door.ts';
import { linePlaceKey, linePlaces } from '#record/intake/line-store.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import type { StoredFile } from '#record/intake/store.ts';

const titles = new Map(GROUPS.map((group) => [group.code, group.title]));
const reasons = new Map(RETURN_REASONS.map((reason) => [reason.code, reason.label]));
/** Returned groups listed in a marked file at most. */
const RETURNED_LISTED_MAX = 5_000;

export function returnedRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  route(app, needs, {
    id: 'listReturned',
    tag: 'submissions',
    summary: { vi: 'Các ô bị trả lại: ô nào, vì sao, ai trả, khi nào', en: 'Cells that were returned: which, why, by whom, when' },
    method: 'GET',
    path: '/api/v1/submissions/:id/returned',
    params: ById,
    query: Page,
    act: 'problems.read',
    subject: oneSubmission,
    read: 'submission.read',
    purpose: 'SUBMIT',
    answer: json(listOf(ReturnedItemShape)),
    problems: [submissionNotFound],
    work: async ({ tx, actor, query, subject: { file }, shows }) => {
      const limit = query.limit ?? 50;
      const after = decodeCursor(query.cursor, ['instant', 'uuid']);
      const found = await returnedItems(tx, needs.keys, file.submissionId, { after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const people = page.map((item) => item.personId);
      await shows(shownOfFile(file, people, { returned: page.map((item) => item.itemId) }));
      const places = await linePlaces(tx, file.submissionId, page);
      const door = doorOf(needs.doors, file);
      const last = page.at(-1);
      return ok({
        items: page.map((item) => withPlaces(item, places, door, visibilityOfFile(actor, file).stated)),
        next: found.length > limit && last ? encodeCursor([last.at, last.itemId]) : null,
      });
    },
  });
}

/** Returned values of this round, as problems of the marked file; their places where they are known. */
export async function returnedAsProblems(tx: Tx, needs: IntakeNeeds, file: StoredFile): Promise<PlacedProblem[]> {
  const found = await returnedItems(tx, needs.keys, file.submissionId, { after: null, limit: RETURNED_LISTED_MAX });
  const items = found.filter((item) => item.round === file.round);
  const places = await linePlaces(tx, file.submissionId, items);
  const door = doorOf(needs.doors, file);
  return items.flatMap((item) =>
    shown(item, TYPED).cells.map(({ field, value, reasonLabel, note }) => ({
      ...cellReturned(
        {
          name: item.name,
          reason: note ? { vi: `${reasonLabel.vi} – "${note}"`, en: `${reasonLabel.en} – "${note}"` } : reasonLabel,
        },
        { value: value?.vi ?? null },
      ),
      place: placeOfReturned(door, item, field, places),
      field,
    })),
  );
}

const placeOfReturned = (door: Door, item: ReturnedItem, field: string, places: ReadonlyMap<string, Place>): Place | null =>
  door.placeOfField?.(field, places.get(linePlaceKey(item)) ?? null) ?? null;

function withPlaces(item: ReturnedItem, places: ReadonlyMap<string, Place>, door: Door, visibility: Visibility | null) {
  const { cells, ...rest } = shown(item, visibility);
  return {
    ...rest,
    cells: cells.map((cell) => {
      const { sheet, row } = printed(door, placeOfReturned(door, item, cell.field, places));
      return { ...cell, sheet, row };
    }),
  };
}

function shown(item: ReturnedItem, visibility: Visibility | null) {
  const { itemId, personId, name, group, at, by } = item;
  return {
    itemId,
    personId,
    name,
    group,
    groupTitle: titles.get(group) ?? { vi: group, en: group },
    at,
    by,
    cells: item.cells.map(({ field, reason, note, stated }) => {
      const words = stated.flatMap((value) => fieldWords(field, value) ?? []);
      return {
        field,
        label: fieldLabel(field),
        value: wordsFor(
          words.length === 0 ? null : { vi: words.map((one) => one.vi).join('; '), en: words.map((one) => one.en).join('; ') },
          field,
          visibility,
        ),
        reason,
        reasonLabel: reasons.get(reason) ?? { vi: reason, en: reason },
        note,
      };
    }),
  };
}
