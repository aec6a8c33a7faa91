/** Fits the port by which a submission reads its file: a PDF becomes a line of documents of the person whom its name names. */
import { createHash } from 'node:crypto';
import type { Place, PrintedPlace, Problem, ProblemPlace } from '#base/problem.ts';
import type { ReadPerson, ReadUpload } from '#record/intake/port.ts';
import { checkLine } from '#standard/check.ts';
import { secretMarkPerhaps } from '#standard/problems/cell.ts';
import { readDocumentName } from '#standard/document-name.ts';
import type { NamedDocument } from '#standard/document-name.ts';
import type { CheckContext, RawCell } from '#standard/shapes.ts';
import { documentNameless, documentNotPdfa, refusalOf } from './problems.ts';
import type { Inspected } from './reader/inspect.ts';
import { runReader } from './run-reader.ts';

/** The section of the dictionary that documents are lines of. */
const SECTION = 'taiLieu';

/** What no program can tell of a document. */
const NOT_CHECKED = [
  {
    vi: 'Văn bản có đúng là của người này và có đúng nội dung không: người gửi và cán bộ xác nhận mở ra xem.',
    en: 'Whether it is of this person and says what is stated: sender and officer open it.',
    needs: 'eyes',
  },
] as const;

/** It has no places within: it is one thing. */
export const printDocument = (_place: Place): PrintedPlace => ({ sheet: null, row: null, column: null });

const cell = (text: string): RawCell => ({ text, kind: 'text', formula: false });

/** A document, who it is of and what is stated of it. */
export interface NamedPdf {
  readonly named: NamedDocument;
  readonly found: Extract<Inspected, { k: 'document' }>;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly context: CheckContext;
}

function personOf({ named, found, sha256, sizeBytes, context }: NamedPdf): ReadPerson {
  const where: ProblemPlace = { field: SECTION };
  const cells = new Map(
    [
      ['loai', named.kind],
      ['soKyHieu', named.symbol],
      ['ngayBanHanh', named.issuedOn],
    ].flatMap(([key, text]) => (text === '' ? [] : [[`${SECTION}.${key}`, cell(text!)] as const])),
  );
  const { line, problems } = checkLine(SECTION, { sheet: SECTION, row: 1, cells }, context, { whole: true });
  const warning = [
    ...(found.pdfa === null ? [documentNotPdfa({}, { where })] : []),
    ...(found.marked ? [secretMarkPerhaps({}, { where })] : []),
  ];
  return {
    place: {},
    placeOf: () => where,
    name: '',
    givenAs: named.number,
    checked: {
      nationalId: named.number,
      document: {},
      problems: [...problems.map((one): Problem => ({ ...one, where: { ...where, field: one.where.field ?? SECTION } })), ...warning],
    },
    ...(line === null
      ? {}
      : {
          operations: [
            { operation: { section: SECTION, add: { ...line, tep: sha256, soTrang: found.pages, dungLuong: sizeBytes } }, where },
          ],
        }),
  };
}

type Known = Pick<Parameters<ReadUpload>[1], 'today' | 'asOf' | 'demo' | 'lists' | 'bodyKnown' | 'bodyNamed'>;

const contextOf = ({ today, asOf, demo, lists, bodyKnown, bodyNamed }: Known): CheckContext => ({
  today,
  asOf,
  demo,
  lists,
  bodyKnown,
  columnOf: (_sheet, key) => key,
  partOfRecord: true,
  ...(bodyNamed ? { bodyNamed } : {}),
});

/** What is told of it beside what the register says. */
export const problemsOfNamed = (pdf: Omit<NamedPdf, 'context'>, known: Known): readonly Problem[] =>
  personOf({ ...pdf, context: contextOf(known) }).checked.problems;

export const readDocument: ReadUpload<readonly ReadPerson[]> = async (bytes, how) => {
  const named = readDocumentName(how.fileName);
  if (named === null) return { kind: 'refused', problem: documentNameless({}) };
  const found = await runReader(bytes, how.signal);
  if (found.k !== 'document') return { kind: 'refused', problem: refusalOf(found) };
  const context = contextOf(how);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    kind: 'read',
    template: null,
    version: null,
    issuedFor: null,
    people: [personOf({ named, found, sha256, sizeBytes: bytes.length, context })],
    problems: [],
    ignored: [],
    notChecked: NOT_CHECKED,
    // Kept already: they are what was sent.
    files: [],
  };
};
