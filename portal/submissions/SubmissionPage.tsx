/** /ho-so-gui/:id: where it stands, what to do now, and what is wrong, by kind of repair. */
import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { Button } from '@mantine/core';
import { useAct } from '#portal/api/act-on.ts';
import { useSession, useSubmission } from '#portal/api/queries.ts';
import type { Submission } from '#portal/api/shapes.ts';
import { useWords } from '#portal/language/use-words.ts';
import { maySee } from '#portal/menus.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { CountsStrip } from '#portal/parts/CountsStrip.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TONE_OF_STATE } from '#portal/parts/tones.ts';
import { NextAction } from './NextAction.tsx';
import { canWithdraw } from './next-step.ts';
import { Problems } from './Problems.tsx';
import { Reading } from './Reading.tsx';
import { Aside, IgnoredParts } from './SubmissionParts.tsx';
import { ReturnedCells } from './ReturnedCells.tsx';
import { StepLine } from './StepLine.tsx';

export function SubmissionPage() {
  const { id = '' } = useParams();
  return (
    <Answered query={useSubmission(id)} lines={8}>
      {(submission) => <Shown submission={submission} />}
    </Answered>
  );
}

function Shown({ submission }: { readonly submission: Submission }) {
  const { t } = useWords();
  const place = useLocation();
  const sameAs = (place.state as { sameAs?: string | null } | null)?.sameAs;
  const { state } = submission;
  const seesProblems = maySee(useSession().data?.grants ?? [], 'problems');
  const checked = state !== 'reading' && state !== 'refused';
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
            <Mark tone={TONE_OF_STATE[state] ?? 'wait'}>{t(`state.${state}`)}</Mark>
            {canWithdraw(state) && <Withdraw id={submission.id} reading={state === 'reading'} />}
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
        {state === 'reading' ? <Reading progress={submission.progress} /> : <NextAction submission={submission} />}
        {submission.returnedCount > 0 && seesProblems && <ReturnedCells id={submission.id} />}
        {checked && <CountsStrip counts={submission.counts} />}
        {checked && state !== 'checked' && <Aside submission={submission} />}
        {checked && seesProblems && <Problems id={submission.id} open={state === 'checked' || state === 'returned'} />}
        {state === 'checked' && <Aside submission={submission} />}
        {submission.ignored?.length > 0 && <IgnoredParts ignored={submission.ignored} />}
      </div>
    </>
  );
}

function Withdraw({ id, reading }: { readonly id: string; readonly reading: boolean }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const withdraw = useAct<void, unknown>(
    () => `/submissions/${id}/withdraw`,
    () => ({}),
    [['submission', id], ['submissions'], ['home']],
  );
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
        {t(reading ? 'submission.cancel' : 'submission.withdraw')}
      </Button>
      {asking && (
        <Dialog title={t('submission.withdraw')} onClose={() => setAsking(false)}>
          <div className="stack">
            <p>{t('submission.withdrawSure')}</p>
            {withdraw.error != null && <Failure error={withdraw.error} />}
            <div className="actions">
              <Button
                loading={withdraw.busy}
                onClick={() => {
                  withdraw.go().then(
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
