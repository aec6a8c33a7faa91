/** Trích ngang: chosen fields of many people as they stood on a day, as far as who asked sees them. Decision 0110. */
import { currentLists } from '#authority/code-lists/editions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { NOT_COMPARED } from '#record/matching/compared.ts';
import { besideOf } from '#record/register/read.ts';
import { readVersions } from '#record/register/store.ts';
import { recordView } from '#record/register/view.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { eyesOver, recordOn } from './eyes.ts';
import type { ExtractNeeds } from './eyes.ts';
import { listFile } from './list-file.ts';
import { HIDDEN } from './list-making.ts';
import type { Making } from './list-making.ts';
import type { KeptExport } from './store.ts';

const LEADING = ['Họ và tên', 'Số định danh (che)', 'Cơ quan'];

/** @param one  MUST have its day */
export function extractMaking(needs: ExtractNeeds, actor: Actor, { fields, asOf }: Pick<KeptExport, 'fields' | 'asOf'>): Making {
  const rows: string[][] = [];
  let masked = 0;
  return {
    take: async (tx, people) => {
      const lists = await currentLists(tx);
      const names = await needs.bodyNames(tx, [...new Set(people.map(({ bodyId }) => bodyId))]);
      const all = Map.groupBy(
        await readVersions(
          tx,
          needs.keys,
          people.map(({ personId }) => personId),
        ),
        ({ personId }) => personId,
      );
      for (const hit of people) {
        const versions = all.get(hit.personId) ?? [];
        const record = recordOn(versions, asOf!);
        const beside = await besideOf(tx, record, asOf!);
        const views = judgedBy(lists, () =>
          recordView(record, eyesOver(actor, hit.byBody, needs.clock.today()), asOf!, {
            attested: new Map(),
            comparedOf: NOT_COMPARED,
            ...beside,
          }),
        );
        const shown = new Map(views.flatMap((group) => group.fields.map((field) => [field.key, field])));
        // What these eyes do not see of this very person is not in their view at all, or masked.
        const cells = fields.map((key) => {
          const view = shown.get(key);
          return !view || view.masked ? null : view.display.vi;
        });
        rows.push([hit.name, hit.nationalIdMasked, names.get(hit.bodyId) ?? '', ...cells.map((cell) => cell ?? HIDDEN)]);
        if (cells.includes(null)) masked += 1;
      }
      return people.map(({ personId }) => personId);
    },
    file: async (_tx, marks) => ({
      bytes: await listFile({ marks, headings: [...LEADING, ...fields.map((key) => fieldByKey(key)?.label.vi ?? key)], rows }),
      masked,
    }),
  };
}
