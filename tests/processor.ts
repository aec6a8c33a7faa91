/** What a run takes of the processor: on a machine with other work the clock on the wall says nothing. */
import { readFileSync } from 'node:fs';

/** Ticks of the kernel's accounting in a second: 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
/** Places in `/proc/self/stat`, counted behind the name: own time as user and as system, and that of children that were waited for. */
const [FIRST, END] = [11, 15];

/** Seconds of processor that this process took so far, with the children that ended; on systems without `/proc` its own alone. */
export function processorSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').pop()!.split(' ');
    return fields.slice(FIRST, END).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000_000;
  }
}

/** Where the kernel counts what all cores did; places of user, nice, system, interrupts and soft interrupts, behind the word `cpu`. */
const OF_THE_MACHINE = '/proc/stat';
const BUSY = [0, 1, 2, 5, 6];

/**
 * Seconds that all cores of the machine were busy since it started, whoever kept them so; null on systems without `/proc`. Between two looks on an idle
 * machine that is what a run really took: renderers of a browser and servers of a product that was killed are waited for by nobody, and stand in no other sum.
 */
export function machineSeconds(): number | null {
  try {
    const fields = readFileSync(OF_THE_MACHINE, 'utf8').split('\n')[0]!.trim().split(/\s+/).slice(1).map(Number);
    return BUSY.reduce((sum, at) => sum + fields[at]!, 0) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}
