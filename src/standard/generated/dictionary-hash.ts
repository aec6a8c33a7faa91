// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '7e402b5d44cb35d4';
