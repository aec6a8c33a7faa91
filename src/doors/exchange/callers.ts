/** Who calls: what a carrier vouches for, held against what is enrolled for a source. Decision 0117. */
import { X509Certificate } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { TLSSocket } from 'node:tls';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Clock, Instant } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { ExchangeSettings } from '#base/exchange-settings.ts';
import { isNetwork, standsIn } from '#base/networks.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { writeCaller, enrolledCaller, endOfCaller } from './caller-store.ts';
import type { EnrolledCaller } from './caller-store.ts';
import { shownBy } from './carriers.ts';
import { CALL_REFUSAL_WORDS } from './carriers/carrier.ts';
import type { CallRefusal, MessageRecord, WireCall } from './carriers/carrier.ts';
import { certificateFault, fingerprintOf } from './carriers/mtls.ts';
import type { CallerOf } from './port.ts';
import { callerRefused } from './problems.ts';
import { callerNotTaken } from './problems/lines.ts';

/** Why a call is refused, as sums of the log have it. */
export type WhyRefused = CallRefusal;
/** Somebody was not let in: for the sum in the log. `certificateSha256`: of a certificate, which is nobody's secret. */
export type OnCallRefused = (route: string, why: WhyRefused, address: string, certificateSha256: string | null) => void;

export interface CallerNeeds {
  readonly db: Database;
  readonly clock: Clock;
  readonly settings: ExchangeSettings;
  /** a system session over all bodies */
  readonly session: () => Promise<SessionHandle>;
  readonly onRefused: OnCallRefused;
  /** each message that X-Road carried, as its message log has it */
  readonly onMessage: (record: MessageRecord) => void;
}

function wireCallOf(request: FastifyRequest): WireCall {
  const { socket } = request.raw;
  const isVerified = socket instanceof TLSSocket && socket.authorized;
  return {
    head: (name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : '';
    },
    peer: socket.remoteAddress ?? '',
    address: request.ip,
    certificate: isVerified ? (socket.getPeerX509Certificate() ?? null) : null,
  };
}

/** Why an enrolled caller is not let in now; null: they are. */
export function enrolmentFault(enrolled: Pick<EnrolledCaller, 'ended' | 'networks'> | null, address: string): CallRefusal | null {
  if (enrolled === null) return 'not-enrolled';
  if (enrolled.ended) return 'enrolment-ended';
  return enrolled.networks.length === 0 || standsIn(enrolled.networks)(address) ? null : 'wrong-address';
}

/** Asked at every call, before anything of its body is read. Only who was vouched for costs a look into the database. */
export function callersOf({ db, clock, settings, session, onRefused, onMessage }: CallerNeeds): CallerOf {
  const shown = shownBy(settings, clock);
  return async (request) => {
    const call = wireCallOf(request);
    const no = (why: CallRefusal): Result<never> => {
      const route = `${request.method} ${request.routeOptions.url ?? ''}`;
      onRefused(route, why, call.address, call.certificate && fingerprintOf(call.certificate));
      return refused(callerRefused({ why: CALL_REFUSAL_WORDS[why] }));
    };
    const found = await shown(call);
    if (found.refusal !== undefined) return no(found.refusal);
    const enrolled = await db.transaction(await session(), (tx) => enrolledCaller(tx, found.carrier, found.name, clock.now()));
    // A token comes through the platform; a certificate and a security server by the connection itself.
    const fault = enrolmentFault(enrolled, found.carrier === 'lgsp' ? call.address : call.peer);
    if (fault !== null) return no(fault);
    if (found.message) onMessage(found.message);
    return ok({ source: enrolled!.source });
  };
}

/** By what a source will be recognised. `networks`: from where it may call; empty: from wherever the listener lets it. */
export type NewCaller = { readonly bodyId: string; readonly by: string; readonly networks: readonly string[] } & (
  | { readonly carrier: 'mtls'; readonly certificate: string }
  | { readonly carrier: 'x-road' | 'lgsp'; readonly name: string }
);

/**
 * Enrols what a source is recognised by. The source is there (`enrolSource`).
 * @returns its name; E-EXCHANGE-CALLER-NOT-TAKEN where the certificate cannot be read, has ended, is not for callers, a network is none, or the name is taken
 */
export async function enrolCaller(tx: Tx, needs: AuditNeeds, one: NewCaller): Promise<Result<string>> {
  const at = needs.clock.now();
  if (!one.networks.every(isNetwork))
    return refused(callerNotTaken({ why: { vi: 'mạng viết sai', en: 'a network is not written as one' } }));
  const read = one.carrier === 'mtls' ? certificateOf(one.certificate, at) : ok({ name: one.name, certificate: null });
  if (!read.ok) return read;
  const { name, certificate } = read.value;
  const isNew = await writeCaller(tx, { ...one, name, certificate, at });
  if (!isNew) return refused(callerNotTaken({ why: { vi: 'đã được đăng ký', en: 'it was enrolled before' } }));
  const { bodyId, carrier, networks } = one;
  await recordAct(tx, needs, [
    { act: 'exchange.caller-enrolled', purpose: 'SUBMIT', bodyId, objectId: bodyId, payload: { carrier, name, networks: [...networks] } },
  ]);
  return ok(name);
}

/** What a source was recognised by ends, now or at an instant to come, and lets nobody in any more. False: it is not there, or had ended. */
export async function endCaller(
  tx: Tx,
  needs: AuditNeeds,
  one: { readonly carrier: NewCaller['carrier']; readonly name: string; readonly by: string; readonly at?: Instant },
): Promise<boolean> {
  const bodyId = await endOfCaller(tx, { ...one, at: one.at ?? needs.clock.now() });
  if (bodyId === null) return false;
  const { carrier, name } = one;
  await recordAct(tx, needs, [{ act: 'exchange.caller-ended', purpose: 'SUBMIT', bodyId, objectId: bodyId, payload: { carrier, name } }]);
  return true;
}

interface ReadCertificate {
  readonly name: string;
  readonly certificate: { readonly pem: string; readonly from: Instant; readonly to: Instant } | null;
}

/** The certificate of a caller, its name and term; E-EXCHANGE-CALLER-NOT-TAKEN. */
export function certificateOf(pem: string, at: Instant): Result<ReadCertificate> {
  let read: X509Certificate;
  try {
    read = new X509Certificate(pem);
  } catch {
    return refused(callerNotTaken({ why: { vi: 'không phải chứng thư X.509', en: 'it is no X.509 certificate' } }));
  }
  const fault = certificateFault(read, at);
  // One of the months to come may be enrolled before its day.
  if (fault !== null && fault !== 'not-yet-valid') return refused(callerNotTaken({ why: CALL_REFUSAL_WORDS[fault] }));
  const [from, to] = [read.validFromDate.toISOString(), read.validToDate.toISOString()];
  return ok({ name: fingerprintOf(read), certificate: { pem: read.toString(), from, to } });
}
