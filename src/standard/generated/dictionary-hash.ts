// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = '16582c609c58cea7';
