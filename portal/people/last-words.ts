/** What was typed into the search last: kept by this page alone, so that the way back from a record finds the same people. Gone with the page, and at signing out. */
import { NO_WORDS, type SearchWords } from './search-request.ts';

let last: SearchWords = NO_WORDS;
export const lastWords = (): SearchWords => last;
export const rememberWords = (words: SearchWords): void => {
  last = words;
};
