// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '6c1540616775a7b8';
