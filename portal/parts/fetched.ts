/** A part of the portal that does not come with the first load: fetched when it is shown, with the words of all screens. */
import { lazy, type ComponentType } from 'react';
import { fetchedWhenConnected } from '#portal/api/connection.ts';
import { allWords } from '#portal/language/set-up.ts';

export const fetchedPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [part] = await fetchedWhenConnected(async () => Promise.all([load(), allWords()]));
    return { default: part };
  });
