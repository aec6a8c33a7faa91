#!/usr/bin/env node
// The command line. Works before anything was installed: it installs first.
import { runUnderNode24 } from './node24.mjs';

runUnderNode24('src/start/congvu.ts', process.argv.slice(2));
