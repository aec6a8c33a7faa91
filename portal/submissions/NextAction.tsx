/** One box: what to do next, for how many people, with its buttons; and what is waited for meanwhile. */
import { Button } from '#portal/parts/Button.tsx';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { fileAddress } from '#portal/api/client.ts';
import type { Submission, SubmissionStep } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { uploadKindOf } from '#portal/workbook/judge-file.ts';
import { ApprovalButtons, ApprovalNote } from './ApprovalOfSubmission.tsx';
import { CorrectedFile } from './CorrectedFile.tsx';
import { isClean, otherSteps, ownSteps, stepOf, toneOf, wantsCorrection } from './next-step.ts';

export function NextAction({ submission }: { readonly submission: Submission }) {
  const { t, localize } = useWords();
  const { refusal } = submission;
  const refused = stepOf(submission, 'refused') !== undefined;
  const acts = mayDo(submission, 'upload.create') || mayDo(submission, 'submission.submit');
  const [first, ...more] = [...ownSteps(submission), ...otherSteps(submission)];
  if (first?.kind === 'reading') return null;
  return (
    <section className={`note stack tight ${toneOf(submission)}`} aria-labelledby="next-step">
      <h2 id="next-step">{refused ? t('submission.refused') : t(acts ? 'submission.nextTitle' : 'submission.nextOfSender')}</h2>
      <p>
        <StepText submission={submission} step={first!} />
      </p>
      {more.length > 0 && (
        <ul className="stack tight">
          {more.map((step) => (
            <li key={step.kind}>
              <StepText submission={submission} step={step} />
            </li>
          ))}
        </ul>
      )}
      {refusal?.next && (
        <p>
          <span className="strong">{t('failure.nextTitle')}:</span> {localize(refusal.next)} {refusal.code && <code>{refusal.code}</code>}
        </p>
      )}
      <ApprovalNote submission={submission} />
      <NextButtons submission={submission} />
    </section>
  );
}

/** Steps that say that some people are valid. */
const VALID = ['send', 'ask', 'sent-back', 'approving'] as const;

function StepText({ submission, step: { kind, people } }: { readonly submission: Submission; readonly step: SubmissionStep }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const { refusal, state } = submission;
  const upload = uploadKindOf(submission);
  const pictures = upload === 'portraits';
  const params = { count: people, people: number(people) };
  switch (kind) {
    case 'reading': // has a box of its own
      return null;
    case 'refused':
      return localize(refusal?.title);
    case 'matching':
      // Where the source is not asked for a reason that does not pass by itself, that reason is told.
      return refusal ? localize(refusal.title) : t('submission.nextMatching', params);
    case 'correct':
      if (upload === 'documents') return t('attach.nextWrong');
      if (state !== 'checked') return t(pictures ? 'portrait.nextLeft' : 'submission.nextLeft', params);
      if (VALID.some((one) => stepOf(submission, one))) return t(pictures ? 'portrait.nextFix' : 'submission.nextFix', params);
      return t(pictures ? 'portrait.nextAllWrong' : 'submission.nextAllWrong');
    case 'send':
      if (isClean(submission)) return t(pictures ? 'portrait.nextClean' : 'submission.nextClean');
      return t('submission.nextSend', params);
    case 'ask':
    case 'approving':
    case 'sent-back':
      return t(`approval.next.${kind}`, params);
    case 'returned':
      if (upload === 'documents') return t('attach.nextReturned');
      return t(pictures ? 'portrait.nextReturned' : 'submission.nextReturned', params);
    default:
      return t(`submission.next_${kind}`, params);
  }
}

function NextButtons({ submission }: { readonly submission: Submission }) {
  const { t } = useWords();
  const clean = isClean(submission);
  const upload = uploadKindOf(submission);
  // Pictures and documents are not given back marked: the list of problems names each.
  const marked =
    upload === 'workbook' &&
    mayDo(submission, 'problems.read') &&
    ['correct', 'returned'].some((kind) => submission.steps.some((step) => step.kind === kind));
  return (
    <div className="actions">
      {marked && (
        <Button
          href={fileAddress('/submissions/{id}/marked.xlsx', { path: { id: submission.id } })}
          download
          variant="filled"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('submission.marked')}
        </Button>
      )}
      {wantsCorrection(submission) &&
        mayDo(submission, 'upload.create') &&
        (upload === 'documents' ? (
          <Button to={`/van-ban?sua=${submission.id}`} variant="default">
            {t('attach.again')}
          </Button>
        ) : (
          <CorrectedFile id={submission.id} kind={upload} />
        ))}
      {stepOf(submission, 'send') && mayDo(submission, 'submission.submit') && (
        <Button to={`/ho-so-gui/${submission.id}/doi-chieu`} variant={clean ? 'filled' : 'default'}>
          {t(clean ? 'submission.review' : 'submission.reviewPartial')}
        </Button>
      )}
      <ApprovalButtons submission={submission} />
    </div>
  );
}
