/** HAProxy before the two servers of a trial. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { begin, end } from './programs.ts';

const TEMPLATE = join(import.meta.dirname, '../../deploy/ha/trial-portal.cfg');

export function startPortal(folder: string, port: number, [one, two]: readonly [number, number]): { stop(): Promise<void> } {
  const values: Record<string, number> = { HA_PORTAL_PORT: port, HA_SERVER_ONE_PORT: one, HA_SERVER_TWO_PORT: two };
  const file = join(folder, 'portal.cfg');
  writeFileSync(
    file,
    readFileSync(TEMPLATE, 'utf8').replace(/\$\{(\w+)\}/g, (_all, name: string) => String(values[name])),
  );
  const haproxy = begin(['/usr/sbin/haproxy', '-db', '-f', file], { log: join(folder, 'portal.log') });
  return { stop: () => end(haproxy) };
}
