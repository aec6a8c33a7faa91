/** Stages of the centre's work on a file, in their order. A stage that we do not know (a newer server) has no place, and is told as "at work". */
export const STAGES = ['queued', 'reading', 'checking', 'comparing', 'writing'] as const;
export type Stage = (typeof STAGES)[number];

export const stageOf = (stage: string | undefined): Stage | null => STAGES.find((one) => one === stage) ?? null;

/** Whole percent, 0 to 100; null while nothing can be counted: what waits has done nothing yet, and what was counted was another stage's. */
export const percentOf = (stage: Stage | 'other', done: number, total: number): number | null =>
  stage !== 'queued' && total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : null;
