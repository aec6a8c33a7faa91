/**
 * What measurements of a desk's network mean: the first cause alone where nothing behind it can be measured, and never the same fault under two names. Pure;
 * the command at a desk and the server judge by this one function.
 */
import type { Problem } from '#base/problem.ts';
import {
  addressSilent,
  answerMissing,
  captivePortal,
  certificateExpired,
  certificateForeign,
  certificateName,
  clockWrong,
  farAway,
  largeLost,
  nameNotAnswered,
  nameUnknown,
  noRoute,
  outsideTheNetwork,
  packetsLost,
  portRefused,
  proxyAsks,
  proxyBetween,
  serverFailing,
  tlsCut,
  tlsSilent,
  tooSlow,
} from './problems.ts';
import type { Measurements } from './shapes.ts';

export interface NetworkLimits {
  /** a clock may be so far off, in seconds: signatures and sign-in bear a minute or two */
  readonly clockSeconds: number;
  /** of short questions so many may be lost, as a share */
  readonly lostShare: number;
  /** a question that takes so much longer than the fastest one was sent again: what is lost is sent anew after a second (RFC 6298), in milliseconds */
  readonly lateMs: number;
  /** the middle one may take so long, in milliseconds */
  readonly middleMs: number;
  /** bits in a second: a form of 2 MB down within ten seconds, a file of 1 MB up within ten */
  readonly downRate: number;
  readonly upRate: number;
}

export const NETWORK_LIMITS: NetworkLimits = {
  clockSeconds: 120,
  lostShare: 0.05,
  lateMs: 900,
  middleMs: 500,
  downRate: 1_600_000,
  upRate: 800_000,
};

const SILENT = /^(TIMEOUT|ETIMEDOUT)$/;

function nameFinding(code: string): Problem {
  return /^(ENOTFOUND|ENODATA|NXDOMAIN)$/.test(code) ? nameUnknown() : nameNotAnswered();
}

function connectionFinding(code: string): Problem {
  if (SILENT.test(code)) return addressSilent();
  if (/^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ENETDOWN|EINVAL|EACCES)$/.test(code)) return noRoute();
  return portRefused();
}

const clockFinding = (seconds: number): Problem => clockWrong({ seconds: String(Math.round(Math.abs(seconds))) });
const isOff = ({ clockAheadSeconds: ahead }: Measurements, limits: NetworkLimits): boolean =>
  ahead !== null && Math.abs(ahead) > limits.clockSeconds;

function tlsFinding(code: string, measured: Measurements, limits: NetworkLimits): Problem {
  if (SILENT.test(code)) return tlsSilent();
  if (/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/.test(code))
    // A wrong clock makes every certificate look old, or young: then that is what has to be put right.
    return measured.certificateInForceThere === true && isOff(measured, limits)
      ? clockFinding(measured.clockAheadSeconds!)
      : certificateExpired();
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return certificateName();
  return /CERT|SELF_SIGNED|UNABLE_TO_/.test(code) ? certificateForeign() : tlsCut();
}

const BY_ANSWER: Readonly<Record<NonNullable<Measurements['answer']>, (() => Problem) | null>> = {
  ours: null,
  redirected: captivePortal,
  other: captivePortal,
  'proxy-asks': proxyAsks,
  'outside-networks': outsideTheNetwork,
  failing: serverFailing,
  silent: answerMissing,
  cut: answerMissing,
};

/** The smallest size that never arrives one way while smaller ones do; null: there is none. */
function lostSize({ sizes }: Measurements): number | null {
  const lost = (['up', 'down'] as const).flatMap((way) => {
    const ofWay = sizes.filter((one) => one.way === way).toSorted((a, b) => a.bytes - b.bytes);
    const first = ofWay.findIndex(({ arrived }) => arrived === 0);
    return first > 0 &&
      ofWay.slice(0, first).every(({ arrived, tries }) => arrived === tries) &&
      ofWay.slice(first).every(({ arrived }) => arrived === 0)
      ? [ofWay[first]!.bytes]
      : [];
  });
  return lost.length > 0 ? Math.min(...lost) : null;
}

const middleOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const megabits = (rate: number | null): string => (rate === null ? '–' : (rate / 1_000_000).toFixed(1));

/** How the line carries what is sent: one finding. What is lost makes it slow, and is what has to be put right. */
function lineFinding(measured: Measurements, limits: NetworkLimits): Problem | null {
  const { pings, downRate, upRate } = measured;
  const times = pings.filter((ms) => ms !== null);
  const middle = middleOf(times);
  const lost = pings.length - times.filter((ms) => ms <= Math.min(...times) + limits.lateMs).length;
  if (pings.length > 0 && lost / pings.length > limits.lostShare) return packetsLost({ lost: String(lost), sent: String(pings.length) });
  // Short questions pass a black hole: what is lost of them is lost for another reason.
  const size = lostSize(measured);
  if (size !== null) return largeLost({ bytes: String(size) });
  if ((downRate !== null && downRate < limits.downRate) || (upRate !== null && upRate < limits.upRate))
    return tooSlow({ down: megabits(downRate), up: megabits(upRate) });
  return middle > limits.middleMs ? farAway({ ms: String(Math.round(middle)) }) : null;
}

/** Empty: nothing stands against it. */
export function judge(measured: Measurements, limits: NetworkLimits = NETWORK_LIMITS): Problem[] {
  const { name, connection, tls, answer } = measured;
  // A proxy asks for its account before anything of the server is come to.
  if (answer === 'proxy-asks') return [proxyAsks()];
  if (name?.code) return [nameFinding(name.code)];
  if (connection?.code) return [connectionFinding(connection.code)];
  if (tls?.code) return [tlsFinding(tls.code, measured, limits)];
  const finding = answer === null ? answerMissing : BY_ANSWER[answer];
  if (finding) return [finding()];
  const line = lineFinding(measured, limits);
  return [
    ...(isOff(measured, limits) ? [clockFinding(measured.clockAheadSeconds!)] : []),
    ...(line ? [line] : []),
    ...(measured.proxyBetween || measured.byProxy ? [proxyBetween()] : []),
  ];
}

/** Can these have been measured? What says that more arrived than was sent, or speaks of a line on which nothing answered, was not. */
export function contradicts({ answer, pings, sizes, downRate, upRate }: Measurements): boolean {
  const lines = sizes.map(({ way, bytes }) => `${way} ${bytes}`);
  const isBehind = pings.length > 0 || sizes.length > 0 || downRate !== null || upRate !== null;
  return new Set(lines).size < lines.length || sizes.some(({ arrived, tries }) => arrived > tries) || (isBehind && answer !== 'ours');
}

/** Does the system work from this desk? What is only a remark takes nothing away. */
export const hasPassed = (findings: readonly Problem[]): boolean => findings.every(({ severity }) => severity !== 'error');
