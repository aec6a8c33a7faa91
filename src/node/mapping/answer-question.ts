/** People answer what a source left open: a row that is gone, a cell that was emptied. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { recordAll } from '#node/outbox/record.ts';
import type { NodeDatabase } from '#node/outbox/sql.ts';
import { questionUnknown } from '#node/problems.ts';
import { lockQuestion, writeAnswer } from './store.ts';

/** ended: what was said ended on that day · stays: it is still so, though the source says it no more */
export type QuestionAnswer = { readonly says: 'ended'; readonly on: PlainDate } | { readonly says: 'stays' };

/** @returns how many changes follow; E-NODE-QUESTION */
export function answerQuestion(
  database: NodeDatabase,
  id: number,
  answer: QuestionAnswer,
  { maker, schema, at }: { readonly maker: string; readonly schema: string; readonly at: Instant },
): Promise<Result<number>> {
  return database.transaction(async (sql) => {
    const question = await lockQuestion(sql, id);
    if (question === null) return refused(questionUnknown({ id: String(id) }));
    const facts = question.fact === null ? Object.keys(question.row?.facts ?? {}) : [question.fact];
    const ends = answer.says === 'ended' ? facts : [];
    const recorded = await recordAll(
      sql,
      ends.map((fact, no) => ({
        ref: `answer-${id}-${no + 1}`,
        person: question.person,
        fact,
        operation: 'end' as const,
        validFrom: (answer as { readonly on: PlainDate }).on,
        value: (answer as { readonly on: PlainDate }).on,
        schema,
        maker,
        madeAt: at,
      })),
    );
    if (!recorded.ok) return recorded;
    await writeAnswer(sql, question, { ...answer, by: maker }, at);
    return ok(ends.length);
  });
}
