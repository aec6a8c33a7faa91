/** /viec/:id: a case with both sides, what happened in it, and what I may do. */
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button, Checkbox } from '@mantine/core';
import { useAct } from '#portal/api/act-on.ts';
import { useCase } from '#portal/api/queries.ts';
import type { CaseAnswer, OneCase } from '#portal/api/generated/api.ts';
import { MatchMark } from '#portal/confirmation/MatchMark.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { matchLevel, TONE_OF_CASE } from '#portal/parts/tones.ts';
import { useCaseWords } from './use-case-words.ts';

export function CasePage() {
  const { id = '' } = useParams();
  return (
    <Answered query={useCase(id)} lines={8}>
      {(one) => <Shown one={one} />}
    </Answered>
  );
}

function Shown({ one }: { readonly one: OneCase }) {
  const { t } = useWords();
  const { whoOf, stateOf } = useCaseWords();
  return (
    <>
      <PageTitle title={whoOf(one)} lead={t(`cases.kind.${one.kind}`)} back={{ to: '/viec', label: t('cases.title') }} />
      <div className="stack">
        <section className="panel stack tight" aria-label={t('cases.stateTitle')}>
          <p>
            <Mark tone={TONE_OF_CASE[one.state]}>{stateOf(one)}</Mark>{' '}
            {one.endedAt === null && one.state !== 'agreed' && `${t('cases.due')}: ${dayText(one.dueOn)}`}
          </p>
          {one.outcome !== null && one.kind !== 'secondment' && <p>{t(`cases.outcome.${one.outcome}`)}</p>}
          {one.outcome !== null && one.kind === 'secondment' && (
            <p>{t(one.outcome === 'done' ? 'cases.lent' : `cases.outcome.${one.outcome}`)}</p>
          )}
          {one.kind === 'dual_claim' && one.endedAt === null && <p>{t('cases.dualWhat')}</p>}
          <Facts one={one} />
          <div className="actions">
            {one.person?.personId && <Link to={`/ho-so/${one.person.personId}`}>{t('cases.openRecord')}</Link>}
            {one.person?.submissionId && <Link to={`/ho-so-gui/${one.person.submissionId}`}>{t('cases.openSubmission')}</Link>}
          </div>
        </section>
        <Answers key={one.state} one={one} />
        <History one={one} />
      </div>
    </>
  );
}

/** What the second side is called. */
const TO_OF = {
  transfer: 'cases.to',
  re_entry: 'cases.to',
  dual_claim: 'cases.second',
  number_change: 'cases.from',
  secondment: 'cases.using',
} as const satisfies Record<OneCase['kind'], string>;

function Facts({ one }: { readonly one: OneCase }) {
  const { t } = useWords();
  const { sideName } = useCaseWords();
  const dual = one.kind === 'dual_claim';
  return (
    <dl className="facts">
      {one.kind !== 'number_change' && (
        <div>
          <dt>{t(dual ? 'cases.first' : 'cases.from')}</dt>
          <dd>{sideName(one.from)}</dd>
        </div>
      )}
      <div>
        <dt>{t(TO_OF[one.kind])}</dt>
        <dd>{sideName(one.to)}</dd>
      </div>
      {one.decision && (
        <div>
          <dt>{t('cases.decision')}</dt>
          <dd>
            {t('cases.decisionText', { number: one.decision.number, date: dayText(one.decision.date) })}
            {one.decision.reason !== '' && <p className="soft">{one.decision.reason}</p>}
          </dd>
        </div>
      )}
      {one.effectiveOn && one.kind !== 'number_change' && (
        <div>
          <dt>{t('cases.effective')}</dt>
          <dd>{dayText(one.effectiveOn)}</dd>
        </div>
      )}
      {one.untilOn && (
        <div>
          <dt>{t('cases.until')}</dt>
          <dd>{dayText(one.untilOn)}</dd>
        </div>
      )}
      {one.newNumberMasked && (
        <div>
          <dt>{t('cases.newNumber')}</dt>
          <dd>
            {one.newNumberMasked} · {t('cases.match')}: <MatchMark level={matchLevel(one.match)} />
          </dd>
        </div>
      )}
    </dl>
  );
}

const ORDER: readonly CaseAnswer[] = ['consent', 'refuse', 'withdraw', 'undo'];
/** What changes the register asks for a conscious yes. */
const WEIGHTY: ReadonlySet<CaseAnswer> = new Set(['consent', 'undo']);

function Answers({ one }: { readonly one: OneCase }) {
  const { t } = useWords();
  const answer = useAct('/cases/{id}/answers', (wish: CaseAnswer) => ({ path: { id: one.caseId }, body: { answer: wish } }), [
    ['case', one.caseId],
    ['cases'],
    ['home'],
    ['person'],
  ]);
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const mine = ORDER.filter((wish) => one.may[wish]);
  if (mine.length === 0) return <p className="soft">{t('cases.nothing')}</p>;
  const go = (wish: CaseAnswer): void => {
    setAsked(WEIGHTY.has(wish));
    if (WEIGHTY.has(wish) && !sure) return;
    answer.go(wish).catch(() => undefined); // told below
  };
  return (
    <section className="panel stack tight">
      {mine.some((wish) => WEIGHTY.has(wish)) && (
        <Checkbox
          label={t('cases.sure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={asked && !sure ? t('cases.sureFirst') : undefined}
        />
      )}
      {answer.error != null && <Failure error={answer.error} />}
      <div className="actions">
        {mine.map((wish) => (
          <Button key={wish} variant={wish === 'consent' ? 'filled' : 'default'} loading={answer.busy} onClick={() => go(wish)}>
            {t(wish === 'undo' && one.kind === 'secondment' ? 'cases.endSecondment' : `cases.${wish}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function History({ one }: { readonly one: OneCase }) {
  const { t } = useWords();
  const { sideName } = useCaseWords();
  return (
    <section className="panel stack tight">
      <h2>{t('cases.history')}</h2>
      <ol className="plain">
        {one.acts.map((act) => (
          <li key={`${act.at} ${act.act} ${act.side ?? ''}`}>
            <span className="strong">{t(`cases.act.${act.act}`)}</span> · {act.side === null ? t('cases.system') : sideName(one[act.side])}
            {act.byName !== null && `, ${act.byName}`} · <span className="tabular">{instantText(act.at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
