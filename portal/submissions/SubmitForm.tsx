/** The answers of the sender, a last look at them, and the button. */
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox, TextInput, Textarea } from '#portal/parts/fields.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import { RequestFailed, type Acts } from '#portal/api/client.ts';
import type { ProblemGroup, Submission } from '#portal/api/generated/api.ts';
import { todayInVietnam } from '#portal/clock.ts';
import { isReason } from '#portal/exports/reason.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, readDay } from '#portal/parts/format.ts';
import { useKept } from '#portal/parts/use-kept.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { missingAnswers, warningsOf, type Answers } from './answers.ts';

/** The server's answer when the day of the data is not the one the file was checked for. */
const CHECK_AGAIN = 'E-SUBMIT-CHECK-AGAIN';
/** Nothing in it is new, and its people were sent a short while ago: it goes with a reason. */
const SAID_AGAIN = 'E-SUBMIT-SAID-AGAIN';

const receiptAddress = ({ receipt }: Acts['/submissions/{id}/submit']['answer']): string =>
  `/bien-nhan/${encodeURIComponent(receipt.number)}`;

interface SubmitAnswers {
  asOf: string;
  seen: string[];
  partial: boolean;
}

interface Props {
  readonly submission: Submission;
  readonly groups: readonly ProblemGroup[];
  /** the server is checking the file as of another day */
  readonly onCheckAgain: () => void;
}

export function SubmitForm({ submission, groups, onCheckAgain }: Props) {
  const { t, localize } = useWords();
  const queries = useQueryClient();
  const { number } = useFormat();
  const navigate = useNavigate();
  const { counts } = submission;
  const warnings = warningsOf(groups);
  const today = todayInVietnam();
  const [kept, keep, forget] = useKept<SubmitAnswers>(`submit.${submission.id}`, `${submission.round} ${submission.asOf}`, {
    asOf: dayText(submission.asOf ?? today),
    seen: [],
    partial: false,
  });
  const { register, handleSubmit, watch, formState } = useForm<SubmitAnswers>({ defaultValues: kept });
  // A day and codes: nothing of anybody.
  useEffect(() => {
    const watching = watch((typed) =>
      keep({ asOf: typed.asOf ?? '', seen: [typed.seen ?? []].flat().map(String), partial: typed.partial === true }),
    );
    return () => watching.unsubscribe();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one watch a form
  }, [watch]);
  const typed = watch();
  const answers: Answers = { asOf: typed.asOf, seen: [typed.seen || []].flat(), partial: Boolean(typed.partial) };
  const missing = missingAnswers(answers, warnings, counts, today);
  const stale = [['submission', submission.id], ['submissions'], ['approvals'], ['home']];
  const submit = useAct(
    '/submissions/{id}/submit',
    (body: Acts['/submissions/{id}/submit']['asked']['body']) => ({ path: { id: submission.id }, body }),
    stale,
  );
  const ask = useAct(
    '/submissions/{id}/approval-request',
    (body: Acts['/submissions/{id}/approval-request']['asked']['body']) => ({ path: { id: submission.id }, body }),
    stale,
  );
  // Where the head approves first, the same answers are what is asked for.
  const asks = submission.approval.state !== 'not-needed';
  const [error, busy] = asks ? [ask.error, ask.busy] : [submit.error, submit.busy];
  const [again, setAgain] = useState('');
  const saysAgain = again !== '' || (error instanceof RequestFailed && error.problem.code === SAID_AGAIN);
  const againShort = saysAgain && !isReason(again);
  const tried = formState.isSubmitted;
  const send = async (): Promise<void> => {
    const asOf = readDay(answers.asOf);
    if (missing.length > 0 || asOf === null || againShort) return;
    try {
      const how = {
        asOf,
        acknowledgedCodes: warnings.map((group) => group.code),
        partial: answers.partial,
        ...(saysAgain ? { again: again.trim() } : {}),
      };
      const to = asks ? await ask.go(how).then(() => `/ho-so-gui/${submission.id}`) : await submit.go(how).then(receiptAddress);
      forget();
      await navigate(to);
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.problem.code !== CHECK_AGAIN) return;
      onCheckAgain();
      await queries.invalidateQueries({ queryKey: ['submission', submission.id] });
    }
  };
  const dayWrong = missing.find((one) => one === 'asOfWrong' || one === 'asOfFuture');
  return (
    <form
      id="gui"
      className="panel stack"
      noValidate
      onSubmit={(event) => {
        handleSubmit(send)(event).catch(() => undefined);
      }}
    >
      <h2>{t('compare.form')}</h2>
      <TextInput
        {...register('asOf')}
        label={t('compare.asOf')}
        description={t('compare.asOfHint')}
        inputMode="numeric"
        style={{ maxWidth: '24rem' }}
        error={tried && dayWrong ? t(`compare.${dayWrong}`) : undefined}
      />
      {warnings.length > 0 && (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }} className="stack tight">
          <legend className="strong">{t('compare.warnings')}</legend>
          <p className="hint">{t('compare.warningsLead')}</p>
          {warnings.map((group) => (
            <Checkbox
              key={group.code}
              {...register('seen')}
              value={group.code}
              label={t('compare.warningTick', { title: localize(group.title), count: group.count })}
            />
          ))}
        </fieldset>
      )}
      {counts.rejected > 0 && counts.accepted > 0 && (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }} className="stack tight">
          <legend className="strong">{t('compare.rest')}</legend>
          <Checkbox
            {...register('partial')}
            label={t('compare.partial', { accepted: number(counts.accepted), rejected: number(counts.rejected) })}
          />
        </fieldset>
      )}
      <div className="note">
        <h3>{t('compare.answers')}</h3>
        <dl className="pairs">
          <dt>{t('submissions.file')}</dt>
          <dd>{submission.fileName}</dd>
          <dt>{t('submissions.body')}</dt>
          <dd>{submission.bodyName}</dd>
          <dt>{t('compare.asOf')}</dt>
          <dd className="tabular">{answers.asOf}</dd>
          <dt>{t('compare.willSend')}</dt>
          <dd className="tabular">{t('common.people', { count: counts.accepted })}</dd>
          {counts.rejected > 0 && (
            <>
              <dt>{t('compare.willStay')}</dt>
              <dd className="tabular">{t('common.people', { count: counts.rejected })}</dd>
            </>
          )}
        </dl>
      </div>
      {tried && missing.length > 0 && (
        <div className="note bad" role="alert">
          <h3>{t('compare.fixFirst')}</h3>
          <ul>
            {missing.map((one) => (
              <li key={one}>{t(`compare.${one}`, { count: counts.rejected })}</li>
            ))}
          </ul>
        </div>
      )}
      {asks && <p className="soft">{t('approval.askWhat')}</p>}
      {error != null && <Failure error={error} />}
      {saysAgain && (
        <Textarea
          label={t('compare.againReason')}
          value={again}
          maxLength={300}
          rows={2}
          error={againShort && again !== '' ? t('compare.againShort') : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
          required
        />
      )}
      <div className="actions">
        <Button type="submit" size="md" loading={busy}>
          {t(asks ? 'approval.ask' : 'compare.submit')}
        </Button>
      </div>
    </form>
  );
}
