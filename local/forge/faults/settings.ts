import * as v from 'valibot';

const chance = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const ms = v.pipe(v.number(), v.minValue(0));

/** Everything the site can be told to do wrong. Chances are 0 to 1 and drawn from one seeded sequence. */
export const faultsSchema = v.object({
  seed: v.optional(v.number(), 1),
  events: v.optional(
    v.object({
      /** Delivery takes between these two, milliseconds. Forge promises no better than three minutes. */
      delayMs: v.optional(v.tuple([ms, ms]), [1000, 1000]),
      duplicate: v.optional(chance, 0),
      /** Chance that an event takes up to three minutes more, so that later ones overtake it. */
      reorder: v.optional(chance, 0),
      drop: v.optional(chance, 0),
    }),
    {},
  ),
  index: v.optional(v.object({ staleMs: v.optional(ms, 0), chance: v.optional(chance, 1) }), {}),
  storage: v.optional(
    v.object({
      rateLimited: v.optional(chance, 0),
      failing: v.optional(chance, 0),
      /** Chance that a batch leaves one key undone and names it among those that failed; the rest is done. */
      partial: v.optional(chance, 0),
    }),
    {},
  ),
  products: v.optional(v.object({ rateLimited: v.optional(chance, 0), failing: v.optional(chance, 0) }), {}),
  /** How long the platform takes to begin on each call, real milliseconds. */
  slow: v.optional(
    v.object({
      storage: v.optional(ms, 0),
      jira: v.optional(ms, 0),
      confluence: v.optional(ms, 0),
      queue: v.optional(ms, 0),
      objects: v.optional(ms, 0),
    }),
    {},
  ),
  crash: v.optional(
    v.object({
      /** The invocation that makes this write, counted from now, is killed right after it. 0 for never. */
      afterWrites: v.optional(v.number(), 0),
      /** Chance that an invocation is killed right after any write. */
      chance: v.optional(chance, 0),
      /** Only invocations of this function; all without it. */
      functionKey: v.optional(v.string()),
    }),
    {},
  ),
  /** The next calls of a target that fail, whatever the chances. */
  next: v.optional(
    v.array(
      v.object({
        target: v.picklist(['storage', 'jira', 'confluence', 'queue', 'objects']),
        status: v.number(),
        count: v.number(),
        /** Part of the path a call must contain to fail. */
        path: v.optional(v.string(), ''),
        /** Only this method; any without it. */
        method: v.optional(v.string()),
      }),
    ),
    [],
  ),
});

export type Faults = v.InferOutput<typeof faultsSchema>;
export type FaultTarget = Faults['next'][number]['target'];
