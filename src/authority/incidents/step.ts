/** An incident is what its entries say, one after the other: what stands of it, which reports are due until when, and what may be entered next. Pure. */
import type { Instant } from '#base/clock.ts';
import { dayInVietnam } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { dueAfter } from '#standard/calendar/due.ts';
import { termOf } from '#standard/calendar/legal-terms.ts';
import { entryAt } from '#standard/code-lists.ts';
import { saysNoNumber } from '#standard/numbers-in-words.ts';
import {
  incidentClosed,
  incidentNumbers,
  incidentPeople,
  incidentReported,
  incidentReportsOpen,
  incidentTime,
  incidentTouches,
} from './problems.ts';
import reports from './reports.json' with { type: 'json' };
import type { IncidentClosing, IncidentFinding, IncidentOpening, IncidentReport, Report } from './shapes.ts';

export type Entry =
  | { readonly kind: 'opened'; readonly facts: IncidentOpening }
  | { readonly kind: 'found'; readonly facts: IncidentFinding }
  | { readonly kind: 'reported'; readonly facts: IncidentReport }
  | { readonly kind: 'closed'; readonly facts: IncidentClosing };
export type KeptEntry = Entry & { readonly at: Instant };

export interface DueReport {
  readonly report: Report;
  readonly name: string;
  readonly law: string;
  readonly dueAt: Instant;
  readonly sent: { readonly at: Instant; readonly receiver: string; readonly reference: string } | null;
  readonly late: boolean;
}

export interface Incident {
  readonly title: string;
  readonly discoveredAt: Instant;
  readonly touchesSystem: boolean;
  readonly touchesPeople: boolean;
  readonly people: number | null;
  readonly notes: readonly { readonly at: Instant; readonly what: string }[];
  readonly reports: readonly DueReport[];
  readonly closed: { readonly at: Instant; readonly lesson: string } | null;
}

/** @param entries  in their order; the first one opens it */
export function incidentOf(entries: readonly KeptEntry[], now: Instant): Incident {
  const [first] = entries;
  if (first?.kind !== 'opened') throw new Error('an incident begins with its opening');
  const { title, discoveredAt } = first.facts;
  const scopes = entries.flatMap((entry) => (entry.kind === 'opened' || entry.kind === 'found' ? [entry] : []));
  const { touchesSystem, touchesPeople, people } = scopes.at(-1)!.facts;
  const sent = new Map(entries.flatMap((entry) => (entry.kind === 'reported' ? [[entry.facts.report, entry.facts] as const] : [])));
  const ending = entries.find((entry) => entry.kind === 'closed');
  return {
    title,
    discoveredAt,
    touchesSystem,
    touchesPeople,
    people,
    notes: scopes.map(({ at, facts }) => ({ at, what: facts.what })),
    reports: reportsOf({ discoveredAt, touchesSystem, touchesPeople }, sent, now),
    closed: ending ? { at: ending.at, lesson: ending.facts.lesson } : null,
  };
}

/** What the law in force on the day of discovery asks for, and what was sent although it does not ask any more. */
function reportsOf(
  { discoveredAt, touchesSystem, touchesPeople }: Pick<Incident, 'discoveredAt' | 'touchesSystem' | 'touchesPeople'>,
  sent: ReadonlyMap<string, IncidentReport>,
  now: Instant,
): DueReport[] {
  return reports.reports.flatMap(({ report, term, when }): DueReport[] => {
    const was = sent.get(report);
    const isAsked = when === 'system' ? touchesSystem : touchesPeople;
    const entry = isAsked || was ? entryAt('thoi_han_phap_ly', term, dayInVietnam(discoveredAt)) : null;
    const counted = entry && termOf(entry);
    if (!entry || !counted) return [];
    const dueAt = dueAfter(discoveredAt, counted).endsAt;
    return [
      {
        report: report as Report,
        name: entry.name,
        law: String(entry.attributes['can_cu'] ?? ''),
        dueAt,
        sent: was ? { at: was.sentAt, receiver: was.receiver, reference: was.reference } : null,
        late: (was?.sentAt ?? now) >= dueAt,
      },
    ];
  });
}

/** What stands in the way of an entry. @param standing  null: it opens the incident */
export function problemsOfEntry(standing: Incident | null, entry: Entry, now: Instant): Problem[] {
  if (standing?.closed) return [incidentClosed()];
  if (!Object.values(entry.facts).every((said) => typeof said !== 'string' || saysNoNumber(said))) return [incidentNumbers()];
  switch (entry.kind) {
    case 'opened':
      return entry.facts.discoveredAt > now ? [incidentTime()] : problemsOfScope(entry.facts);
    case 'found':
      return problemsOfScope(entry.facts);
    case 'reported': {
      const { report, sentAt } = entry.facts;
      const asked = standing?.reports.find((one) => one.report === report);
      if (!asked || asked.sent) return [incidentReported()];
      return sentAt > now || sentAt < standing!.discoveredAt ? [incidentTime()] : [];
    }
    case 'closed':
      return standing?.reports.some(({ sent }) => sent === null) ? [incidentReportsOpen()] : [];
  }
}

const problemsOfScope = ({ touchesSystem, touchesPeople, people }: IncidentFinding | IncidentOpening): Problem[] => {
  if (!touchesSystem && !touchesPeople) return [incidentTouches()];
  return people !== null && !touchesPeople ? [incidentPeople()] : [];
};
