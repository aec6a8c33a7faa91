/** What one of two asked for, granted or refused by the other, with a reason where they have one. */
import { useState } from 'react';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { Textarea } from './fields.tsx';

export interface Decision {
  readonly answer: 'grant' | 'refuse';
  readonly reason: string;
}
/** A decision as the server takes it: a reason that is none is left out. */
export const decisionBody = ({ answer, reason }: Decision) => (reason === '' ? { answer } : { answer, reason });

const REASON_CHARS_MAX = 500;

/**
 * @param decide  the act (`useAct`); what it is refused for is told here
 * @param words   of the reason and of both buttons
 * @param onDone  once it is decided; with it there is a button that leaves it undecided
 */
export function GrantOrRefuse({
  decide,
  words,
  onDone,
}: {
  readonly decide: { readonly go: (decision: Decision) => Promise<unknown>; readonly busy: boolean; readonly error: unknown };
  readonly words: { readonly refuseWhy: string; readonly grant: string; readonly refuse: string };
  readonly onDone?: () => void;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const go = (answer: Decision['answer']): void => {
    decide.go({ answer, reason: reason.trim() }).then(onDone, () => undefined); // told below
  };
  return (
    <>
      <Textarea
        label={words.refuseWhy}
        value={reason}
        rows={2}
        maxLength={REASON_CHARS_MAX}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decide.error != null && <Failure error={decide.error} />}
      <div className="actions">
        <Button loading={decide.busy} onClick={() => go('grant')}>
          {words.grant}
        </Button>
        <Button variant="default" loading={decide.busy} onClick={() => go('refuse')}>
          {words.refuse}
        </Button>
        {onDone && (
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </>
  );
}
