/**
 * What a guarded listener stands on: TLS of its own with certificates that are read again when their files change, a certificate asked of callers, the
 * address behind a server in front. Whoever is not served leaves a reason; a request is judged by `refusalOf` before anything else is done with it.
 */
import { constants } from 'node:crypto';
import type { X509Certificate } from 'node:crypto';
import { createServer as createPlain } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { SecureContextOptions } from 'node:tls';
import type { Guard } from '#base/guards.ts';
import { standsIn } from '#base/networks.ts';
import { ok } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { readCertificates } from './certificates.ts';
import type { CertificateEnd } from './certificates.ts';
import { clientRefusal, handshakeRefusal, namesOf } from './client-certificate.ts';
import type { Refusal } from './client-certificate.ts';
import { readProxyHeader } from './proxy-header.ts';

/** A handshake, or a PROXY header, that takes longer is cut, in milliseconds. */
const HANDSHAKE_MS_MAX = 10_000;
/** Connections are kept open so long without a request, in milliseconds: longer than servers in front keep theirs. */
const KEEP_ALIVE_MS = 72_000;

/** Certificates above a caller's that are looked at. */
const CHAIN_MAX = 8;

/** Somebody who was not served. The address goes into counts alone. */
export type OnRefused = (why: Refusal, address: string, certificateSha256: string | null) => void;

export interface Transport {
  /** The server of this listener; MUST be asked once. */
  readonly serverOf: (handler: RequestListener, requestMsMax: number) => Server;
  /** Why a request must not be served. @param address  where it came from, by the servers in front that are believed */
  readonly refusalOf: (socket: Socket, address: string) => { readonly why: Refusal; readonly certificateSha256: string | null } | null;
  /** Was it connected by the certificates and lists that stand now? What was not is asked to connect again. */
  readonly isCurrent: (socket: Socket) => boolean;
  readonly ends: () => readonly CertificateEnd[];
  /** Reads the files again; takes them where they changed. A problem: what there was stays in use. */
  readonly reread: () => Problem | null;
}

/** Settings of TLS beside the files: TLS 1.3 where a certificate is asked; no session is taken up again there, or one who is revoked would stay. */
const secured = (guard: Guard, options: SecureContextOptions): SecureContextOptions =>
  guard.clients === null
    ? { ...options, minVersion: 'TLSv1.2' }
    : { ...options, minVersion: 'TLSv1.3', secureOptions: constants.SSL_OP_NO_TICKET };

/** The address behind a server in front, in the place where everybody looks for it. */
const setAddress = (socket: Socket, address: string): void => void Object.defineProperty(socket, 'remoteAddress', { value: address });

/** Takes the PROXY header off every connection before the server sees it. @param told  where each connection came from, by the address and port that it has here */
function takeProxyHeaders(server: Server, from: readonly string[], told: Map<string, string>, onRefused: OnRefused): void {
  const isTrusted = standsIn(from);
  const served = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const peer = socket.remoteAddress ?? '';
    const end = (): void => {
      onRefused('no-proxy-header', peer, null);
      socket.destroy();
    };
    socket.on('error', () => socket.destroy());
    if (!isTrusted(peer)) return end();
    let bytes = Buffer.alloc(0);
    const look = (): void => {
      for (let chunk = socket.read() as Buffer | null; chunk !== null; chunk = socket.read() as Buffer | null)
        bytes = Buffer.concat([bytes, chunk]);
      const header = readProxyHeader(bytes);
      if (header.kind === 'more') return;
      socket.off('readable', look);
      socket.setTimeout(0);
      if (header.kind === 'wrong') return end();
      if (header.source !== null) {
        const key = `${peer}:${socket.remotePort}`;
        told.set(key, header.source);
        socket.once('close', () => told.delete(key));
        setAddress(socket, header.source);
      }
      if (bytes.length > header.length) socket.unshift(bytes.subarray(header.length));
      for (const serve of served) serve.call(server, socket);
    };
    socket.setTimeout(HANDSHAKE_MS_MAX, () => socket.destroy());
    socket.on('readable', look);
  });
}

