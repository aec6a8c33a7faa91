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
import { plainFileName } from '#record/intake/file-name.ts';
import { documentNameOf, readDocumentName } from '#standard/document-name.ts';
import { inTurns } from '#base/in-turns.ts';
import { documentsDoor } from './door.ts';
import { documentNameLong, documentsBusy, refusalOf } from './problems.ts';
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

/** Papers that a server reads at a time, each in a child of its own, and that wait for it: whoever sends them is anybody with an identity (threat T18). */
const AT_ONCE = 2;
const WAITING_MAX = 20;

/** Comes what is stated back out of the name, whole? A cut one would lose its day, after it was sent. */
function keptWhole(number: string, named: NamedEvidence): boolean {
  const back = readDocumentName(plainFileName(documentNameOf({ number, ...named })));
  const same = (one: string, other: string): boolean => one === other.trim().normalize('NFC');
  return back !== null && same(back.kind, named.kind) && same(back.symbol, named.symbol) && back.issuedOn === named.issuedOn;
}

type Photo = (bytes: Uint8Array) => Promise<Result<{ readonly jpeg: Uint8Array; readonly width: number; readonly height: number }>>;

async function paperOf(bytes: Uint8Array, photo: Photo): Promise<Result<EvidencePaper>> {
  let [pdf, fromPhoto] = [bytes, false];
  if (documentsDoor.sniff(bytes) === 'no') {
    const drawn = await photo(bytes);
    if (!drawn.ok) return drawn;
    [pdf, fromPhoto] = [await paperOfPhoto(drawn.value.jpeg, drawn.value), true];
  }
  const found = await runReader(pdf);
  if (found.k !== 'document') return refused(refusalOf(found));
  return ok({ pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages: found.pages, pdfa: found.pdfa, fromPhoto });
}

/** @param photo  draws a picture anew, without what a camera wrote beside it: another door's */
export const evidenceBy = (photo: Photo): Evidence => {
  const turn = inTurns(AT_ONCE, WAITING_MAX);
  return {
    door: evidenceDoor,
    nameOf: (number: string, named: NamedEvidence): string => documentNameOf({ number, ...named }),
    paperOf: async (bytes: Uint8Array): Promise<Result<EvidencePaper>> =>
      (await turn(() => paperOf(bytes, photo))) ?? refused(documentsBusy()),
    problemsOf: (number, named, { pdf, sha256, pages, pdfa }, known): readonly Problem[] =>
      keptWhole(number, named)
        ? // A stamp of secrecy refused it above; words that may be none are for the officer, not for the person to judge.
          problemsOfNamed(
            { named: { number, ...named }, found: { k: 'document', pages, marked: false, pdfa }, sha256, sizeBytes: pdf.length },
            known,
          )
        : [documentNameLong()],
  };
};
