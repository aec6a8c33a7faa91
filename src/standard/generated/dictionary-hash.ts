// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = 'a8ded3bcf7481b13';
