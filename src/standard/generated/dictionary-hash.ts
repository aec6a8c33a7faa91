export const DICTIONARY_HASH = '';
