/**
 * `npm run ha-trial`: the whole of `deploy/ha` on this machine, to look at and to break: three nodes, HAProxy, pgBackRest, two servers, two workers.
 * A folder of its own, ports and addresses on loopback alone; Ctrl+C ends all of it and takes the folder away. Needs no root.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from './ha/cluster.ts';
import { startPortal } from './ha/portal.ts';
import { startProduct } from './ha/product.ts';
import { missingPackages } from './ha/programs.ts';

const { values: asked } = parseArgs({
  options: {
    port: { type: 'string', default: '41400' },
    people: { type: 'string', default: '500' },
    keep: { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
  },
});

const missing = missingPackages();
if (missing.length > 0) {
  process.stderr.write(
    `Chưa có: ${missing.join(' ')}. Debian 12: apt-get install --no-install-recommends ${missing.join(' ')}\nMissing packages; stop and mask the services that they bring.\n`,
  );
  process.exit(2);
}

const firstPort = Number(asked.port);
const folder = mkdtempSync(join(tmpdir(), 'congvu-ha-'));
chmodSync(folder, 0o711);
const ends: (() => unknown)[] = [() => (asked.keep ? undefined : rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))];
const tell = (text: string): void => void process.stderr.write(`${text}\n`);
let ending: Promise<void> | null = null;
const endAll = (): Promise<void> =>
  (ending ??= (async () => {
    for (const one of ends.toReversed()) await one();
  })());
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    tell('\nĐang dừng · ending');
    void endAll().then(() => process.exit(0));
  });

try {
  tell(`Ba nút PostgreSQL, nhật ký ở ${folder} · three nodes, logs in there …`);
  const cluster = await startCluster({
    folder,
    nodes: (['one', 'two', 'three'] as const).map((name, i) => ({ name, address: `127.0.41.${i + 1}`, place: null })),
    // Whoever connects on loopback comes from 127.0.0.1, whatever their own address is.
    network: '127.0.0.0/8',
    clients: '127.0.0.0/8',
    firstPort,
    archive: true,
  });
  ends.push(() => cluster.stop());
  await cluster.whole(120_000);
  tell('Bản sao đầu tiên bằng pgBackRest · the first copy …');
  tell(await cluster.copy());
  tell('Hai máy chủ, hai tiến trình xử lý nền · two servers, two workers …');
  const portalPort = firstPort + 10;
  const publicUrl = `http://localhost:${portalPort}`;
  const ports = [firstPort + 11, firstPort + 12] as const;
  const product = await startProduct({ folder, cluster, ports, publicUrl, people: Number(asked.people) });
  ends.push(() => product.stop());
  const portal = startPortal(folder, portalPort, ports);
  ends.push(() => portal.stop());
  tell(`\nMở · open   ${publicUrl}/trinh-dien`);
  for (const { name, role, state } of await cluster.members()) tell(`${name.padEnd(6)} ${role.padEnd(13)} ${state}`);
  tell(`Cổng ghi · writing ${firstPort + 4}, cổng đọc · reading ${firstPort + 5}. Ctrl+C: dừng hết · ends all.`);
  if (asked.once) {
    await endAll();
    process.exit(0);
  }
  await new Promise(() => setInterval(() => undefined, 60_000));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  await endAll();
  process.exit(1);
}
