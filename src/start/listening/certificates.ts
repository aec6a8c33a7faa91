/** Certificates of a listener as files: read and held against each other before anything uses them, and when each of them ends. */
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { SecureContextOptions } from 'node:tls';
import type { Guard } from '#base/guards.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import { certificateFile } from './problems.ts';
import { endsOfLists } from './revocation-list.ts';

/** Something of a listener that ends on a day. */
export interface CertificateEnd {
  readonly what: 'certificate' | 'authority' | 'revocation-list';
  /** file as the settings name it */
  readonly file: string;
  /** UTC */
  readonly at: string;
}

export interface Certificates {
  readonly options: SecureContextOptions;
  readonly ends: readonly CertificateEnd[];
  /** fingerprints of the authorities of callers */
  readonly authorities: readonly string[];
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

class NotRead extends Error {
  readonly problem: Problem;
  constructor(file: string, why: Bilingual) {
    super(why.en);
    this.problem = certificateFile({ file, why });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new NotRead(file, { vi: `không đọc được (${code})`, en: `it cannot be read (${code})` });
  }
}

function certificatesIn(file: string): X509Certificate[] {
  const found = textOf(file).match(CERTIFICATE) ?? [];
  try {
    const read = found.map((pem) => new X509Certificate(pem));
    if (read.length > 0) return read;
  } catch {
    // Told as a file without any.
  }
  throw new NotRead(file, { vi: 'không có chứng thư dạng PEM', en: 'there is no certificate in PEM in it' });
}

function keyOf(file: string, leaf: X509Certificate): string {
  const text = textOf(file);
  let fits: boolean;
  try {
    fits = leaf.checkPrivateKey(createPrivateKey(text));
  } catch {
    throw new NotRead(file, { vi: 'không phải khóa riêng dạng PEM không mật khẩu', en: 'it is no private key in PEM without a password' });
  }
  if (!fits) throw new NotRead(file, { vi: 'không phải khóa của chứng thư đã nêu', en: 'it is not the key of the certificate named' });
  return text;
}

const endOf = (what: CertificateEnd['what'], file: string, certificates: readonly X509Certificate[]): CertificateEnd => ({
  what,
  file,
  at: certificates.map(({ validToDate }) => validToDate.toISOString()).toSorted()[0]!,
});

function listsOf(file: string): { readonly text: string; readonly end: CertificateEnd } {
  const text = textOf(file);
  const ends = endsOfLists(text);
  if (ends.length === 0 || ends.some((at) => at === null))
    throw new NotRead(file, {
      vi: 'không có danh sách thu hồi dạng PEM ghi ngày cập nhật tiếp theo',
      en: 'there is no revocation list in PEM that says when the next one comes',
    });
  return { text, end: { what: 'revocation-list', file, at: (ends as string[]).toSorted()[0]! } };
}

/** @returns E-CERTIFICATE-FILE with the file and why; what has ended is no failure here: it is told by its day */
export function readCertificates({ tls, clients }: Pick<Guard, 'tls' | 'clients'>): Result<Certificates | null> {
  if (tls === null) return ok(null);
  try {
    const chain = certificatesIn(tls.certificateFile);
    const options: SecureContextOptions = { cert: textOf(tls.certificateFile), key: keyOf(tls.keyFile, chain[0]!) };
    const authorities: string[] = [];
    const ends = [endOf('certificate', tls.certificateFile, chain)];
    if (clients !== null) {
      const lists = listsOf(clients.revokedFile);
      const above = certificatesIn(clients.authorityFile);
      authorities.push(...above.map(({ fingerprint256 }) => fingerprint256));
      ends.push(endOf('authority', clients.authorityFile, above), lists.end);
      Object.assign(options, { ca: textOf(clients.authorityFile), crl: lists.text });
    }
    createSecureContext(options);
    return ok({ options, ends, authorities });
  } catch (error) {
    if (error instanceof NotRead) return refused(error.problem);
    const { message } = error as Error;
    return refused(
      certificateFile({ file: tls.certificateFile, why: { vi: `OpenSSL từ chối: ${message}`, en: `OpenSSL refuses it: ${message}` } }),
    );
  }
}
