/** What the company says of a person: whom they work for, who stands in for them, where they belong. */
import * as v from 'valibot';
import { refsIn, refTo } from '../../kernel/refs';
import type { Section } from '../../kernel/section';

const someone = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128));
const account = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(128)), '');
const day = v.pipe(v.string(), v.isoDate());

const assistantSchema = v.pipe(
  v.strictObject({
    /** The account. */
    id: someone,
    /** The first and the last day, UTC; without an end where one is left out. */
    from: v.optional(day),
    until: v.optional(day),
  }),
  v.readonly(),
);
/** Who orders for somebody. */
export type Assistant = v.InferOutput<typeof assistantSchema>;

/** So many may order for one person. */
export const MOST_ASSISTANTS = 10;

const word = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), '');

const personSchema = v.pipe(
  v.strictObject({
    /** The account. */
    id: someone,
    /** Accounts; empty for nobody. */
    manager: account,
    standIn: account,
    /** They order for the person: naming them is what lets them. */
    assistants: v.optional(v.pipe(v.array(assistantSchema), v.maxLength(MOST_ASSISTANTS), v.readonly()), []),
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
    assistants: record.assistants.map((each) => ({
      ...each,
      id: refTo(visit, 'person', each.id, 'assistants'),
    })),
  }),
};

/** A record that says nothing yet. */
export const emptyRecord = (id: string): PersonRecord => v.parse(personSchema, { id });

/** Everybody a record names beside whose it is. */
export const namedIn = ({ manager, standIn, assistants }: PersonRecord): readonly string[] =>
  [manager, standIn, ...idsOf(assistants)].filter((id) => id !== '');

export const idsOf = (assistants: readonly Assistant[]): readonly string[] => assistants.map(({ id }) => id);

/** Whether a record says more than who orders for the person, which people say themselves. */
export const saysOfCompany = ({ id: _, assistants: _own, ...company }: PersonRecord): boolean =>
  Object.values(company).some((said) => said !== '');
