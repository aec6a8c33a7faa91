// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '94a534ee5ffa6155';
