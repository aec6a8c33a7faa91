/** A state that outlives its page (`kept-choice.ts`), and the question before typed words are lost. */
import { useEffect, useState } from 'react';
import { useSession } from '#portal/api/queries.ts';
import { forgetValue, keepValue, keptValue, whoIs } from './kept-choice.ts';

/**
 * @param name   what is chosen about: ids and codes alone
 * @param of     the state of things in which it is chosen
 * @param begin  where nothing was kept
 */
export function useKept<T>(name: string, of: string, begin: T): readonly [T, (value: T) => void, () => void] {
  const session = useSession().data;
  const who = session ? whoIs(session) : '';
  const [value, setValue] = useState<T>(() => keptValue<T>(sessionStorage, name, { who, of }) ?? begin);
  const set = (next: T): void => {
    setValue(next);
    keepValue(sessionStorage, name, { who, of }, next);
  };
  return [value, set, () => forgetValue(sessionStorage, name)];
}

/** Asks before the page is left as a whole: to sign in again, by a reload, by closing it. */
export function useAskBeforeLeaving(typed: boolean): void {
  useEffect(() => {
    if (!typed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [typed]);
}
