/** Port to the population database; implemented in `outside/population`. Nobody asks anonymously: every call names officer and purpose. */
import type { Citizen, StatedIdentity } from './shapes.ts';

/** Who asks, on whose behalf. */
export interface Officer {
  /** MaCanBo, TaiKhoan: the officer's account with the source; never empty */
  readonly account: string;
  /** MaDonVi; never empty */
  readonly unit: string;
  /** SoDienThoai; may be empty */
  readonly phone: string;
}

export interface Question extends StatedIdentity {
  /** MaYeuCau: unique a call; the source's and our audit key */
  readonly requestId: string;
  readonly officer: Officer;
  readonly purpose: 'DOI_SOAT_HO_SO';
}

/**
 * Why no answer came. `ambiguous`: it answered, with more than one citizen for one number; `stopped`: we gave the call up ourselves.
 * Both say nothing about how the source is.
 */
export type WhyUnavailable = 'timeout' | 'connection' | 'status' | 'unreadable' | 'ambiguous' | 'stopped';

/** Down, slow or unreadable: ask again later; never a failure of the submission. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly reason: WhyUnavailable;
  /** what the source asked for; null when it did not */
  readonly retryAfterMs: number | null;
}
/** Our right to ask was refused, or the question was not complete; `code` holds letters, digits and `._:-` only. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: string;
}

export type Answer = { readonly kind: 'found'; readonly citizen: Citizen } | { readonly kind: 'not-found' } | Unavailable | Refused;
/** `exists` = a citizen with exactly this number, name and birth is there. */
export type Verification = { readonly kind: 'verified'; readonly exists: boolean } | Unavailable | Refused;

/** MUST NOT throw for what the other side does; MUST NOT put any of the question or answer into logs or errors. */
export interface PopulationGateway {
  /** name of the source, for `source_state` */
  readonly source: string;
  /** TraCuuThongTinCongDan (037): the citizen, as far as it is compared */
  lookUp(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** XacThucThongTinCongDan (003): yes or no, nothing of the citizen comes back */
  verify(question: Question, signal?: AbortSignal): Promise<Verification>;
}
