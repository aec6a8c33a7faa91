// Written by tools/generate.ts from the field dictionary; not edited by hand.
export const DICTIONARY_HASH = 'e295fab226512b28';
