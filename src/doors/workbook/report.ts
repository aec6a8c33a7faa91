/** The report of a checked file, exactly as `congvu check --json` tells it (a contract with the outside: keep it stable). */
import { proposalWords, type Problem } from '#base/problem.ts';
import type { ReadPerson } from '#record/intake/port.ts';
import type { CheckedFile } from './check-file.ts';
import type { ReportedProblem, WorkbookReport } from './shapes.ts';

const reported = ({ code, severity, where, value, title, suggestion, candidates = [] }: Problem): ReportedProblem => ({
  code,
  severity,
  sheet: where.sheet ?? null,
  row: where.row ?? null,
  column: where.column ?? null,
  field: where.field ?? null,
  value,
  message: title,
  suggestion,
  candidates,
  proposed: proposalWords({ suggestion, candidates }),
});

/**
 * Walks through the people of a file and keeps what is told of them.
 *
 * @returns the report, and every problem: those of the file and its rows, then person by person
 */
export async function reportOf(
  file: Omit<CheckedFile, 'people'> & { readonly people: Iterable<ReadPerson> | AsyncIterable<ReadPerson> },
): Promise<{ readonly report: WorkbookReport; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [...file.problems];
  let [received, rejected] = [0, 0];
  for await (const { checked } of file.people) {
    received += 1;
    if (checked.problems.some((problem) => problem.severity === 'error')) rejected += 1;
    problems.push(...checked.problems);
  }
  const report = {
    file: { sha256: file.sha256, template: file.template, version: file.version, org: file.org },
    counts: {
      received,
      accepted: received - rejected,
      rejected,
      waiting: 0,
      warnings: problems.filter((problem) => problem.severity === 'warning').length,
    },
    problems: problems.map(reported),
    ignored: file.ignored,
    notChecked: file.notChecked.map(({ vi, en }) => ({ vi, en })),
  };
  return { report, problems };
}
