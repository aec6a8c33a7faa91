/** What reads and names papers that come along with a declaration; `start/compose.ts` hands in what fits. */
import type { Problem, Result } from '#base/problem.ts';
import type { Door } from '#record/intake/door.ts';
import type { ReadUpload } from '#record/intake/port.ts';

/** What its person says that it is. */
export interface NamedEvidence {
  /** of `loai_tai_lieu` */
  readonly kind: string;
  /** number and sign of the paper; '' when it has none */
  readonly symbol: string;
  /** a day (YYYY-MM-DD); '' when it has none */
  readonly issuedOn: string;
}

/** A paper as it is kept. */
export interface EvidencePaper {
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
  /** part and level of PDF/A as it says of itself; null: it says none */
  readonly pdfa: string | null;
  /** it came as a photo, and was drawn anew */
  readonly fromPhoto: boolean;
}

export interface Evidence {
  /** by which a paper comes into the intake */
  readonly door: Door;
  /** A PDF as it came, or a photo made into one page, looked into by the door's own reader. Fails with its refusals. */
  paperOf(bytes: Uint8Array): Promise<Result<EvidencePaper>>;
  /** the name by which the door knows whose it is and what */
  nameOf(number: string, named: NamedEvidence): string;
  /** what the door will say of it */
  problemsOf(
    number: string,
    named: NamedEvidence,
    paper: EvidencePaper,
    known: Pick<Parameters<ReadUpload>[1], 'today' | 'asOf' | 'demo' | 'lists' | 'bodyKnown' | 'bodyNamed'>,
  ): readonly Problem[];
}
