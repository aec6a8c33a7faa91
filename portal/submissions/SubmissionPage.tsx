/** /ho-so-gui/:id: where it stands, what to do now, and what is wrong, by kind of repair. */
import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import { useSubmission } from '#portal/api/queries.ts';
import type { Submission } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { uploadKindOf } from '#portal/workbook/judge-file.ts';
import { NextAction } from './NextAction.tsx';
import { canWithdraw, stepOf, stillNotChecked } from './next-step.ts';
import { PortraitGrid } from './PortraitGrid.tsx';
import { Problems } from './Problems.tsx';
import { Reading } from './Reading.tsx';
import { Aside, IgnoredParts, NotCheckedYet } from './SubmissionParts.tsx';
import { PartsStrip } from './PartsStrip.tsx';
import { ReturnedCells } from './ReturnedCells.tsx';
import { Rounds } from './Rounds.tsx';
import { SaidAgain } from './SaidAgain.tsx';
import { StateMark } from './StateMark.tsx';
import { StepLine } from './StepLine.tsx';

export function SubmissionPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return (
    <Answered page={t('submissions.title')} query={useSubmission(id)} lines={8}>
      {(submission) => <Shown submission={submission} />}
    </Answered>
  );
}

function Shown({ submission }: { readonly submission: Submission }) {
  const { t } = useWords();
  const place = useLocation();
  const sameAs = (place.state as { sameAs?: string | null } | null)?.sameAs;
  const { state } = submission;
  const kind = uploadKindOf(submission);
  const seesProblems = mayDo(submission, 'problems.read');
  const checked = state !== 'reading' && state !== 'refused';
  const sent = submission.stage === 'submitted' || submission.round > 1;
  const toMend = state === 'checked' || stepOf(submission, 'correct') !== undefined;
  const again = useCheckedAgain(submission.id, state);
  return (
    <>
      <PageTitle
        title={submission.fileName}
        back={{ to: '/ho-so-gui', label: t('submissions.title') }}
        lead={
          <>
            {submission.bodyName} · <span className="tabular">{submission.uploadNumber}</span> ·{' '}
            <span className="tabular nowrap">{instantText(submission.createdAt)}</span>
          </>
        }
        actions={
          <>
            <StateMark state={state} counts={submission.counts} />
            {canWithdraw(submission) && mayDo(submission, 'submission.withdraw') && <Withdraw submission={submission} />}
          </>
        }
      />
      <div className="stack">
        {sameAs && (
          <div className="note" role="status">
            {t('upload.same', { number: sameAs })}
          </div>
        )}
        <StepLine state={state} />
        <SaidAgain why={submission.again} />
        {state === 'reading' ? <Reading progress={submission.progress} /> : <NextAction submission={submission} />}
        {submission.parts.returned > 0 && seesProblems && <ReturnedCells id={submission.id} kind={kind} />}
        {checked && <CountsStrip counts={submission.counts} kind={submission.kind} />}
        {sent && <PartsStrip parts={submission.parts} />}
        {checked && state !== 'checked' && <Aside submission={submission} />}
        {(checked || again) && seesProblems && (toMend || submission.counts.warnings > 0 || again) && (
          <Problems
            id={submission.id}
            kind={kind}
            open={(state === 'checked' || again) && mayDo(submission, 'upload.create')}
            busy={again}
          />
        )}
        {checked && kind === 'portraits' && seesProblems && submission.counts.accepted > 0 && <PortraitGrid id={submission.id} />}
        {state === 'checked' && <Aside submission={submission} />}
        <Rounds submission={submission} seesFiles={seesProblems} />
        <NotCheckedYet notChecked={stillNotChecked(state, submission.notChecked ?? [])} />
        {submission.ignored?.length > 0 && <IgnoredParts ignored={submission.ignored} kind={kind} />}
      </div>
    </>
  );
}

/** Is a file that was checked being checked again? The list of problems then stays where it was, and is asked anew at the end. */
function useCheckedAgain(id: string, state: Submission['state']): boolean {
  const queries = useQueryClient();
  const [shown, setShown] = useState(false);
  const reading = state === 'reading';
  useEffect(() => {
    if (reading) return;
    setShown(state === 'checked');
    if (shown) void queries.invalidateQueries({ queryKey: ['submission', id] });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each end of a check
  }, [reading, state]);
  return reading && shown;
}

function Withdraw({ submission: { id, state, parts } }: { readonly submission: Submission }) {
  const { t } = useWords();
  const { number } = useFormat();
  const reading = state === 'reading';
  const [asking, setAsking] = useState(false);
  const withdraw = useAct('/submissions/{id}/withdraw', () => ({ path: { id } }), [['submission', id], ['submissions'], ['home']]);
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
        {t(reading ? 'submission.cancel' : 'submission.withdraw')}
      </Button>
      {asking && (
        <Dialog title={t('submission.withdraw')} onClose={() => setAsking(false)}>
          <div className="stack">
            <p>{t('submission.withdrawSure')}</p>
            {parts.registered > 0 && <p>{t('submission.withdrawStays', { people: number(parts.registered) })}</p>}
            {withdraw.error != null && <Failure error={withdraw.error} />}
            <div className="actions">
              <Button
                loading={withdraw.busy}
                onClick={() => {
                  withdraw.go(null).then(
                    () => setAsking(false),
                    () => undefined,
                  );
                }}
              >
                {t('submission.withdrawYes')}
              </Button>
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
