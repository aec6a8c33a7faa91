/** What is written with the person who declared, beside what they declared. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import { useDeclarationMessages } from '#portal/api/declaration-queries.ts';
import { Thread } from '#portal/declaration-thread/Thread.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';

interface Props {
  readonly submissionId: string;
  readonly mayWrite: boolean;
}

export function DeclarationThread({ submissionId, mayWrite }: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="panel" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-open-thread>{t('thread.title')}</summary>
      {isOpen && <Asked submissionId={submissionId} mayWrite={mayWrite} />}
    </details>
  );
}

function Asked({ submissionId, mayWrite }: Props) {
  const write = useAct('/submissions/{id}/messages', (text: string) => ({ path: { id: submissionId }, body: { text } }), [
    ['submissions', submissionId, 'messages'],
  ]);
  return (
    <Answered query={useDeclarationMessages(submissionId)} lines={3}>
      {(thread) => <Thread thread={thread} side="body" sending={mayWrite ? write : null} />}
    </Answered>
  );
}
