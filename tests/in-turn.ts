/**
 * Files of tests in this process, one after the other: each is a suite, whose own hooks open what it needs before its first test and close it before the
 * next file begins. For files that each start a product: that program is read once, and is warm for the second.
 */
import { before, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { whileFollowed } from './not-followed.ts';

await whileFollowed(async () => {
  // One after the other, so that what two of them need alike is read by the first.
  for (const file of process.argv.slice(1)) {
    const { promise: read, resolve } = Promise.withResolvers<void>();
    void describe(file, async () => {
      // As if it had been started: what is left of a failure is found by its name.
      before(() => void (process.argv[1] = file));
      await import(pathToFileURL(file).href).finally(resolve);
    });
    await read;
  }
});
