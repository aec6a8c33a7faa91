/** /viec/:id: a case with both sides, what happened in it, and what I may do. */
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import { useCase, useTwoRecords } from '#portal/api/queries.ts';
import type { CaseAnswer, OneCase, TwoRecords } from '#portal/api/generated/api.ts';
import { MatchMark } from '#portal/confirmation/MatchMark.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { matchLevel, TONE_OF_CASE } from '#portal/parts/tones.ts';
import { BothRecords } from './BothRecords.tsx';
import { mergeOf } from './merge-choice.ts';
import type { Choice, Merge } from './merge-choice.ts';
import { useCaseWords } from './use-case-words.ts';

export function CasePage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return (
    <Answered page={t('cases.title')} query={useCase(id)} lines={8}>
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
          {one.outcome !== null && !isLent(one) && one.kind !== 'same_human' && <p>{t(`cases.outcome.${one.outcome}`)}</p>}
          {one.kind === 'same_human' && <MergeOutcome one={one} />}
          {one.outcome !== null && isLent(one) && (
            <p>
              {t(
                one.outcome === 'done' || one.outcome === 'ended'
                  ? `cases.${IN_FORCE[one.kind]}.${one.outcome}`
                  : `cases.outcome.${one.outcome}`,
              )}
            </p>
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

/** What is in force for a while, and ends: the words of each. */
const IN_FORCE = { secondment: 'lent', concurrent: 'beside' } as const;
const isLent = (one: OneCase): one is OneCase & { readonly kind: keyof typeof IN_FORCE } => one.kind in IN_FORCE;

/** How far a merge is, and what keeps it from being undone. */
function MergeOutcome({ one }: { readonly one: OneCase }) {
  const { t } = useWords();
  return (
    <>
      {one.state === 'asked' && <p>{t('cases.sameWhat')}</p>}
      {one.state === 'undo_asked' && <p>{t('cases.undoAsked')}</p>}
      {one.outcome !== null && (
        <p>{t(one.outcome === 'done' || one.outcome === 'undone' ? `cases.merged.${one.outcome}` : `cases.outcome.${one.outcome}`)}</p>
      )}
      {one.standsOn.length > 0 && (
        <div className="note">
          <p>{t('cases.standsOn')}</p>
          <ul className="plain">
            {one.standsOn.map((what) => (
              <li key={what}>{t(`cases.stands.${what}`)}</li>
            ))}
          </ul>
        </div>
      )}
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
  concurrent: 'cases.postAt',
  same_human: 'cases.staysWith',
} as const satisfies Record<OneCase['kind'], string>;

function Facts({ one }: { readonly one: OneCase }) {
  const { t, localize } = useWords();
  const { sideName } = useCaseWords();
  const dual = one.kind === 'dual_claim';
  return (
    <dl className="facts">
      {one.kind !== 'number_change' && (
        <div>
          <dt>{t(dual ? 'cases.first' : one.kind === 'same_human' ? 'cases.goesFrom' : 'cases.from')}</dt>
          <dd>{sideName(one.from)}</dd>
        </div>
      )}
      <div>
        <dt>{t(TO_OF[one.kind])}</dt>
        <dd>{sideName(one.to)}</dd>
      </div>
      {one.post && (
        <div>
          <dt>{t('cases.post')}</dt>
          <dd>{localize(one.post)}</dd>
        </div>
      )}
      {one.decision && (
        <div>
          <dt>{t('cases.decision')}</dt>
          <dd>
            {t('cases.decisionText', { number: one.decision.number, date: dayText(one.decision.date) })}
            {one.decision.reason !== '' && <p className="soft">{one.decision.reason}</p>}
          </dd>
        </div>
      )}
      {one.effectiveOn && one.kind !== 'number_change' && one.kind !== 'same_human' && (
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

const ORDER: readonly CaseAnswer[] = ['consent', 'refuse', 'withdraw', 'undo', 'keep'];
/** What changes the register asks for a conscious yes. */
const WEIGHTY: ReadonlySet<CaseAnswer> = new Set(['consent', 'undo']);

/** What the buttons of a merge say. */
const OF_MERGE = {
  consent: 'cases.mergeConsent',
  refuse: 'cases.refuse',
  withdraw: 'cases.withdraw',
  undo: 'cases.undoMerge',
  keep: 'cases.keep',
} as const satisfies Record<CaseAnswer, string>;

/** Who decides a merge sees the two records first; everybody else answers as they are asked. */
function Answers({ one }: { readonly one: OneCase }) {
  const decides = one.kind === 'same_human' && one.state === 'asked' && one.may.consent;
  const records = useTwoRecords(one.caseId, decides);
  if (!decides) return <Buttons one={one} />;
  return (
    <Answered query={records} lines={8}>
      {(shown) => <Decides key={`${shown.goneVersion} ${shown.staysVersion}`} one={one} records={shown} />}
    </Answered>
  );
}

function Decides({ one, records }: { readonly one: OneCase; readonly records: TwoRecords }) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  return (
    <>
      <BothRecords records={records} chosen={chosen} onChoose={(path, choice) => setChosen({ ...chosen, [path]: choice })} />
      <Buttons one={one} merge={mergeOf(records, chosen)} />
    </>
  );
}

/** What a button of the other kinds says: most are called by what they do. */
const wordOf = (one: OneCase, request: CaseAnswer) => {
  if (one.kind === 'same_human') return one.state === 'undo_asked' && request === 'undo' ? 'cases.separate' : OF_MERGE[request];
  return request === 'undo' && isLent(one) ? (`cases.${IN_FORCE[one.kind]}.end` as const) : (`cases.${request}` as const);
};

function Buttons({ one, merge }: { readonly one: OneCase; readonly merge?: Merge }) {
  const { t } = useWords();
  const answer = useAct(
    '/cases/{id}/answers',
    (request: CaseAnswer) => ({
      path: { id: one.caseId },
      body: { answer: request, ...(request === 'consent' && merge ? { merge } : {}) },
    }),
    [['case', one.caseId], ['cases'], ['home'], ['person']],
  );
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const mine = ORDER.filter((request) => one.may[request]);
  if (mine.length === 0) return <p className="soft">{t('cases.nothing')}</p>;
  const go = (request: CaseAnswer): void => {
    setAsked(WEIGHTY.has(request));
    if (WEIGHTY.has(request) && !sure) return;
    answer.go(request).catch(() => undefined); // told below
  };
  return (
    <section className="panel stack tight">
      {mine.some((request) => WEIGHTY.has(request)) && (
        <Checkbox
          label={t('cases.sure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={asked && !sure ? t('cases.sureFirst') : undefined}
        />
      )}
      {answer.error != null && <Failure error={answer.error} />}
      <div className="actions">
        {mine.map((request) => (
          <Button key={request} variant={request === 'consent' ? 'filled' : 'default'} loading={answer.busy} onClick={() => go(request)}>
            {t(wordOf(one, request))}
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
