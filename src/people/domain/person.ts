/** What the company says of a person: whom they work for, who stands in for them, where they belong. */
import * as v from 'valibot';
import { refsIn, refsTo } from '../../kernel/refs';
import type { Section } from '../../kernel/section';

const someone = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128));
const account = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(128)), '');
const word = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), '');

const personSchema = v.pipe(
  v.strictObject({
    /** The account. */
    id: someone,
    /** Accounts; empty for nobody. */
    manager: account,
    standIn: account,
    assistants: v.optional(v.pipe(v.array(someone), v.maxLength(10), v.readonly()), []),
    department: word,
    team: word,
    place: word,
    costCentre: word,
  }),
  v.readonly(),
);
export type PersonRecord = v.InferOutput<typeof personSchema>;

export const person: Section<PersonRecord> = {
  key: 'person',
  subject: 'people',
  roles: ['catalogManager'],
  owned: [],
  schema: personSchema,
  eachRef: (record, visit) => ({
    ...refsIn(visit, record, { id: 'person', manager: 'person', standIn: 'person' }),
    assistants: refsTo(visit, 'person', record.assistants, 'assistants'),
  }),
};

/** A record that says nothing yet. */
export const emptyRecord = (id: string): PersonRecord => v.parse(personSchema, { id });

/** Everybody a record names beside whose it is. */
export const namedIn = ({ manager, standIn, assistants }: PersonRecord): readonly string[] =>
  [manager, standIn, ...assistants].filter((id) => id !== '');
