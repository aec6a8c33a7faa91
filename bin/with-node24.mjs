// node bin/with-node24.mjs FILE [arguments]: runs a file of this checkout under Node 24, after setting up what is missing.
import { runUnderNode24 } from './node24.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('node bin/with-node24.mjs FILE [arguments]\n');
  process.exit(64);
}
runUnderNode24(file, args);
