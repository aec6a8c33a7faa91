/** The report of a checked file, exactly as `congvu check --json` tells it (a contract with the outside: keep it stable). */
import { proposalWords, type Problem } from '#base/problem.ts';
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

/** Every problem of a file: those of the file and its rows, then person by person. */
export const allProblems = (file: CheckedFile): Problem[] => [
  ...file.problems,
  ...file.people.flatMap((person) => person.checked.problems),
];

export function reportOf(file: CheckedFile): WorkbookReport {
  const problems = allProblems(file);
  const rejected = file.people.filter((person) => person.checked.problems.some((problem) => problem.severity === 'error')).length;
  return {
    file: { sha256: file.sha256, template: file.template, version: file.version, org: file.org },
    counts: {
      received: file.people.length,
      accepted: file.people.length - rejected,
      rejected,
      waiting: 0,
      warnings: problems.filter((problem) => problem.severity === 'warning').length,
    },
    problems: problems.map(reported),
    ignored: file.ignored,
    notChecked: file.notChecked.map(({ vi, en }) => ({ vi, en })),
  };
}
