/** The program itself: the wrapper found a Node that runs it. */
import type { CheckResult } from './shapes.ts';
import { programFound } from './words.ts';

export const programCheck = (): CheckResult => ({
  name: 'program',
  state: 'ok',
  found: programFound(process.versions.node, `${process.platform}-${process.arch}`),
  problems: [],
});
