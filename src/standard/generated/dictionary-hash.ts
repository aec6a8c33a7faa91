// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '342e90bd12b66644';
