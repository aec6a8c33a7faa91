/** What the page of a submission says of its approval: that it was sent back and why, that a request is void; and the buttons of both sides. */
import { Button } from '#portal/parts/Button.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Submission } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { isClean, stepOf } from './next-step.ts';

interface Props {
  readonly submission: Submission;
}

export function ApprovalNote({ submission: { approval } }: Props) {
  const { t } = useWords();
  if (approval.state === 'returned')
    return (
      <p>
        {t('approval.sentBackBy', {
          name: approval.decidedBy ?? '',
          at: instantText(approval.decidedAt ?? ''),
          reason: approval.reason ?? '',
        })}
      </p>
    );
  if (approval.state === 'void') return <p role="status">{t('approval.isVoid', { at: instantText(approval.askedAt ?? '') })}</p>;
  if (approval.state === 'asked')
    return <p>{t('approval.askedAt', { name: approval.askedBy ?? '', at: instantText(approval.askedAt ?? '') })}</p>;
  return null;
}

export function ApprovalButtons({ submission }: Props) {
  const { t } = useWords();
  const { approval } = submission;
  const waits = stepOf(submission, 'approving') !== undefined;
  const asks = stepOf(submission, 'ask') ?? stepOf(submission, 'sent-back');
  return (
    <>
      {asks && mayDo(submission, 'submission.submit') && (
        <Button to={`/ho-so-gui/${submission.id}/doi-chieu`} variant={isClean(submission) ? 'filled' : 'default'}>
          {t('approval.review')}
        </Button>
      )}
      {waits && approval.requestId && mayDo(submission, 'submission.approve') && (
        <Button to={`/duyet-gui/${approval.requestId}`}>{t('approval.decide')}</Button>
      )}
      {waits && mayDo(submission, 'submission.submit') && <TakeBack submission={submission} />}
    </>
  );
}

function TakeBack({ submission: { id } }: Props) {
  const { t } = useWords();
  const takeBack = useAct('/submissions/{id}/approval-request/take-back', () => ({ path: { id } }), [
    ['submission', id],
    ['submissions'],
    ['approvals'],
    ['home'],
  ]);
  return (
    <>
      <Button variant="default" loading={takeBack.busy} onClick={() => void takeBack.go(null).catch(() => undefined)}>
        {t('approval.takeBack')}
      </Button>
      {takeBack.error != null && <Failure error={takeBack.error} />}
    </>
  );
}
