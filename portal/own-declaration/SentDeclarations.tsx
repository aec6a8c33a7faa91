/** What I declared before: how it stands with the agency, the number of its receipt, and what came back with why. */
import { Link } from 'react-router';
import type { SentDeclaration } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { AboutSent } from './AboutSent.tsx';
import { paperText } from './paper-text.ts';

const TONES = {
  sent: 'wait',
  checking: 'wait',
  waiting: 'wait',
  refused: 'bad',
  returned: 'warn',
  registered: 'good',
  recorded: 'good',
  replaced: 'wait',
  withdrawn: 'wait',
} as const;

export function SentDeclarations({ sent, body }: { readonly sent: readonly SentDeclaration[]; readonly body: string }) {
  const { t } = useWords();
  if (sent.length === 0) return null;
  return (
    <section className="stack tight" aria-label={t('declare.sentTitle')}>
      <h2>{t('declare.sentTitle')}</h2>
      <ul className="panel flush plain own-reports">
        {sent.map((one) => (
          <li key={one.id} data-declaration={one.standing}>
            <Sent one={one} body={body} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sent({ one, body }: { readonly one: SentDeclaration; readonly body: string }) {
  const { t, localize } = useWords();
  return (
    <>
      <p className="row">
        <span className="strong">{t(`declare.kind.${one.kind}`)}</span>
        <Mark tone={TONES[one.standing]}>{t(`declare.standing.${one.standing}`)}</Mark>
      </p>
      <p className="small soft tabular">
        {t('declare.sentAt', { at: instantText(one.sentAt) })}
        {one.origin === 'vneid' && ` · ${t('declare.fromVneid')}`}
        {one.receipt !== null && ` · ${t('declare.receipt', { number: one.receipt })}`}
      </p>
      <p>{one.groups.length === 0 ? t('declare.changedNothing') : t('declare.changed', { groups: one.groups.map(localize).join(', ') })}</p>
      {one.confirmedBy !== null && <p className="small">{t('declare.confirmedUntil', { body, day: dayText(one.confirmedBy) })}</p>}
      {one.truth !== null && <p className="small soft">“{localize(one.truth)}”</p>}
      {one.returned.map(({ code, group, cells }, place) => (
        <div key={place} className="note warn stack tight">
          <p className="strong">{t('declare.cameBack', { group: localize(group) })}</p>
          <ul>
            {cells.map(({ label, reason, note }, at) => (
              <li key={at} className="break">
                {[label, reason].map(localize).filter(Boolean).join(': ')}
                {note !== null && ` – ${note}`}
              </li>
            ))}
          </ul>
          <Link to={`/toi/ke-khai/${code}`}>{t('declare.repair')}</Link>
        </div>
      ))}
      {one.evidence.length > 0 && (
        <ul className="plain stack tight" aria-label={t('declare.papers')}>
          {one.evidence.map((paper) => (
            <li key={paper.id} className="stack tight" data-paper={paper.standing}>
              <span className="row">
                <span className="break">{paperText(paper, t, localize)}</span>
                {paper.standing !== null && <Mark tone={TONES[paper.standing]}>{t(`declare.standing.${paper.standing}`)}</Mark>}
              </span>
              {paper.returned.map(({ reason, note }, at) => (
                <span key={at} className="note warn break">
                  {localize(reason)}
                  {note !== null && ` – ${note}`} {t('declare.paperAgain')}
                </span>
              ))}
              {paper.standing === 'refused' && (
                <span className="note bad">
                  {t('declare.paperRefused')}{' '}
                  {paper.problems.map((code) => (
                    <a key={code} href={`/problems/${code}`}>
                      {code}
                    </a>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {one.withdrawnAt !== null && <p className="note">{t('declare.withdrawnAt', { at: instantText(one.withdrawnAt) })}</p>}
      {one.changes.length > 0 && (
        <div className="stack tight" data-changes>
          <p className="strong">{t('declare.changedAgain')}</p>
          <ul>
            {one.changes.map(({ group, label, before, after }, place) => (
              <li key={place} className="break">
                {localize(group)} – {localize(label)}: {before === '' ? t('declare.nothingStood') : before} →{' '}
                {after === '' ? t('declare.nothingStands') : after}
              </li>
            ))}
          </ul>
        </div>
      )}
      <AboutSent one={one} />
      {one.moved && <p className="note warn">{t('declare.movedNext')}</p>}
      {one.standing === 'refused' && !one.moved && (
        <p className="note bad">
          {t('declare.refusedNext')}{' '}
          {one.problems.map((code) => (
            <a key={code} href={`/problems/${code}`}>
              {code}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
