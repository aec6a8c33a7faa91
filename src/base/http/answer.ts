/**
 * What a route answers with, as a value: a shape, the bytes of a file, or nothing. The description of the API and the checks of the tests follow from
 * it; nothing is left out of an answer because a shape does not name it.
 */
import type { Static, TSchema } from 'typebox';

/** A value as a room hands it over: nothing in it is changed on the way out. */
export type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T;

/** JSON of one shape. `status` may follow from what was done (given at once, or waiting). */
export interface JsonAnswer<Shape extends TSchema> {
  readonly kind: 'json';
  readonly shape: Shape;
  readonly statuses: readonly number[];
  readonly statusOf: (value: Given<Static<Shape>>) => number;
}
/** Bytes of one media type. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly type: string;
}
/** Nothing but the status 204. */
export interface EmptyAnswer {
  readonly kind: 'empty';
}

/** Bytes to send; `name` as the browser keeps them, shown in the page or kept as a file. */
export interface FileToSend {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly how?: 'inline' | 'attachment';
}

export const json = <Shape extends TSchema>(shape: Shape, status = 200): JsonAnswer<Shape> => ({
  kind: 'json',
  shape,
  statuses: [status],
  statusOf: () => status,
});

/** JSON whose status says what came of it. */
export const jsonBy = <Shape extends TSchema>(
  shape: Shape,
  statuses: readonly number[],
  statusOf: (value: Given<Static<Shape>>) => number,
): JsonAnswer<Shape> => ({ kind: 'json', shape, statuses, statusOf });

export const file = (type: string): FileAnswer => ({ kind: 'file', type });
export const empty: EmptyAnswer = { kind: 'empty' };

export type Answer = JsonAnswer<TSchema> | FileAnswer | EmptyAnswer;

/** What the work of a route must come to. */
export type AnswerValue<A extends Answer> =
  A extends JsonAnswer<infer Shape> ? Given<Static<Shape>> : A extends FileAnswer ? FileToSend : undefined;
