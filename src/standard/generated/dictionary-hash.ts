// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '438eec6a748aa83f';
