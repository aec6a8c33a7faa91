/** Shows the question for a passkey while an act waits for it; its dialogue is fetched when it is first needed. */
import { Suspense, lazy, useEffect, useState } from 'react';
import { askBy } from './ask.ts';

const StepUp = lazy(async () => ({ default: (await import('./StepUp.tsx')).StepUp }));

export function StepUpHost() {
  const [answer, setAnswer] = useState<((isVerified: boolean) => void) | null>(null);
  useEffect(() => askBy(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  if (answer === null) return null;
  return (
    <Suspense fallback={null}>
      <StepUp
        onDone={(isVerified) => {
          answer(isVerified);
          setAnswer(null);
        }}
      />
    </Suspense>
  );
}
