/**
 * What was asked of `decide` for one request: the actor of a request is an object of its own, so the questions of a request are the actor's.
 * A refusal is written down with the act that was refused; an answer that was kept is given again only when its questions are answered yes again.
 */
import type { AccessAct, Actor } from './shapes.ts';

export interface Question {
  readonly act: AccessAct;
  /** null: about whatever the actor's own bodies hold */
  readonly bodyId: string | null;
  readonly allowed: boolean;
}

/** Questions of one request at most; a list that asks for each of its lines repeats itself. */
const QUESTIONS_KEPT_MAX = 50;

const asked = new WeakMap<Actor, Question[]>();

/** Notes a question once. */
export function noteQuestion(actor: Actor, question: Question): void {
  const before = asked.get(actor) ?? [];
  if (before.length === 0) asked.set(actor, before);
  const isNew = !before.some((one) => one.act === question.act && one.bodyId === question.bodyId && one.allowed === question.allowed);
  if (isNew && before.length < QUESTIONS_KEPT_MAX) before.push(question);
}

/** The questions of this actor's request so far, oldest first. */
export const questionsOf = (actor: Actor): readonly Question[] => asked.get(actor) ?? [];
