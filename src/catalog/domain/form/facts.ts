/**
 * What conditions may test beside answers: what is known of whom the request is for, and how it is made. Facts go with the
 * answers, under names that no question can have.
 */
import { leavesOf } from '../../../kernel/condition';
import type { Answer, Answers, AnswerTest, FormCondition, ItemContent } from '../model';
import { folded } from '../texts/folded';

/** Each with what kind of value it is. */
export const FACTS = {
  '@group': 'group',
  '@language': 'language',
  '@zone': 'zone',
  '@place': 'word',
  '@department': 'word',
  '@team': 'word',
  '@costCentre': 'word',
  '@hasManager': 'yesNo',
  '@forOther': 'yesNo',
  /** Of approvals alone: the price of a form can't depend on itself. */
  '@price': 'amount',
} as const;
export type FactName = keyof typeof FACTS;
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

export const isFact = (name: string): name is FactName => Object.hasOwn(FACTS, name);

/** How a fact may be tested. Nobody is in no group at all. */
export const operatorsOfFact = (name: FactName): readonly AnswerTest['op'][] => {
  const kind = FACTS[name];
  if (kind === 'yesNo') return ['is'];
  if (kind === 'amount') return ['gt', 'lt'];
  return kind === 'group' ? ['is', 'isNot'] : ['is', 'isNot', 'filled', 'empty'];
};

/** What is known: a text, yes or no, the names and ids of groups; `null` for nothing, left out where nobody tells. */
export type Known = Readonly<Partial<Record<FactName, Answer>>>;

/** Those that can fill a field of the work item. */
export const MAPPED_FACTS = ['@place', '@department', '@team', '@costCentre'] as const;

type Judging = Pick<ItemContent, 'form' | 'rules'> & {
  readonly fulfilment?: Pick<ItemContent['fulfilment'], 'mappings'>;
  readonly approvals: readonly Pick<ItemContent['approvals'][number], 'when'>[];
};

/** Every condition of an item. */
const conditionsOf = ({ form, rules = [], approvals }: Judging): readonly (FormCondition | undefined)[] => [
  ...form.flatMap(({ visibleWhen, requiredWhen }) => [visibleWhen, requiredWhen]),
  ...rules.map(({ when }) => when),
  ...approvals.map(({ when }) => when),
];

/** The facts that an item depends on, each with the values it is compared with. */
export function testedFacts(content: Judging): ReadonlyMap<FactName, ReadonlySet<string>> {
  const tested = new Map<FactName, Set<string>>();
  for (const test of conditionsOf(content).flatMap(leavesOf<AnswerTest>)) {
    if (!isFact(test.field)) continue;
    const values = tested.get(test.field) ?? new Set();
    if ('value' in test) values.add(String(test.value));
    tested.set(test.field, values);
  }
  for (const { source } of content.fulfilment?.mappings ?? []) {
    if (source.kind !== 'fact') continue;
    const values = Object.keys(source.values);
    tested.set(source.fact, new Set([...(tested.get(source.fact) ?? []), ...values]));
  }
  return tested;
}

/** Stands for a value that no condition names. */
const OTHER = '…';

/**
 * The facts as an item's conditions see them, and no more: of groups and words only those that some condition names, however
 * they are capitalised. What is not known is left out.
 */
export function factsFor(content: Judging, known: Known): Answers {
  const told = (value: Answer, named: ReadonlySet<string>): Answer => {
    if (typeof value === 'string')
      return value.trim() === ''
        ? null
        : ([...named].find((each) => folded(each) === folded(value)) ?? OTHER);
    return typeof value === 'object' && value !== null ? value.filter((each) => named.has(each)) : value;
  };
  return Object.fromEntries(
    [...testedFacts(content)].flatMap(([name, named]) => {
      const value = known[name];
      return value === undefined ? [] : [[name, told(value, named)]];
    }),
  );
}

/** The facts that go with answers. */
export const factsIn = (answers: Answers): Answers => picked(answers, isFact);

/** The answers alone. */
export const withoutFacts = (answers: Answers): Answers => picked(answers, (name) => !isFact(name));

const picked = (answers: Answers, isWanted: (name: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => isWanted(name)));
