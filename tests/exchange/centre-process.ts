/** A centre in a process of its own, that may be killed: it rises from its journal. Says how far it is in a file. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysOfJwks, readKeyFile, verifierOf } from '#node/keys.ts';
import { centreForTests } from '#node/line/centre-for-tests.ts';

const [folder = '', host = '', port = ''] = process.argv.slice(2);
const key = readKeyFile(join(folder, 'centre.pem'));
const source = keysOfJwks(readFileSync(join(folder, 'source.jwks.json'), 'utf8'));
if (!key.ok || source === null) throw new Error('no keys');
const centre = centreForTests({
  source: 'H26',
  audience: 'centre',
  sign: key.value.sign,
  verify: verifierOf(source),
  journal: join(folder, 'journal.ndjson'),
});
await centre.listen(Number(port), host);
/** Written whole or not at all. */
function say(): void {
  const file = join(folder, 'progress.json');
  const facts = {
    judged: centre.judged.length,
    different: new Set(centre.judged).size,
    held: centre.held.size,
    frozen: centre.state().frozen !== null,
  };
  writeFileSync(`${file}.part`, JSON.stringify(facts));
  renameSync(`${file}.part`, file);
}
say();
setInterval(say, 500);
