/** /nhat-ky: the rows of the log, its signed head, and how to check both without trusting us. */
import { Fragment, useState } from 'react';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useSearchParams } from 'react-router';
import { fileAddress } from '#portal/api/client.ts';
import { useAuditEvents, useCheckpoint } from '#portal/api/oversight-queries.ts';
import { useSession } from '#portal/api/queries.ts';
import type { AuditEvent } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { CheckBundle } from './CheckBundle.tsx';
import { chosenIn } from './chosen.ts';

export function AuditLog() {
  const { t } = useWords();
  const session = useSession().data;
  const checkpoint = useCheckpoint();
  const [toCheck, setToCheck] = useState<string | null>(null);
  return (
    <>
      <PageTitle title={t('audit.title')} lead={t('audit.lead')} />
      <div className="stack">
        <div className="halves">
          <section className="panel stack tight">
            <h2>{t('audit.checkpoint')}</h2>
            <p className="soft">{t('audit.checkpointWhat')}</p>
            <Answered query={checkpoint} lines={3}>
              {(note) => (
                <pre className="code" tabIndex={0}>
                  {note}
                </pre>
              )}
            </Answered>
          </section>
          <section className="panel stack tight">
            <h2>{t('audit.verify')}</h2>
            <p>{t('audit.verify1')}</p>
            <pre className="code">npx congvu audit verify</pre>
            <p>{t('audit.verify2')}</p>
            <pre className="code" tabIndex={0}>
              node tools/verify-bundle.mjs {t('audit.file')} --key {t('audit.key')}
            </pre>
            <p>
              <a href={fileAddress('/audit/key', {})} target="_blank" rel="noreferrer">
                {t('audit.seeKey')}
              </a>
            </p>
            <p className="soft">{t('audit.verify3')}</p>
          </section>
        </div>
        <CheckBundle key={toCheck} eventId={toCheck} />
        {mayDo(session, 'audit.read') ? (
          <>
            <AuditFilters />
            <Events onCheck={setToCheck} />
          </>
        ) : (
          <div className="note">{t('audit.notMine')}</div>
        )}
      </div>
    </>
  );
}

interface Checks {
  /** fetches and checks the proof of a row */
  readonly onCheck: (eventId: string) => void;
}

function Events({ onCheck }: Checks) {
  const { t } = useWords();
  const [params] = useSearchParams();
  const chosen = chosenIn(params);
  const query = useAuditEvents(chosen);
  const isSome = Object.keys(chosen).length > 0;
  return (
    <Answered query={query} lines={8}>
      {(data) => {
        const events = joined(data);
        if (events.length === 0 && !data.pages.some((page) => page.outsideAfter > 0))
          return (
            <div className="panel">
              <Empty title={t(isSome ? 'audit.noneChosen' : 'audit.empty')} next={t(isSome ? 'audit.noneChosenNext' : 'audit.emptyNext')} />
            </div>
          );
        return (
          <div className="panel flush">
            <TableScroll label={t('audit.title')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col" className="num">
                      {t('audit.index')}
                    </th>
                    <th scope="col">{t('audit.at')}</th>
                    <th scope="col">{t('audit.kind')}</th>
                    <th scope="col">{t('audit.purpose')}</th>
                    <th scope="col">{t('record.readRole')}</th>
                    <th scope="col">{t('audit.actor')}</th>
                    <th scope="col">{t('audit.object')}</th>
                    <th scope="col">{t('audit.bundle')}</th>
                  </tr>
                </thead>
                <tbody>
                  {events.map((event) => (
                    <Fragment key={event.eventId}>
                      <Outside count={event.outside} />
                      <EventRow event={event} onCheck={onCheck} />
                    </Fragment>
                  ))}
                  <Outside count={data.pages.at(-1)?.outsideAfter ?? 0} />
                </tbody>
              </table>
            </TableScroll>
            <MoreButton query={query} />
          </div>
        );
      }}
    </Answered>
  );
}

/** In the place of rows that the reader may not see: the log has no gap, only what is not theirs. */
function Outside({ count }: { readonly count: number }) {
  const { t } = useWords();
  const { number } = useFormat();
  if (count === 0) return null;
  return (
    <tr>
      <td colSpan={8} className="soft small">
        {t('audit.outside', { shown: number(count) })}
      </td>
    </tr>
  );
}

/** Enough of a pseudonym to tell two apart; the whole stands in the bundle. */
const short = (text: string | null): string => (text === null ? '–' : text.length > 12 ? `${text.slice(0, 12)}…` : text);

/** Roles that were held together stand with a plus between. */
const rolesText = (role: string, names: Readonly<Record<string, string>>, system: string): string =>
  role
    .split('+')
    .map((one) => names[one] ?? system)
    .join(', ');

function EventRow({ event, onCheck }: Checks & { readonly event: AuditEvent }) {
  const { t, localize, texts } = useWords();
  const { number } = useFormat();
  const roles = texts('role') as Readonly<Record<string, string>>;
  return (
    <tr>
      <td className="num">{event.index === null ? <span className="soft">{t('audit.pending')}</span> : number(event.index)}</td>
      <td className="tabular nowrap">{instantText(event.at)}</td>
      <td>
        {localize(event.actName)}
        {event.kind === 'read' && (
          <span className="small soft">
            {' '}
            · {t('audit.isRead')}
            {event.listed > 0 && `, ${t('audit.listed', { count: event.listed })}`}
          </span>
        )}
      </td>
      <td>{localize(event.purposeName)}</td>
      <td>{rolesText(event.role, roles, t('audit.system'))}</td>
      <td>
        <code title={event.actor ?? ''}>{short(event.actor)}</code>
      </td>
      <td>
        <code title={event.object ?? ''}>{short(event.object)}</code>
      </td>
      <td>
        {event.index !== null && (
          <span className="row">
            <button type="button" className="link" onClick={() => onCheck(event.eventId)} data-check>
              {t('audit.check')}
              <span className="hidden-text"> – {t('audit.rowOf', { index: event.index })}</span>
            </button>
            <a
              className="nowrap"
              href={fileAddress('/audit/bundle/{eventId}', { path: { eventId: event.eventId } })}
              download={`${event.index}.json`}
            >
              <IconDownload className="icon" size={16} aria-hidden /> JSON
              <span className="hidden-text"> – {t('audit.bundleOf', { index: event.index })}</span>
            </a>
          </span>
        )}
      </td>
    </tr>
  );
}
