/** Words of what the mock answers. */
import type * as S from '#portal/api/generated/api.ts';

export const both = (vi: string, en: string): S.Bilingual => ({ vi, en });
