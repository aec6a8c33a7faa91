/** Port to the population database; implemented in `outside/population`. Nobody asks anonymously: every call names officer and purpose. */
import type { Citizen, StatedIdentity } from './shapes.ts';

/** Who asks, on whose behalf. */
export interface Officer {
  /** MaCanBo: the officer's account with the source */
  readonly account: string;
  /** MaDonVi */
  readonly unit: string;
  readonly phone: string;
}

export interface Question extends StatedIdentity {
  /** MaYeuCau: unique a call; the source's and our audit key */
  readonly requestId: string;
  readonly officer: Officer;
  readonly purpose: 'DOI_SOAT_HO_SO';
}

export type Answer =
  | { readonly kind: 'found'; readonly citizen: Citizen }
  | { readonly kind: 'not-found' }
  /** down, slow or unreadable: ask again later; never a failure of the submission */
  | { readonly kind: 'unavailable'; readonly reason: 'timeout' | 'connection' | 'status' | 'unreadable'; readonly retryAfterMs: number | null }
  /** our right to ask was refused: no use in asking again */
  | { readonly kind: 'refused'; readonly code: string };

export interface PopulationGateway {
  /** name of the source, for `source_state` */
  readonly source: string;
  lookUp(question: Question, signal?: AbortSignal): Promise<Answer>;
}
