import * as v from 'valibot';
import { answersSchema } from '../../catalog/domain/answers-schema';
import type { Draft } from '../../catalog/domain/model';

const instant = v.pipe(v.string(), v.maxLength(40));

/** A client token: 8 to 64 letters, digits and dashes; a UUID in practice. */
export const tokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/));

export const draftSchema: v.GenericSchema<unknown, Draft> = v.object({
  schema: v.literal(1),
  itemId: v.string(),
  itemVersion: v.number(),
  answers: answersSchema,
  updatedAt: instant,
  reason: v.picklist(['saved', 'submitFailed']),
  clientToken: tokenSchema,
});

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
