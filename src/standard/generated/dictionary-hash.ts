// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '22ef3e9480dce4af';
