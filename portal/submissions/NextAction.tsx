/** One box: the next step, with its buttons. */
import { Link } from 'react-router';
import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { fileAddress } from '#portal/api/client.ts';
import type { Submission } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { uploadKindOf } from '#portal/workbook/judge-file.ts';
import { CorrectedFile } from './CorrectedFile.tsx';
import { nextStep, takesCorrection, type NextStep } from './next-step.ts';

const TONE = {
  wait: '',
  clean: 'good',
  fix: 'warn',
  allWrong: 'bad',
  returned: 'warn',
  matching: '',
  sent: '',
  done: 'good',
  withdrawn: '',
  refused: 'bad',
} as const satisfies Record<NextStep, string>;

export function NextAction({ submission }: { readonly submission: Submission }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const { state, counts } = submission;
  const step = nextStep(state, counts);
  if (step === 'wait') return null;
  const refusal = submission.refusal;
  const pictures = submission.kind === 'portraits';
  const text = {
    clean: t(pictures ? 'portrait.nextClean' : 'submission.nextClean'),
    fix: t(pictures ? 'portrait.nextFix' : 'submission.nextFix', { count: counts.rejected, good: number(counts.accepted) }),
    allWrong: t(pictures ? 'portrait.nextAllWrong' : 'submission.nextAllWrong'),
    returned: t(pictures ? 'portrait.nextReturned' : 'submission.nextReturned', { count: submission.returnedCount }),
    // Where the source is not asked for a reason that does not pass by itself, that reason is told.
    matching: refusal ? localize(refusal.title) : t('submission.nextMatching'),
    sent: t('submission.nextSent'),
    done: t('submission.nextDone'),
    withdrawn: t('submission.nextWithdrawn'),
    refused: localize(refusal?.title),
  }[step];
  // Pictures are not given back marked: the list of problems names each.
  const marked = !pictures && (step === 'fix' || step === 'allWrong' || step === 'returned');
  return (
    <section className={`note stack tight ${TONE[step]}`}>
      <h2>{step === 'refused' ? t('submission.refused') : t('submission.nextTitle')}</h2>
      <p>{text}</p>
      {refusal?.next && (
        <p>
          <span className="strong">{t('failure.nextTitle')}:</span> {localize(refusal.next)} {refusal.code && <code>{refusal.code}</code>}
        </p>
      )}
      <div className="actions">
        {marked && (
          <Button
            component="a"
            href={fileAddress('/submissions/{id}/marked.xlsx', { path: { id: submission.id } })}
            download
            variant="filled"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('submission.marked')}
          </Button>
        )}
        {takesCorrection(state) && step !== 'clean' && <CorrectedFile id={submission.id} kind={uploadKindOf(submission)} />}
        {(step === 'clean' || step === 'fix') && (
          <Button component={Link} to={`/ho-so-gui/${submission.id}/doi-chieu`} variant={step === 'clean' ? 'filled' : 'default'}>
            {t(step === 'clean' ? 'submission.review' : 'submission.reviewPartial')}
          </Button>
        )}
      </div>
    </section>
  );
}
