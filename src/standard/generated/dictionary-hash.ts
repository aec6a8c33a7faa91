// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '960eedf3f34686af';
