/** A TCP port of this machine that nobody listened on a moment ago. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Somebody else may take it meanwhile: for products of one's own and tests, which start at once. */
export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
