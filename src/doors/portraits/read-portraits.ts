/** Fits the port by which a submission reads its file: a zip of pictures, or one picture, becomes people of whom only the portrait is said. */
import { createHash } from 'node:crypto';
import type { Place, PrintedPlace, Problem, ProblemPlace } from '#base/problem.ts';
import { withoutLongNumbers } from '#record/intake/file-name.ts';
import type { ReadPerson, ReadUpload } from '#record/intake/port.ts';
import type { Ignored } from '#record/intake/shapes.ts';
import { FINDINGS, nameIsNoNumber, personHasTwo, tooHeavy } from './problems.ts';
import { numberOfFile } from './reader/entry-names.ts';
import type { Finding } from './reader/image-head.ts';
import { runReader } from './run-reader.ts';
import type { ReadPicture } from './run-reader.ts';

/** The field of the dictionary that a portrait is. */
const FIELD = 'anh4x6';

const SKIPPED: Readonly<Record<'junk' | 'other', Ignored['why']>> = {
  junk: {
    vi: 'tệp do máy tính tự tạo (macOS hoặc Windows), không phải ảnh nên không được đọc',
    en: 'made by the computer itself (macOS or Windows), not a picture: it was not read',
  },
  other: { vi: 'không phải ảnh nên không được đọc', en: 'not a picture: it was not read' },
};

/** What no program can tell of a picture. */
const NOT_CHECKED = [
  {
    vi: 'Ảnh có đúng người này không: máy không nhận mặt, người gửi và cán bộ xác nhận so bằng mắt.',
    en: 'Whether it is this person: no face is recognised by machine; sender and officer look.',
    needs: 'eyes',
  },
] as const;

/** A picture by its number among the pictures, a file left aside by its name. */
export const printPicture = ({ sheet, row }: Place): PrintedPlace => ({
  sheet: typeof sheet === 'string' ? sheet : null,
  row: typeof row === 'number' ? row : null,
  column: null,
});

const problemOf = ({ code, params }: Finding, where: ProblemPlace, value: string): Problem =>
  (FINDINGS[code] ?? tooHeavy)(params, { where, value });

/** How many pictures each number has. */
function timesNamed(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) {
    const number = numberOfFile(name);
    if (number !== null) times.set(number, (times.get(number) ?? 0) + 1);
  }
  return times;
}

function personOf(picture: ReadPicture, name: string, times: ReadonlyMap<string, number>): ReadPerson {
  const number = numberOfFile(name);
  const where: ProblemPlace = { row: picture.place, field: FIELD };
  const count = number === null ? 1 : (times.get(number) ?? 1);
  const problems = [
    ...(number === null ? [nameIsNoNumber({}, { where, value: name })] : []),
    // Which of them is right nobody can tell: none is taken.
    ...(count > 1 ? [personHasTwo({ count }, { where, value: name })] : []),
    ...[...(picture.problem ? [picture.problem] : []), ...picture.warnings].map((finding) => problemOf(finding, where, name)),
  ];
  return {
    place: { row: picture.place },
    // Whatever is found about its person is found about the picture.
    placeOf: () => where,
    name: '',
    givenAs: name,
    checked: { nationalId: number, document: picture.jpeg ? { A: { [FIELD]: sha256Of(picture.jpeg) } } : {}, problems },
  };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const readPortraits: ReadUpload<readonly ReadPerson[]> = async (bytes, how) => {
  const read = await runReader(bytes, { progress: how.progress, signal: how.signal });
  if (read.kind === 'refused') return { kind: 'refused', problem: (FINDINGS[read.refusal.code] ?? tooHeavy)(read.refusal.params) };
  const nameOf = (picture: ReadPicture): string => picture.name ?? how.fileName;
  const times = timesNamed(read.pictures.map(nameOf));
  return {
    kind: 'read',
    template: null,
    version: null,
    issuedFor: null,
    people: read.pictures.map((picture) => personOf(picture, nameOf(picture), times)),
    problems: [],
    ignored: read.skipped.map(({ name, why }) => ({
      kind: 'file',
      place: { sheet: withoutLongNumbers(name) },
      why: SKIPPED[why],
    })),
    notChecked: NOT_CHECKED,
    files: read.pictures.flatMap(({ jpeg }) => (jpeg ? [jpeg] : [])),
  };
};
