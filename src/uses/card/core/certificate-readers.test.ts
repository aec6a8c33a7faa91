/**
 * The certificates, read and chained by readers of the world that are not OpenSSL, each of which refused those of before or would have: one from npm, and
 * those of Python, Go and Java where the machine has them (a test that is skipped says which is missing).
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import 'reflect-metadata'; // the library asks for it, and says so only when it runs
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509ChainBuilder,
} from '@peculiar/x509';
import { sampleIssuer } from './card-for-tests.ts';
import { pemOf } from './certificate.ts';

const AT = '2026-11-27T02:10:00Z';
const NAMES = 'https://the.example/card the.example';
const issuer = sampleIssuer();
const [anchor, card, status] = await issuer.signer.keys();
const folder = mkdtempSync(join(tmpdir(), 'congvu-readers-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const kept = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const files = [anchor, card, status].map((key, i) => kept(`${i}.pem`, pemOf(key!.certDer)));

/** What a program prints, line by line; its own complaint when it fails. */
function linesOf(command: string, given: readonly string[]): string[] {
  const env = { ...process.env, GOCACHE: join(folder, 'go'), GO111MODULE: 'off', GOFLAGS: '' };
  const done = spawnSync(command, given, { encoding: 'utf8', env, cwd: folder });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trim().split('\n');
}
const runs = (command: string, ...given: string[]): boolean => spawnSync(command, given, { cwd: folder }).status === 0;

test('@peculiar/x509: chain, names, no purpose of our own', async () => {
  const read = [anchor, card, status].map((key) => new X509Certificate(Buffer.from(key!.certDer)));
  assert.equal(read[0]!.getExtension(BasicConstraintsExtension)?.ca, true);
  for (const leaf of read.slice(1)) {
    const chain = await new X509ChainBuilder({ certificates: [read[0]!] }).build(leaf);
    assert.deepEqual([chain.length, chain.at(-1)!.subject], [2, read[0]!.subject]);
    assert.ok(await leaf.verify({ publicKey: await read[0]!.publicKey.export(), date: new Date(AT) }));
    const names = leaf.getExtension(SubjectAlternativeNameExtension)!.names.items.map(({ type, value }) => `${type} ${value}`);
    assert.deepEqual(names, ['url https://the.example/card', 'dns the.example']);
    assert.equal(leaf.getExtension(ExtendedKeyUsageExtension), null);
    assert.deepEqual([...leaf.extensions].flatMap((one) => (one.critical ? [one.type] : [])).sort(), ['2.5.29.15', '2.5.29.19']);
  }
});

const python = ['python3', '/usr/bin/python3'].find((one) => runs(one, '-c', 'import cryptography'));
const READ_IN_PYTHON = `
import sys
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
anchor, *leaves = [x509.load_pem_x509_certificate(open(name, 'rb').read()) for name in sys.argv[1:]]
for leaf in leaves:
    assert leaf.issuer == anchor.subject
    anchor.public_key().verify(leaf.signature, leaf.tbs_certificate_bytes, ec.ECDSA(SHA256()))
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    print(*names.get_values_for_type(x509.UniformResourceIdentifier), *names.get_values_for_type(x509.DNSName))
`;
test('cryptography of Python: every extension, names, signature', { skip: python ? false : 'no cryptography of Python here' }, () => {
  assert.deepEqual(linesOf(python!, ['-c', READ_IN_PYTHON, ...files]), [NAMES, NAMES]);
});

const READ_IN_GO = `package main

import ("crypto/x509"; "encoding/pem"; "fmt"; "os"; "time")

func read(name string) *x509.Certificate {
	text, _ := os.ReadFile(name)
	block, _ := pem.Decode(text)
	certificate, err := x509.ParseCertificate(block.Bytes)
	if err != nil { panic(err) }
	return certificate
}

func main() {
	roots := x509.NewCertPool()
	roots.AddCert(read(os.Args[2]))
	at, _ := time.Parse(time.RFC3339, os.Args[1])
	for _, name := range os.Args[3:] {
		leaf := read(name)
		how := x509.VerifyOptions{Roots: roots, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}}
		if _, err := leaf.Verify(how); err != nil { panic(err) }
		fmt.Println(leaf.URIs[0], leaf.DNSNames[0])
	}
}
`;
test('crypto/x509 of Go: reads and chains them', { skip: runs('go', 'version') ? false : 'no Go here' }, () => {
  assert.deepEqual(linesOf('go', ['run', kept('read.go', READ_IN_GO), AT, ...files]), [NAMES, NAMES]);
});

const READ_IN_JAVA = `import java.io.*; import java.security.cert.*; import java.time.*; import java.util.*;
class Read {
  public static void main(String[] given) throws Exception {
    var factory = CertificateFactory.getInstance("X.509");
    var read = new ArrayList<X509Certificate>();
    for (var name : Arrays.copyOfRange(given, 1, given.length)) read.add((X509Certificate) factory.generateCertificate(new FileInputStream(name)));
    var how = new PKIXParameters(Set.of(new TrustAnchor(read.get(0), null)));
    how.setRevocationEnabled(false);
    how.setDate(Date.from(Instant.parse(given[0])));
    for (var leaf : read.subList(1, read.size())) {
      CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(List.of(leaf)), how);
      var names = new StringJoiner(" ");
      for (var name : leaf.getSubjectAlternativeNames()) names.add((String) name.get(1));
      System.out.println(names);
    }
  }
}
`;
test('PKIX of Java: validates the path', { skip: runs('javac', '-version') ? false : 'no Java with a compiler here' }, () => {
  assert.deepEqual(linesOf('java', [kept('Read.java', READ_IN_JAVA), AT, ...files]), [NAMES, NAMES]);
});
