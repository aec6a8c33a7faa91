/** One incident: what is known of it, its reports with their hours, and what whoever keeps the register may enter. */
import { useState } from 'react';
import type { Incident } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Button } from '#portal/parts/Button.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { AddFinding, AddReport, Close } from './EntryForms.tsx';

const WAYS = ['report', 'finding', 'close'] as const;
const FORMS = { report: AddReport, finding: AddFinding, close: Close };

export function IncidentRow({ incident }: { readonly incident: Incident }) {
  const { t } = useWords();
  const [way, setWay] = useState<(typeof WAYS)[number] | null>(null);
  const Form = way === null ? null : FORMS[way];
  const missing = incident.reports.some(({ sent }) => sent === null);
  return (
    <article className="panel stack" data-incident={incident.id}>
      <h2>
        {incident.title} <Mark tone={incident.closed ? 'off' : 'wait'}>{t(incident.closed ? 'incident.closed' : 'incident.running')}</Mark>
      </h2>
      <p>
        {t('incident.discoveredAt', { at: instantText(incident.discoveredAt) })}{' '}
        {(['touchesSystem', 'touchesPeople'] as const)
          .filter((name) => incident[name])
          .map((name) => t(`incident.${name}`))
          .join(', ')}
        {incident.people !== null && ` (${t('incident.howMany', { count: incident.people })})`}
      </p>
      <ul className="plain stack tight">
        {incident.reports.map((report) => (
          <li key={report.report}>
            <strong>{report.name}</strong> <span className="small soft">{report.law}</span>{' '}
            <Mark tone={report.late ? 'bad' : report.sent ? 'good' : 'wait'}>
              {t(report.sent ? (report.late ? 'incident.sentLate' : 'incident.sent') : report.late ? 'incident.late' : 'incident.due')}
            </Mark>
            <br />
            {t('incident.dueAt', { at: instantText(report.dueAt) })}
            {report.sent !== null &&
              ` ${t('incident.sentTo', { at: instantText(report.sent.at), receiver: report.sent.receiver, reference: report.sent.reference })}`}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('incident.notes', { count: incident.notes.length })}</summary>
        <ul>
          {incident.notes.map(({ at, what }) => (
            <li key={at}>
              {instantText(at)}: {what}
            </li>
          ))}
        </ul>
      </details>
      {incident.closed !== null && (
        <p>{t('incident.lessonWas', { at: instantText(incident.closed.at), lesson: incident.closed.lesson })}</p>
      )}
      {mayDo(incident, 'incident.keep') && (
        <div className="actions">
          {WAYS.filter((one) => one === 'finding' || (one === 'report') === missing).map((one) => (
            <Button
              key={one}
              size="compact-sm"
              variant="default"
              aria-expanded={way === one}
              onClick={() => setWay(way === one ? null : one)}
            >
              {t(`incident.way.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {Form && mayDo(incident, 'incident.keep') && <Form incident={incident} onDone={() => setWay(null)} />}
    </article>
  );
}
