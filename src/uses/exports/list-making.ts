/** A list of chosen columns, as far as who asked sees them. */
import type { Actor } from '#authority/access/shapes.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import { dayText } from '#base/vietnamese/time-text.ts';
import { shownHit } from '#record/register/search-wanted.ts';
import { codeList } from '#standard/code-lists.ts';
import { listFile } from './list-file.ts';
import type { ExportColumn } from './shapes.ts';
import type { KeptExport } from './store.ts';

export type Found = Parameters<typeof shownHit>[0];

/** What is made of the people who were found, page by page. */
export interface Making {
  /** @returns those of them who stand in the file */
  readonly take: (tx: Tx, people: readonly Found[]) => Promise<readonly string[]>;
  /** @returns the file, and of how many people some value is hidden from who asked */
  readonly file: (tx: Tx, marks: readonly string[]) => Promise<{ readonly bytes: Uint8Array; readonly masked: number }>;
}

const HEADINGS: Readonly<Record<ExportColumn, string>> = {
  name: 'Họ và tên',
  number: 'Số định danh (che)',
  birth: 'Ngày sinh',
  body: 'Cơ quan',
  post: 'Chức vụ',
  jobTitle: 'Vị trí việc làm',
  grade: 'Ngạch, chức danh nghề nghiệp',
  kind: 'Đối tượng',
  status: 'Trạng thái công tác',
  match: 'Đối soát dân cư',
};
/** What stands where the reader's roles do not see a value. */
export const HIDDEN = '•••';
const MATCHES = new Map(codeList('muc_khop').entries.map(({ code, name }) => [code, name]));

type Shown = ReturnType<typeof shownHit> & { readonly bodyName: string };
const vi = (text: Bilingual | null): string | null => text?.vi ?? null;

/** A person's cells; a value that is hidden, or that nobody stated, cannot be told apart by the hit: `masked` asks of the columns that may be. */
function cellsOf(hit: Shown, columns: readonly ExportColumn[], hidden: ReadonlySet<ExportColumn>): string[] {
  const of: Readonly<Record<ExportColumn, string | null>> = {
    name: hit.name,
    number: hit.nationalIdMasked,
    birth: hit.birth && dayText(hit.birth),
    body: hit.bodyName,
    post: vi(hit.post),
    jobTitle: hit.jobTitle,
    grade: vi(hit.grade),
    kind: vi(hit.kind),
    status: vi(hit.status),
    match: hit.match && (MATCHES.get(hit.match) ?? hit.match),
  };
  return columns.map((column) => (hidden.has(column) ? HIDDEN : (of[column] ?? '')));
}

/** Is there a value that the reader does not see? What nobody stated is not hidden. */
function isHidden(column: ExportColumn, hit: Found, shown: ReturnType<typeof shownHit>): boolean {
  switch (column) {
    case 'birth':
      return hit.birth !== null && shown.birth === null;
    case 'match':
      return shown.match === null;
    case 'post':
      return hit.of.position !== null && shown.post === null;
    case 'jobTitle':
      return hit.of.job_title !== null && shown.jobTitle === null;
    case 'grade':
      return hit.of.grade !== null && shown.grade === null;
    case 'kind':
      return hit.of.employee_kind !== null && shown.kind === null;
    case 'status':
      return hit.of.work_status !== null && shown.status === null;
    case 'name':
    case 'number':
    case 'body':
      return false;
  }
}

export function listMaking(
  needs: { readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>> },
  actor: Actor,
  { columns }: Pick<KeptExport, 'columns'>,
): Making {
  const rows: string[][] = [];
  let masked = 0;
  return {
    take: async (tx, people) => {
      const names = await needs.bodyNames(tx, [...new Set(people.map(({ bodyId }) => bodyId))]);
      for (const hit of people) {
        const shown = { ...shownHit(hit, actor), bodyName: names.get(hit.bodyId) ?? '' };
        const hidden = new Set(columns.filter((column) => isHidden(column, hit, shown)));
        rows.push(cellsOf(shown, columns, hidden));
        if (hidden.size > 0) masked += 1;
      }
      return people.map(({ personId }) => personId);
    },
    file: async (_tx, marks) => ({ bytes: await listFile({ marks, headings: columns.map((column) => HEADINGS[column]), rows }), masked }),
  };
}
