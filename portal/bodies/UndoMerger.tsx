/** A merger that was entered by mistake is asked to be undone: a change of its own, on its decision, for a second person. */
import { useState } from 'react';
import { Link } from 'react-router';
import { BODIES_STALE } from '#portal/api/body-queries.ts';
import { useAct } from '#portal/api/act-on.ts';
import type { OneBodyChange } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NOTHING_TYPED, decisionOf } from './change-request.ts';
import type { ChangeBody, TypedChange, TypedField } from './change-request.ts';
import { DecisionFields } from './DecisionFields.tsx';

export function UndoMerger({ one, bodyId }: { readonly one: OneBodyChange; readonly bodyId: string }) {
  const { t } = useWords();
  const [typed, setTyped] = useState<TypedChange>(NOTHING_TYPED);
  const [wrong, setWrong] = useState<readonly TypedField[]>([]);
  const [file, setFile] = useState<string | null>(null);
  const ask = useAct('/body-changes', (body: ChangeBody) => ({ body }), BODIES_STALE);
  if (ask.answer)
    return (
      <div className="note good" role="status">
        <p>{t('bodies.sent')}</p>
        <Link to={`/co-quan/thay-doi/${ask.answer.id}`}>{t('bodies.openChange')}</Link>
      </div>
    );
  const submit = (): void => {
    const read = decisionOf(typed, one.change.on);
    setWrong('wrong' in read ? read.wrong : []);
    if (!('decision' in read)) return;
    const operations: ChangeBody['operations'] = [{ kind: 'undo', bodyId, changeId: one.change.id }];
    void ask.go({ on: one.change.on, operations, decision: read.decision, ...(file ? { file } : {}), send: true }).catch(() => undefined);
  };
  return (
    <details className="panel" data-undo-merger>
      <summary>{t('bodies.undoMerger')}</summary>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="soft">{t('bodies.undoWhat')}</p>
        <DecisionFields typed={typed} wrong={wrong} onType={(name, value) => setTyped({ ...typed, [name]: value })} onFile={setFile} />
        {ask.error !== null && <Failure error={ask.error} />}
        <div className="actions">
          <Button type="submit" loading={ask.busy}>
            {t('bodies.send')}
          </Button>
        </div>
      </form>
    </details>
  );
}
