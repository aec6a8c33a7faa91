/**
 * What a process and all that it starts take, from /proc (Linux): memory at its highest together, processor time in all. The database server is
 * told apart. Processor time is the figure to compare by: on a busy machine the time on the wall is somebody else's too.
 */
import { readFileSync, readdirSync } from 'node:fs';

/** Milliseconds between two looks; a look costs some milliseconds itself. */
const EVERY_MS = 100;
const TICKS_A_SECOND = 100;

export interface TreeUse {
  readonly seconds: number;
  /** of Node and its children */
  readonly cpuSeconds: number;
  /** of the database server */
  readonly databaseCpuSeconds: number;
  /** of Node and its children at one moment: what is theirs alone, and their share of what several use (PSS) */
  readonly peakBytes: number;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly isDatabase: boolean;
  readonly cpuSeconds: number;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : '';
    if (stat === '') return [];
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [
      {
        pid: Number(name),
        parent: Number(fields[1]),
        isDatabase: stat.includes('(postgres)'),
        cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
      },
    ];
  });
}

/** A process and its descendants. */
function treeOf(root: number): Process[] {
  const all = processes();
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const below = (pid: number): Process[] => (byParent.get(pid) ?? []).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

const pssBytes = (pid: number): number => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;

/**
 * Looks at a tree until it is stopped; `lap` tells what was used since the last one. `onlyLaps`: nothing is looked at in between, and no memory:
 * for a process that watches itself.
 */
export function watchTree(root: number, how: { readonly onlyLaps?: boolean } = {}): { lap: () => TreeUse; stop: () => void } {
  const cpu = new Map<number, Process>();
  let startedMs = performance.now();
  let peakBytes = 0;
  let told = { node: 0, database: 0 };
  const look = (): void => {
    const tree = treeOf(root);
    for (const one of tree) cpu.set(one.pid, one);
    if (how.onlyLaps) return;
    peakBytes = Math.max(
      peakBytes,
      tree.filter((one) => !one.isDatabase).reduce((sum, { pid }) => sum + pssBytes(pid), 0),
    );
  };
  const timer = how.onlyLaps ? undefined : setInterval(look, EVERY_MS);
  return {
    lap: () => {
      look();
      const sum = (isDatabase: boolean): number =>
        [...cpu.values()].filter((one) => one.isDatabase === isDatabase).reduce((all, one) => all + one.cpuSeconds, 0);
      const now = { node: sum(false), database: sum(true) };
      const use = {
        seconds: (performance.now() - startedMs) / 1000,
        cpuSeconds: now.node - told.node,
        databaseCpuSeconds: now.database - told.database,
        peakBytes,
      };
      startedMs = performance.now();
      peakBytes = 0;
      told = now;
      return use;
    },
    stop: () => clearInterval(timer),
  };
}
