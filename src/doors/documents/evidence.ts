/**
 * Papers that a person sends along with a declaration (`record/declarations`): each is brought into the intake as a document, by a door of its own, because
 * nobody sends, repairs or takes it back but its person. Decision 0115.
 */
import { createHash } from 'node:crypto';
import { refused, ok } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { printPaper } from '#base/paper.ts';
import type { Evidence, EvidencePaper, NamedEvidence } from '#record/declarations/evidence-port.ts';
import type { Door } from '#record/intake/door.ts';
import { documentsDoor } from './door.ts';
import { documentNameOf } from './file-name.ts';
import { refusalOf } from './problems.ts';
import { problemsOfNamed } from './read-document.ts';
import { runReader } from './run-reader.ts';

export const evidenceDoor: Door = {
  ...documentsDoor,
  key: 'evidence',
  source: 'person',
  what: { vi: 'giấy tờ kèm bản kê khai', en: 'a paper sent along with a declaration' },
  contentTypes: [],
  unnamed: 'giay-to.pdf',
  // Made of what its person sent, and brought by the background: no bytes that somebody uploads are told to be one.
  sniff: () => 'no',
};

/** Points of A4: a photo fills the page that it is nearest to, upright or across. */
const A4 = { short: 595.28, long: 841.89 };

/** One page with the photo on it, of the archival kind. */
async function paperOfPhoto(jpeg: Uint8Array, size: { readonly width: number; readonly height: number }): Promise<Uint8Array> {
  const across = size.width > size.height;
  const [width, height] = across ? [A4.long, A4.short] : [A4.short, A4.long];
  return printPaper({
    version: '1.7',
    subset: 'PDF/A-2b',
    pageSize: { width, height },
    pageMargins: [0, 0, 0, 0],
    content: [{ image: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`, fit: [width, height], alignment: 'center' }],
  });
}

/** @param photo  draws a picture anew, without what a camera wrote beside it: another door's */
export const evidenceBy = (
  photo: (bytes: Uint8Array) => Promise<Result<{ readonly jpeg: Uint8Array; readonly width: number; readonly height: number }>>,
): Evidence => ({
  door: evidenceDoor,
  nameOf: (number: string, named: NamedEvidence): string => documentNameOf({ number, ...named }),
  async paperOf(bytes: Uint8Array): Promise<Result<EvidencePaper>> {
    let [pdf, fromPhoto] = [bytes, false];
    if (documentsDoor.sniff(bytes) === 'no') {
      const drawn = await photo(bytes);
      if (!drawn.ok) return drawn;
      [pdf, fromPhoto] = [await paperOfPhoto(drawn.value.jpeg, drawn.value), true];
    }
    const found = await runReader(pdf);
    if (found.k !== 'document') return refused(refusalOf(found));
    return ok({ pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages: found.pages, pdfa: found.pdfa, fromPhoto });
  },
  problemsOf: (number, named, { pdf, sha256, pages, pdfa }, known): readonly Problem[] =>
    // A stamp of secrecy refused it above; words that may be none are for the officer, not for the person to judge.
    problemsOfNamed(
      { named: { number, ...named }, found: { k: 'document', pages, marked: false, pdfa }, sha256, sizeBytes: pdf.length },
      known,
    ),
});
