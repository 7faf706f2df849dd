/** What guided set-ups have made, so that each can be taken back whole. */
import * as v from 'valibot';
import type { Section } from '../../kernel/section';
import { idSchema } from './texts/text-schema';

/** How many set-ups are remembered; the oldest can no longer be taken back at once. */
export const MOST_SETUPS = 20;
/** A calendar, a few SLAs, a catalog, its parts and the services of a department. */
const MOST_MADE = 60;

const madeSchema = v.object({
  section: v.picklist(['calendar', 'metric', 'catalog', 'category', 'service', 'item']),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});
/** Something that a set-up has made, or was about to make when it broke off. */
export type Made = v.InferOutput<typeof madeSchema>;

const setupSchema = v.object({
  id: idSchema,
  /** Milliseconds. */
  at: v.pipe(v.number(), v.integer()),
  /** Which department's services were taken. */
  department: v.pipe(v.string(), v.maxLength(40)),
  projectId: v.pipe(v.string(), v.maxLength(40)),
  made: v.pipe(v.array(madeSchema), v.maxLength(MOST_MADE)),
});
export type Setup = v.InferOutput<typeof setupSchema>;

const setupsSchema = v.object({
  setups: v.optional(v.pipe(v.array(setupSchema), v.maxLength(MOST_SETUPS)), []),
});
export type Setups = v.InferOutput<typeof setupsSchema>;

/** The newest first. No part of files: it is about this site. */
export const setups: Section<Setups> = {
  subject: 'catalog',
  roles: ['catalogManager'],
  key: 'setups',
  schema: setupsSchema,
  owned: [],
  eachRef: (value) => value,
};

export const NO_SETUPS: Setups = { setups: [] };
