/** How good a record is, as it is told. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

/** Đúng, Đủ, Sạch, Sống, Thống nhất. */
export const QUALITY_WORDS = ['DUNG', 'DU', 'SACH', 'SONG', 'THONG_NHAT'] as const;
export type QualityWord = (typeof QUALITY_WORDS)[number];
/** 1 must hold, 2 should, 3 the more the better. */
export type QualityLevel = 1 | 2 | 3;

/** One check, as it is told: `gain` is what repairing it adds to its word, per mille. */
const QualityPoint = Type.Object(
  {
    id: Type.String(),
    word: oneOf([...QUALITY_WORDS]),
    level: Type.Integer(),
    title: Bilingual,
    group: orNull(Type.String()),
    gain: Type.Integer(),
  },
  { title: 'QualityPoint' },
);

/** Counts are sums of weights: `passed` of `asked`. `level` 0: something that must hold does not. */
export const RecordQuality = Type.Object(
  {
    level: Type.Integer({ minimum: 0, maximum: 3 }),
    confidence: oneOf(['high', 'medium', 'low']),
    words: Type.Array(Type.Object({ word: oneOf([...QUALITY_WORDS]), passed: Type.Integer(), asked: Type.Integer() })),
    /** what is worth a repair, the most first */
    failed: Type.Array(QualityPoint),
    /** what no source told */
    notMeasured: Type.Array(QualityPoint),
  },
  { title: 'RecordQuality' },
);
export type RecordQuality = Static<typeof RecordQuality>;
