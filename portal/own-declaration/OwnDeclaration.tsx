/** /toi/ke-khai: what I declare, group by group; sending it once with the sentence of truth; what I sent before. */
import '#portal/own/own.css';
import { Link } from 'react-router';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useMyDeclaration } from '#portal/api/declaration-queries.ts';
import type { MyDeclaration } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { SendDeclaration } from './SendDeclaration.tsx';
import { SentDeclarations } from './SentDeclarations.tsx';

export function OwnDeclaration() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('declare.title')} lead={t('declare.lead')} back={{ to: '/toi', label: t('own.title') }} />
      <Answered query={useMyDeclaration()} lines={8}>
        {(mine) => <Shown mine={mine} />}
      </Answered>
    </>
  );
}

function Shown({ mine }: { readonly mine: MyDeclaration }) {
  const { t } = useWords();
  const changed = mine.groups.filter(({ changedSince }) => changedSince).length;
  const unseen = changed + mine.groups.filter(({ mark }) => mark === null).length;
  return (
    <div className="stack">
      {mine.due && (
        <p className={`note ${mine.due.late ? 'bad' : ''}`} role="status" data-declaration-due>
          {mine.due.call
            ? t(mine.due.late ? 'declare.callLate' : 'declare.callDue', {
                day: dayText(mine.due.lastDay),
                body: mine.due.call.bodyName,
                ground: mine.due.call.ground,
              })
            : t(mine.due.late ? 'declare.late' : 'declare.due', { day: dayText(mine.due.lastDay) })}
        </p>
      )}
      <SentDeclarations sent={mine.sent} body={mine.bodyName} />
      <section className="stack tight" aria-label={t('declare.groups')}>
        <h2>{t('declare.groups')}</h2>
        <p className="soft">{t(mine.kind === 'first' ? 'declare.howFirst' : 'declare.howUpdate', { body: mine.bodyName })}</p>
        {mine.kind === 'first' && <p role="status">{t('declare.seen', { seen: mine.groups.length - unseen, all: mine.groups.length })}</p>}
        <ul className="panel flush plain own-groups">
          {mine.groups.map((group) => (
            <GroupLink key={group.code} group={group} />
          ))}
        </ul>
      </section>
      <SendDeclaration mine={mine} unseen={mine.kind === 'first' ? unseen : changed} />
    </div>
  );
}

function GroupLink({ group }: { readonly group: MyDeclaration['groups'][number] }) {
  const { t, localize } = useWords();
  const missing = group.missing.map(localize).join(', ');
  return (
    <li>
      <Link to={`/toi/ke-khai/${group.code}`} data-declare={group.code}>
        <span className="strong">{localize(group.title)}</span>
        <IconChevronRight className="icon own-go" size={20} aria-hidden />
        <span className="own-group-mark row">
          {group.mark !== null && <Mark tone={group.mark === 'changed' ? 'note' : 'good'}>{t(`declare.mark.${group.mark}`)}</Mark>}
          {group.changedSince && <Mark tone="warn">{t('declare.changedSince')}</Mark>}
          {group.by !== 'person' && <span className="small soft">{t(`declare.by.${group.by}`)}</span>}
        </span>
        {missing !== '' && group.mark !== 'changed' && (
          <span className="own-group-note small soft">{t('declare.missing', { fields: missing })}</span>
        )}
      </Link>
    </li>
  );
}
