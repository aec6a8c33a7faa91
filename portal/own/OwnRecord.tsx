/** /toi: my record at a glance. What needs attention stands first; each group is one page. */
import './own.css';
import { Link } from 'react-router';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useMe } from '#portal/api/queries.ts';
import type { Me, MyGroupSummary } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { ADDRESS_OF_TASK, type TaskName } from '#portal/menus.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { QualityPanel } from '#portal/quality/QualityPanel.tsx';
import { GroupMark } from './GroupMark.tsx';
import { GroupNote } from './GroupNote.tsx';
import { OwnReports } from './OwnReports.tsx';
import { Person } from './Person.tsx';
import { byPart } from './standing.ts';

export function OwnRecord() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('own.title')} lead={t('own.lead')} />
      <Answered query={useMe()} lines={8}>
        {(me) =>
          me.person ? (
            <Registered me={me} person={me.person} />
          ) : me.erased ? (
            <Erased erased={me.erased} />
          ) : me.keptApart ? (
            <KeptApart of={me.keptApart} />
          ) : (
            <NotRegistered />
          )
        }
      </Answered>
    </>
  );
}

/** What was decided, on which paper, and what the law keeps all the same. */
function Erased({ erased: { at, ground, law, paper } }: { readonly erased: NonNullable<Me['erased']> }) {
  const { t, localize } = useWords();
  return (
    <section className="panel stack" role="status">
      <h2>{t('own.erased')}</h2>
      <p>{t('own.erasedOn', { at: instantText(at) })}</p>
      <dl className="pairs">
        <dt>{t('own.erasedGround')}</dt>
        <dd>
          {localize(ground)} <span className="small soft">{law}</span>
        </dd>
        <dt>{t('own.erasedPaper')}</dt>
        <dd>{t('own.erasedPaperOf', { ...paper, day: dayText(paper.day) })}</dd>
      </dl>
      <p>{t('own.erasedStays')}</p>
    </section>
  );
}

function KeptApart({ of: { bodyName, fromDay } }: { readonly of: NonNullable<Me['keptApart']> }) {
  const { t } = useWords();
  return (
    <div className="panel" role="status">
      <Empty title={t('own.keptApart', { day: dayText(fromDay) })} next={t('own.keptApartNext', { body: bodyName })} />
    </div>
  );
}

function NotRegistered() {
  const { t } = useWords();
  return (
    <div className="panel">
      <Empty title={t('own.notRegistered')} next={t('own.notRegisteredNext')} />
    </div>
  );
}

function Registered({ me, person }: { readonly me: Me; readonly person: NonNullable<Me['person']> }) {
  const { t } = useWords();
  const parts = byPart(me.groups);
  return (
    <div className="stack">
      <Person person={person} />
      {me.declarationDue && (
        <p className={`note ${me.declarationDue.late ? 'bad' : 'warn'}`} data-to-declare>
          {t(me.declarationDue.late ? 'own.declareLate' : 'own.declareDue', { day: dayText(me.declarationDue.lastDay) })}{' '}
          {me.declarationDue.call &&
            `${t('own.declareCall', { body: me.declarationDue.call.bodyName, ground: me.declarationDue.call.ground })} `}
          <Link to="/toi/ke-khai">{t('own.declareNow')}</Link>
        </p>
      )}
      <Ways />
      <Sum counts={me.counts} unconfirmed={parts.unconfirmed.length} />
      <OwnReports />
      {me.quality && (
        <QualityPanel
          quality={me.quality}
          way={({ group }) => group !== null && <Link to={`/toi/nhom/${group}`}>{t('quality.see')}</Link>}
        />
      )}
      <Groups title={t('own.attention')} groups={parts.attention} detailed />
      <Groups title={t('own.unconfirmed')} lead={t('own.unconfirmedLead')} groups={parts.unconfirmed} />
      <Groups title={t('own.confirmed')} groups={parts.confirmed} />
      {parts.others.length > 0 && (
        <details>
          <summary>{t('own.others', { count: parts.others.length })}</summary>
          <GroupList groups={parts.others} detailed />
        </details>
      )}
    </div>
  );
}

const WAYS = ['ownDeclaration', 'ownCard', 'ownReads', 'ownConsents', 'ownData', 'ownRequests'] as const satisfies readonly TaskName[];

/** The other own pages: on a phone the menu is folded away. */
function Ways() {
  const { t } = useWords();
  return (
    <nav className="own-ways" aria-label={t('own.ways')}>
      <ul>
        {WAYS.map((task) => (
          <li key={task}>
            <Link to={ADDRESS_OF_TASK[task]}>{t(`own.way.${task}`)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every group that is the person's to look at is in one of these sums. */
function Sum({ counts, unconfirmed }: { readonly counts: Me['counts']; readonly unconfirmed: number }) {
  const { t } = useWords();
  return (
    <p className="row own-sum">
      <Mark tone="good">{t('own.sumConfirmed', { count: counts.confirmed })}</Mark>
      {counts.waiting > 0 && <Mark tone="wait">{t('own.sumWaiting', { count: counts.waiting })}</Mark>}
      {unconfirmed > 0 && <Mark tone="note">{t('own.sumUnconfirmed', { count: unconfirmed })}</Mark>}
      {counts.missing > 0 && <Mark tone="warn">{t('own.sumMissing', { count: counts.missing })}</Mark>}
    </p>
  );
}

interface GroupsProps {
  readonly title: string;
  readonly lead?: string;
  readonly groups: readonly MyGroupSummary[];
  /** with its state, and why it matters; else the heading says the state of all */
  readonly detailed?: boolean;
}

function Groups({ title, lead, groups, detailed = false }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <section className="stack tight" aria-label={title}>
      <div>
        <h2>
          {title} <span className="soft tabular">({groups.length})</span>
        </h2>
        {lead && <p className="soft">{lead}</p>}
      </div>
      <GroupList groups={groups} detailed={detailed} />
    </section>
  );
}

function GroupList({ groups, detailed = false }: { readonly groups: readonly MyGroupSummary[]; readonly detailed?: boolean }) {
  const { localize } = useWords();
  return (
    <ul className="panel flush plain own-groups">
      {groups.map((group) => (
        <li key={group.code}>
          <Link to={`/toi/nhom/${group.code}`} data-group={group.code}>
            <span className="strong">{localize(group.title)}</span>
            <IconChevronRight className="icon own-go" size={20} aria-hidden />
            {detailed && (
              <span className="own-group-mark">
                <GroupMark group={group} />
              </span>
            )}
            <GroupNote group={group} detailed={detailed} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
