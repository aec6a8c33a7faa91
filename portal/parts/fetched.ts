/** A part of the portal that does not come with the first load: fetched when it is shown, with its words or those of all screens. */
import { lazy, type ComponentType } from 'react';
import { fetchedWhenConnected } from '#portal/api/connection.ts';
import { wordsBehind, type WordsBehind } from '#portal/language/set-up.ts';

export const fetchedPart = <Props extends object>(load: () => Promise<ComponentType<Props>>, words: WordsBehind = 'more') =>
  lazy(async () => {
    const [part] = await fetchedWhenConnected(async () => Promise.all([load(), wordsBehind(words)]));
    return { default: part };
  });
