/** /toi/ai-da-xem: who viewed me, by day; what others saw in lists is summed, my own openings are only counted. */
import './own.css';
import { Link } from 'react-router';
import { useMyReads } from '#portal/api/queries.ts';
import type { MyReads } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { byDay } from './by-day.ts';
import { ComplainAbout } from './ComplainAbout.tsx';

export function OwnReads() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('own.reads')} lead={t('own.readsLead')} />
      <Answered query={useMyReads()}>{(reads) => <Viewed reads={reads} />}</Answered>
    </>
  );
}

function Viewed({ reads }: { readonly reads: MyReads }) {
  const { t } = useWords();
  return (
    <div className="stack">
      {reads.items.length === 0 ? (
        <div className="panel">
          <Empty title={t('own.readsEmpty')} next={t('own.readsEmptyNext')} />
        </div>
      ) : (
        byDay(reads.items).map(({ day, items }) => (
          <section key={day} className="stack tight" aria-label={day}>
            <h2 className="tabular">{day}</h2>
            <ul className="panel flush plain own-reads">
              {items.map((one, index) => (
                <li key={index}>
                  <Line read={one} complaint={reads.complaints.find(({ readingId }) => readingId === one.id)} />
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      {reads.total > reads.items.length && <p className="soft">{t('own.readsMore', { count: reads.total - reads.items.length })}</p>}
      {reads.mine.lastAt && <p className="soft">{t('own.readsMine', { count: reads.mine.count, at: instantText(reads.mine.lastAt) })}</p>}
      <section className="note stack tight">
        <h2>{t('own.readsStrange')}</h2>
        <p>{t('own.readsStrangeNext')}</p>
      </section>
    </div>
  );
}

function Line({
  read,
  complaint,
}: {
  readonly read: MyReads['items'][number];
  readonly complaint: MyReads['complaints'][number] | undefined;
}) {
  const { t, localize, texts } = useWords();
  const names = texts('role') as Readonly<Record<string, string>>;
  const roles = read.roles.map((role) => (role === 'SYSTEM' ? t('own.system') : (names[role] ?? role))).join(', ');
  return (
    <>
      <span className="own-time tabular">{read.inLists ? '' : instantText(read.at).slice(0, 5)}</span>
      <span>
        <span className="strong">{read.bodyName || t('own.noBody')}</span>
        <br />
        {roles || t('own.noRole')}
        <br />
        <span className="small soft">
          {localize(read.purpose)} · {localize(read.kind)}
          {read.inLists && ` · ${t('own.times', { count: read.count })}`}
        </span>
        <br />
        <span className="small soft">
          {read.ground === null
            ? t('own.readNoGround')
            : t('own.readGround', { ground: localize(read.ground), source: read.ground.source })}
        </span>
        {read.consent !== null && (
          <>
            <br />
            <Link to="/toi/dong-y">{t('own.readConsent')}</Link>
          </>
        )}
        {!read.roles.includes('SYSTEM') && <ComplainAbout readingId={read.id} complaint={complaint} />}
      </span>
    </>
  );
}
