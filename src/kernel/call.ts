import type * as v from 'valibot';
import type { ReadOnly } from './read-only';
import type { Result } from './result';

type Schema = v.GenericSchema;

/**
 * One call of a screen, said once: what it is sent, what it answers, who may ask and what happens. Its name is the key
 * under which its subject declares it.
 */
export interface Call<Caller, P extends Schema, A extends Schema, Handed> {
  /** A key it does not hold is refused: what no screen sends is nobody's to try. */
  readonly payload: P;
  /** What leaves the backend: a key it does not hold is left out, and fails a test. */
  readonly answer: A;
  /** Runs before anything else is read or written; refuses by throwing. What it had to read, `run` is handed. */
  readonly authorise: (caller: Caller, payload: v.InferOutput<P>) => Handed | Promise<Handed>;
  readonly run: (payload: v.InferOutput<P>, caller: Caller, handed: Handed) => Promise<AnswerOf<A>>;
}

/** Any call, for whoever only carries it out. */
export interface AnyCall<Caller> {
  readonly payload: Schema;
  readonly answer: Schema;
  authorise(caller: Caller, payload: never): unknown;
  run(payload: never, caller: Caller, handed: never): Promise<unknown>;
}

/** What a schema of an answer lets through, as code reads it. */
export type AnswerOf<A extends Schema> = ReadOnly<v.InferOutput<A>>;

/** What screens may ask: each call's payload and answer, by name. A type, not an interface: the SDK asks for an index signature. */
export type ContractOf<Calls> = {
  [K in keyof Calls]: Calls[K] extends { readonly payload: infer P; readonly answer: infer A }
    ? P extends Schema
      ? A extends Schema
        ? (payload: ReadOnly<Sent<v.InferInput<P>, v.InferOutput<P>>>) => Result<AnswerOf<A>>
        : never
      : never
    : never;
};

/** What goes into a schema. A schema that is declared to take anything is sent what comes out of it. */
type Sent<In, Out> = unknown extends In
  ? Out
  : In extends object
    ? { [K in keyof In]: Sent<In[K], K extends keyof NonNullable<Out> ? NonNullable<Out>[K] : never> }
    : In;
