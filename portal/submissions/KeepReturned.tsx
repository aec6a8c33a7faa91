/** "Giữ nguyên vì…": why a returned value is sent again as it was. The confirming officer reads it. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { CellProblem } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { useAskBeforeLeaving } from '#portal/parts/use-kept.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { placeText } from './next-step.ts';

/** Shortest and longest reason that the server takes. */
const REASON = { min: 5, max: 500 };

export const isReturned = (code: string): boolean => code === 'E-RETURNED-UNCHANGED' || code === 'E-RETURNED-KEPT';

export function KeepReturned({
  id,
  cell,
  busy,
  onKept,
}: {
  readonly id: string;
  readonly cell: CellProblem;
  readonly busy: boolean;
  readonly onKept: () => void;
}) {
  const { t, localize } = useWords();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const keep = useAct(
    '/submissions/{id}/returned-answers',
    (text: string) => ({ path: { id }, body: { problemId: cell.id, reason: text } }),
    [['submission', id]],
  );
  useAskBeforeLeaving(asking && reason.trim() !== '' && !keep.answer);
  const short = reason.trim().length < REASON.min;
  const send = (): void => {
    setTried(true);
    if (short) return;
    keep.go(reason.trim()).then(
      () => {
        setAsking(false);
        onKept();
      },
      () => undefined,
    );
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        aria-label={`${t('submission.keepBecause')} ${cell.personName ?? ''} ${placeText(cell)}`}
        onClick={() => setAsking(true)}
      >
        {t(cell.code === 'E-RETURNED-KEPT' ? 'submission.keepAgain' : 'submission.keepBecause')}
      </Button>
      {asking && (
        <Dialog title={t('submission.keepTitle')} onClose={() => setAsking(false)}>
          <div className="stack">
            <p>
              {cell.personName && <span className="strong">{cell.personName}</span>} {cell.label && <>· {localize(cell.label)}</>}
            </p>
            <p className="soft">{t('submission.keepLead')}</p>
            <Textarea
              label={t('submission.keepReason')}
              value={reason}
              maxLength={REASON.max}
              rows={2}
              error={tried && short ? t('submission.keepShort') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {keep.error != null && <Failure error={keep.error} />}
            <div className="actions">
              <Button loading={keep.busy} onClick={send}>
                {t('submission.keepYes')}
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
