/** An authority of the trial, and a certificate for each node: names are those by which servers and nodes come to it. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './programs.ts';

const DAYS = 2;

export interface Authority {
  /** its certificate, for `sslrootcert` */
  readonly file: string;
  /** writes `server.crt` and `server.key` into this folder of a node; servers of ours come by loopback, other nodes by the address */
  certify(folder: string, address: string): readonly [certificate: string, key: string];
}

const openssl = (...args: string[]): string => run(['openssl', ...args], { login: false });
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export function openAuthority(folder: string): Authority {
  const [file, key] = [join(folder, 'ha-ca.crt'), join(folder, 'ha-ca.key')];
  openssl('req', '-x509', ...KEY, '-keyout', key, '-out', file, '-days', String(DAYS), '-subj', '/CN=Cong Vu HA trial');
  chmodSync(file, 0o644); // PostgreSQL, pg_rewind and our servers read it under different log-ins
  return {
    file,
    certify(place, address) {
      const [certificate, own, asked, names] = ['server.crt', 'server.key', 'server.csr', 'server.ext'].map((name) =>
        join(place, name),
      ) as [string, string, string, string];
      writeFileSync(names, `subjectAltName=IP:127.0.0.1,IP:${address},DNS:localhost\n`);
      openssl('req', ...KEY, '-keyout', own, '-out', asked, '-subj', `/CN=${address}`);
      openssl(
        'x509',
        '-req',
        '-in',
        asked,
        '-CA',
        file,
        '-CAkey',
        key,
        '-CAcreateserial',
        '-days',
        String(DAYS),
        '-extfile',
        names,
        '-out',
        certificate,
      );
      chmodSync(own, 0o600);
      return [certificate, own];
    },
  };
}
