// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '2108d10db8909ce6';
