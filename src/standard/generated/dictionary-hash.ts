// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '6b6c36cdefd6e78b';
