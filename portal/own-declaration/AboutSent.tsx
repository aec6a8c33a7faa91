/** What one may still do about a declaration that was sent: take it back until somebody decided, write with who confirms. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import { useMyDeclarationMessages } from '#portal/api/declaration-queries.ts';
import type { SentDeclaration } from '#portal/api/generated/api.ts';
import { Thread } from '#portal/declaration-thread/Thread.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';

export function AboutSent({ one }: { readonly one: SentDeclaration }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!one.mayWithdraw && !one.mayWrite && one.messages === 0) return null;
  return (
    <div className="stack tight">
      {one.mayWithdraw && <TakeBack id={one.id} />}
      {(one.mayWrite || one.messages > 0) && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary data-open-thread>{t('declare.thread', { count: one.messages })}</summary>
          {isOpen && <OwnThread id={one.id} />}
        </details>
      )}
    </div>
  );
}

function OwnThread({ id }: { readonly id: string }) {
  const write = useAct('/me/declaration/sent/{id}/messages', (text: string) => ({ path: { id }, body: { text } }), [['me', 'declaration']]);
  return (
    <Answered query={useMyDeclarationMessages(id)} lines={3}>
      {(thread) => <Thread thread={thread} side="person" sending={write} />}
    </Answered>
  );
}

/** Asked once more before it is done: what is taken back nobody confirms. */
function TakeBack({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const withdraw = useAct('/me/declaration/sent/{id}/withdrawal', (_now: null) => ({ path: { id } }), [['me']]);
  if (!sure)
    return (
      <div className="actions">
        <Button variant="default" onClick={() => setSure(true)} data-withdraw-declaration>
          {t('declare.withdraw')}
        </Button>
      </div>
    );
  return (
    <div className="note warn stack tight">
      <p>{t('declare.withdrawWhat')}</p>
      {withdraw.error !== null && <Failure error={withdraw.error} />}
      <div className="actions">
        <Button
          loading={withdraw.busy}
          onClick={() => {
            withdraw.go(null).catch(() => undefined); // told above
          }}
          data-withdraw-now
        >
          {t('declare.withdrawNow')}
        </Button>
        <Button variant="default" onClick={() => setSure(false)}>
          {t('declare.withdrawNot')}
        </Button>
      </div>
    </div>
  );
}
