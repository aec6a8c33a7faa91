/** What `npm test` was asked for: parts of paths, `--repeat N`, `--busy`. */

export interface TestArguments {
  /** parts of paths; none: everything */
  readonly parts: readonly string[];
  /** how many times, one after the other */
  readonly times: number;
  /** with every core kept busy by a harmless loop */
  readonly busy: boolean;
}

/** The request, or a sentence that says what is wrong with it. */
export function readArguments(args: readonly string[]): TestArguments | string {
  const parts: string[] = [];
  let times = 1;
  let busy = false;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]!;
    if (arg === '--busy') busy = true;
    else if (arg === '--repeat') {
      i += 1;
      times = Number(args[i]);
      if (!Number.isInteger(times) || times < 1 || times > 100) return `--repeat takes a number from 1 to 100, not ${args[i] ?? 'nothing'}`;
    } else if (arg.startsWith('-')) return `${arg} is not known: npm test -- [--repeat N] [--busy] [part of a path …]`;
    else parts.push(arg);
  }
  return { parts, times, busy };
}