/** @returns E-CERTIFICATE-FILE when a file cannot be used: a listener does not open half */
export function openTransport(guard: Guard, onRefused: OnRefused): Result<Transport> {
  const read = readCertificates(guard);
  if (!read.ok) return read;
  let certificates = read.value;
  let server: Server | null = null;
  let generation = 0;
  const connectedIn = new WeakMap<Socket, number>();
  const told = new Map<string, string>();
  const holds = guard.networks === null ? null : standsIn(guard.networks);

  const serverOf: Transport['serverOf'] = (handler, requestMsMax) => {
    server =
      certificates === null
        ? createPlain(handler)
        : // A server of HTTP over TLS does whatever is asked of one over TCP here: it listens, and ends.
          (createSecure(
            {
              ...secured(guard, certificates.options),
              requestCert: guard.clients !== null,
              // Who has none, or one that is not accepted, is told why over the connection: before any route, and with nothing of their request read.
              rejectUnauthorized: false,
              handshakeTimeout: HANDSHAKE_MS_MAX,
            },
            handler,
          ) as unknown as Server);
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.requestTimeout = requestMsMax;
    server.on('secureConnection', (socket: TLSSocket) => {
      connectedIn.set(socket, generation);
      const source = told.get(`${socket.remoteAddress}:${socket.remotePort}`);
      if (source !== undefined) setAddress(socket, source);
    });
    server.on('tlsClientError', (error: NodeJS.ErrnoException, socket: TLSSocket) => {
      const why = handshakeRefusal(error.code ?? '');
      if (why !== null) onRefused(why, told.get(`${socket.remoteAddress}:${socket.remotePort}`) ?? socket.remoteAddress ?? '', null);
    });
    if (guard.proxyHeaderFrom !== null) takeProxyHeaders(server, guard.proxyHeaderFrom, told, onRefused);
    return server;
  };

  const refusalOf: Transport['refusalOf'] = (socket, address) => {
    if (guard.clients !== null && socket instanceof TLSSocket) {
      const peer = socket.getPeerCertificate();
      const certificate = peer && 'raw' in peer ? { names: namesOf(peer as Parameters<typeof namesOf>[0]) } : null;
      const foreignRoot = foreignRootOf(socket.getPeerX509Certificate(), certificates?.authorities ?? []);
      const why = clientRefusal(
        { certificate, isVerified: socket.authorized, foreignRoot, code: codeOf(socket.authorizationError), address },
        guard.clients,
      );
      if (why !== null)
        return { why, certificateSha256: certificate === null ? null : peer.fingerprint256.replaceAll(':', '').toLowerCase() };
    }
    return holds === null || holds(address) ? null : { why: 'outside-networks', certificateSha256: null };
  };

  return ok({
    serverOf,
    refusalOf,
    isCurrent: (socket) => !(socket instanceof TLSSocket) || connectedIn.get(socket) === generation,
    ends: () => certificates?.ends ?? [],
    reread: () => {
      const again = readCertificates(guard);
      if (!again.ok) return again.problems[0]!;
      if (again.value === null || JSON.stringify(again.value.options) === JSON.stringify(certificates?.options)) return null;
      certificates = again.value;
      generation += 1;
      (server as unknown as { setSecureContext(options: SecureContextOptions): void } | null)?.setSecureContext(
        secured(guard, certificates.options),
      );
      // Who waits on an open connection comes again, and is judged by what stands now.
      server?.closeIdleConnections();
      return null;
    },
  });
}

/** Whether what a caller presented ends, of itself, in a certificate that signed itself and is none of these. */
function foreignRootOf(leaf: X509Certificate | undefined, authorities: readonly string[]): 'itself' | 'above' | null {
  let top = leaf;
  for (
    let steps = 0;
    top?.issuerCertificate && top.issuerCertificate.fingerprint256 !== top.fingerprint256 && steps < CHAIN_MAX;
    steps += 1
  )
    top = top.issuerCertificate;
  if (top === undefined || !top.checkIssued(top) || authorities.includes(top.fingerprint256)) return null;
  return top === leaf ? 'itself' : 'above';
}

/** Node calls it an Error and hands out its code. */
const codeOf = (error: Error | string | undefined): string | null =>
  error === undefined || error === null
    ? null
    : typeof error === 'string'
      ? error
      : ((error as NodeJS.ErrnoException).code ?? error.message);
