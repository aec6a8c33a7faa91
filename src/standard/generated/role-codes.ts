// Written by tools/generate.ts from the table of access; not edited by hand.
/** Codes of roles (`vai_tro`). */
export const ROLE_CODES = ['CA_NHAN', 'NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC', 'TTTT', 'GIAM_SAT'] as const;
export type RoleCode = (typeof ROLE_CODES)[number];
