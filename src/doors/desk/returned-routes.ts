/** What came back of a submission, over HTTP: for the body that sends the corrected file. */
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { actorOf, handleOf } from '#authority/access/request.ts';
import { recordRead } from '#authority/audit/record.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { sendProblem } from '#base/http-problem.ts';
import { cellReturned } from '#record/confirmation/problems.ts';
import { RETURN_REASONS } from '#record/confirmation/reasons.ts';
import { returnedItems } from '#record/confirmation/returned.ts';
import type { ReturnedItem } from '#record/confirmation/returned.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { TYPED, wordsFor } from '#record/register/sight.ts';
import type { Sight } from '#record/register/sight.ts';
import { Id, Page, allowedFile, isProblem } from './allowed-file.ts';
import { fieldLabel, fieldWords } from './comparison.ts';
import { sightOfFile } from './eyes.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import type { StoredFile } from '#record/intake/store.ts';

const titles = new Map(GROUPS.map((group) => [group.code, group.title]));
const reasons = new Map(RETURN_REASONS.map((reason) => [reason.code, reason.label]));
/** The sheet of the template in which a field is filled in. */
const sheets = new Map(WORKBOOK_SHEETS.flatMap((sheet) => sheet.columns.map((column) => [column.key, sheet.name] as const)));
const MAIN_SHEET_NAME = WORKBOOK_SHEETS[0]!.name;

/** Returned groups listed in a marked workbook at most. */
const RETURNED_LISTED_MAX = 5_000;

export function returnedRoutes(app: FastifyInstance, needs: IntakeNeeds): void {
  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Page> }>(
    '/api/v1/submissions/:id/returned',
    { schema: { summary: 'Cells that were returned: which, why, by whom, when', params: Id, querystring: Page } },
    async (request, reply) =>
      needs.db.transaction(handleOf(request), async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'problems.read');
        if (isProblem(file)) return sendProblem(reply, file);
        const limit = request.query.limit ?? 50;
        const after = decodeCursor(request.query.cursor, ['instant', 'uuid']);
        const found = await returnedItems(tx, needs.keys, file.submissionId, { after, limit: limit + 1 });
        const page = found.slice(0, limit);
        await recordRead(tx, needs, [
          {
            act: 'submission.read',
            purpose: 'SUBMIT',
            bodyId: file.bodyId,
            objectId: file.submissionId,
            revision: file.round,
            listed: [...new Set(page.map((item) => item.personId))],
            payload: { returned: page.map((item) => item.itemId) },
          },
        ]);
        const rows = await rowsOf(tx, file.submissionId, page);
        const last = page.at(-1);
        return {
          items: page.map((item) =>
            shown(item, rows.get(`${item.round}/${item.personId}`) ?? null, sightOfFile(actorOf(request), file).stated),
          ),
          next: found.length > limit && last ? encodeCursor([last.at, last.itemId]) : null,
        };
      }),
  );
}

/** Excel's row of each person in the file that was returned, by `round/personId`. */
async function rowsOf(tx: Tx, submissionId: string, items: readonly ReturnedItem[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ round: number; person_id: string; sheet_row: number }>(
    'select round, person_id, sheet_row from submission_line where submission_id = $1 and person_id = any ($2::uuid[])',
    [submissionId, items.map((item) => item.personId)],
  );
  return new Map(rows.map((row) => [`${row.round}/${row.person_id}`, row.sheet_row]));
}

/** Returned cells of this round, as lines of the list sheet of the marked workbook; row and sheet where they are known. */
export async function returnedAsProblems(tx: Tx, needs: IntakeNeeds, file: StoredFile): Promise<Problem[]> {
  const found = await returnedItems(tx, needs.keys, file.submissionId, { after: null, limit: RETURNED_LISTED_MAX });
  const items = found.filter((item) => item.round === file.round);
  const rows = await rowsOf(tx, file.submissionId, items);
  return items.flatMap((item) =>
    shown(item, rows.get(`${item.round}/${item.personId}`) ?? null, TYPED).cells.map(({ field, sheet, row, value, reasonLabel, note }) =>
      cellReturned(
        {
          name: item.name,
          reason: note ? { vi: `${reasonLabel.vi} – "${note}"`, en: `${reasonLabel.en} – "${note}"` } : reasonLabel,
        },
        // The user may have moved the columns: which cell it is stands in the words, no letter is guessed.
        { where: { sheet, row, field }, value: value?.vi ?? null },
      ),
    ),
  );
}

function shown(item: ReturnedItem, row: number | null, sight: Sight | null) {
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
      const sheet = sheets.get(field) ?? null;
      const words = stated.flatMap((value) => fieldWords(field, value) ?? []);
      return {
        field,
        label: fieldLabel(field),
        sheet,
        // Rows of the other sheets are found by the person's number: several may be meant.
        row: sheet === MAIN_SHEET_NAME ? row : null,
        value: wordsFor(
          words.length === 0 ? null : { vi: words.map((one) => one.vi).join('; '), en: words.map((one) => one.en).join('; ') },
          field,
          sight,
        ),
        reason,
        reasonLabel: reasons.get(reason) ?? { vi: reason, en: reason },
        note,
      };
    }),
  };
}
