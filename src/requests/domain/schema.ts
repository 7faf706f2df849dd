import * as v from 'valibot';
import { answersSchema } from '../../catalog/domain/form/answers-schema';
import { otherAnswersSchema } from '../../catalog/domain/answers/other-answers';
import { textAnswer } from '../../kernel/text-schema';
import type { DraftList } from './draft-list';

const instant = v.pipe(v.string(), v.maxLength(40));

/** A client token: 8 to 64 letters, digits and dashes; a UUID in practice. */
export const tokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/));

const saveSchema = v.object({ by: tokenSchema, turn: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** How a form keeps its draft: see `withDraft`. */
export const savingSchema = v.object({ ...saveSchema.entries, from: v.optional(saveSchema) });

export const draftLineSchema = v.object({
  clientToken: tokenSchema,
  itemId: v.string(),
  for: v.optional(v.string()),
  itemName: textAnswer,
  number: v.number(),
  name: v.optional(v.string()),
  updatedAt: instant,
  reason: v.picklist(['saved', 'submitFailed']),
  saved: saveSchema,
});

export const draftListSchema: v.GenericSchema<unknown, DraftList> = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  lines: v.array(draftLineSchema),
});

/** What was filled in; all that lists tell of it stands in the list. */
export const draftBodySchema = v.object({
  schema: v.literal(2),
  itemId: v.string(),
  itemVersion: v.number(),
  answers: answersSchema,
  others: otherAnswersSchema,
  saved: saveSchema,
});
export type DraftBody = v.InferOutput<typeof draftBodySchema>;

/** The issue property that lets a reinstall, or a retry, know the issue again. */
export const requestPropertySchema = v.object({
  v: v.literal(1),
  itemId: v.string(),
  itemVersion: v.number(),
  requestId: v.string(),
  requester: v.string(),
  beneficiary: v.string(),
  answers: answersSchema,
});
export type RequestProperty = v.InferOutput<typeof requestPropertySchema>;
