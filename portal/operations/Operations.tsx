/** /van-hanh: how the installation runs; asked anew by a button, not by a clock. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { useRunning } from '#portal/api/oversight-queries.ts';
import type { Running } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

export function Operations() {
  const { t } = useWords();
  const query = useRunning();
  return (
    <>
      <PageTitle
        title={t('operations.title')}
        lead={
          query.data
            ? `${t('operations.lead')} ${t('operations.readAt', { at: instantText(new Date(query.dataUpdatedAt).toISOString()) })}`
            : t('operations.lead')
        }
        actions={
          <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('operations.again')}
          </Button>
        }
      />
      <p>
        <Link to="/ket-noi-mang">{t('operations.network')}</Link>
      </p>
      <Answered query={query} lines={8}>
        {(running) => (
          <div className="halves">
            <Health running={running} />
            <Work running={running} />
            <Kept running={running} />
            <Versions running={running} />
          </div>
        )}
      </Answered>
    </>
  );
}

interface Props {
  readonly running: Running;
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="panel stack tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Health({ running: { checks, sources } }: Props) {
  const { t, texts } = useWords();
  const names = texts('operations.check') as Readonly<Record<string, string>>;
  const states = texts('operations.source') as Readonly<Record<string, string>>;
  return (
    <Part id="health" title={t('operations.health')}>
      <ul className="plain stack tight">
        {checks.map(({ name, ok, detail }) => (
          <li key={name} className="row between">
            <span>
              {names[name] ?? name}
              {!ok && <span className="small soft"> {detail}</span>}
            </span>
            <Mark tone={ok ? 'good' : 'bad'}>{t(ok ? 'operations.fine' : 'operations.wrong')}</Mark>
          </li>
        ))}
        {sources.map(({ source, state, since, tryAt, failures }) => (
          <li key={source} className="row between">
            <span>
              {t('operations.sourceOf', { source })}
              <br />
              <span className="small soft">
                {t('operations.sinceAt', { at: instantText(since) })}
                {failures > 0 && ` · ${t('operations.failures', { count: failures })}`}
                {tryAt !== null && ` · ${t('operations.tryAt', { at: instantText(tryAt) })}`}
              </span>
            </span>
            <Mark tone={state === 'closed' ? 'good' : state === 'open' ? 'bad' : 'warn'}>{states[state] ?? state}</Mark>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Work({ running: { jobs } }: Props) {
  const { t } = useWords();
  const { number, age } = useFormat();
  return (
    <Part id="work" title={t('operations.jobs')}>
      {jobs.length === 0 ? (
        <p>{t('operations.noJobs')}</p>
      ) : (
        <TableScroll label={t('operations.jobs')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('operations.job')}</th>
                <th scope="col" className="num">
                  {t('operations.waiting')}
                </th>
                <th scope="col" className="num">
                  {t('operations.running')}
                </th>
                <th scope="col" className="num">
                  {t('operations.failed')}
                </th>
                <th scope="col">{t('operations.oldest')}</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <tr key={job.name}>
                  <th scope="row">
                    <code>{job.name}</code>
                  </th>
                  <td className="num">{number(job.waiting)}</td>
                  <td className="num">{number(job.running)}</td>
                  <td className="num">{job.failed > 0 ? <Mark tone="bad">{number(job.failed)}</Mark> : number(0)}</td>
                  <td>{job.oldestAt === null ? '–' : age(job.oldestAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Part>
  );
}

const GIB = 1024 ** 3;

function Kept({ running: { disk, database, log, backup } }: Props) {
  const { t } = useWords();
  const { number, age } = useFormat();
  const gib = (bytes: number): string => `${number(Math.round((10 * bytes) / GIB) / 10)} GiB`;
  return (
    <Part id="kept" title={t('operations.kept')}>
      <dl className="pairs">
        <dt>{t('operations.backup')}</dt>
        <dd>
          {backup.madeAt === null ? (
            <Mark tone="bad">{t('operations.noBackup')}</Mark>
          ) : (
            t('operations.backupAt', { at: instantText(backup.madeAt), age: age(backup.madeAt) })
          )}
        </dd>
        {backup.restoredAt !== null && (
          <>
            <dt>{t('operations.restored')}</dt>
            <dd>{instantText(backup.restoredAt)}</dd>
          </>
        )}
        <dt>{t('operations.disk')}</dt>
        <dd>{t('operations.diskFree', { free: gib(disk.freeBytes), total: gib(disk.totalBytes) })}</dd>
        <dt>{t('operations.database')}</dt>
        <dd>{gib(database.bytes)}</dd>
        <dt>{t('operations.log')}</dt>
        <dd>{t('operations.logSize', { size: number(log.size), waiting: number(log.waiting) })}</dd>
        <dt>{t('operations.signedIn')}</dt>
        <dd>{number(database.signedIn)}</dd>
      </dl>
    </Part>
  );
}

function Versions({ running: { versions } }: Props) {
  const { t, texts } = useWords();
  const names = texts('operations.version') as Readonly<Record<string, string>>;
  return (
    <Part id="versions" title={t('operations.versions')}>
      <dl className="pairs">
        {versions.map(({ name, version }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{names[name] ?? name}</dt>
            <dd className="mono break">{version}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
