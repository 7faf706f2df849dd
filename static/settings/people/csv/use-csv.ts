import { useMemo, useState } from 'react';
import type { ImportOutcome } from '../../../../src/kernel/answers';
import type { OwnedFinding } from '../../../../src/kernel/finding';
import { NOTHING } from '../../../../src/kernel/merge-members';
import type { PersonRecord } from '../../../../src/people/domain/person';
import { useUnsaved } from '../../../kit/unsaved/use-unsaved';
import { errorText } from '../../../shared/error-text';
import { t } from '../../../shared/i18n';
import { ProductFailed } from '../../../shared/product';
import { readRows } from '../../shared/section';
import { useSave } from '../../shared/use-save';
import { checkFile, sendFile, type SentFile, takeOver } from '../../transfer/send-file';
import { type Found, lookUp } from './look-up';
import { peopleIn, type Plan, planOf } from './plan';
import { readTable, type Table } from './read-table';

/** A table with whom it names and what is stored of them. */
interface Looked {
  readonly table: Table;
  readonly people: ReadonlyMap<string, Found>;
  readonly stored: ReadonlyMap<string, PersonRecord>;
}

export interface Csv {
  readonly save: ReturnType<typeof useSave>;
  /** Why the table can't be read or looked up. */
  readonly fault: string | null;
  readonly looked: Looked | null;
  readonly plan: Plan | null;
  readonly chosen: ReadonlyMap<string, string>;
  /** How far what is under way has come. */
  readonly progress: {
    readonly of: 'people' | 'records' | 'check' | 'saved';
    readonly done: number;
    readonly total: number;
  } | null;
  /** What the rules say against it. */
  readonly problems: readonly OwnedFinding[];
  /** It was checked, nothing is wrong, and it is not yet taken over. */
  readonly isReady: boolean;
  readonly read: (text: string) => Promise<void>;
  readonly choose: (name: string, accountId: string | null) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly apply: () => Promise<void>;
}

const AT_ONCE = 100;

/** One table after the other: read, its people looked up, compared with what is stored, checked as a whole, taken over in parts. */
export function useCsv(onDone: () => void): Csv {
  const save = useSave();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [progress, setProgress] = useState<Csv['progress']>(null);
  const [checked, setChecked] = useState<{ readonly sent: SentFile; readonly outcome: ImportOutcome } | null>(
    null,
  );
  const plan = useMemo(() => (looked === null ? null : planIn(looked, chosen)), [looked, chosen]);
  useUnsaved(looked !== null);

  const run = (action: () => Promise<string | null>): Promise<void> => {
    setFault(null);
    const done = save.run(async () => {
      try {
        return await action();
      } catch (error) {
        if (!(error instanceof ProductFailed)) throw error;
        setFault(errorText(error));
        return null;
      }
    });
    return done.finally(() => setProgress(null));
  };

  const recordsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, PersonRecord>> => {
    const found = new Map<string, PersonRecord>();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      setProgress({ of: 'records', done: start, total: ids.length });
      const { rows } = await readRows<PersonRecord>('person', { ids: ids.slice(start, start + AT_ONCE) });
      for (const { value } of rows) found.set(value.id, value);
    }
    return found;
  };

  const checkPlan = async ({ changes }: Plan): Promise<string | null> => {
    if (changes.length === 0) return t('settings.people.nothingDiffers');
    setProgress({ of: 'check', done: 0, total: changes.length });
    const sent = await sendFile({ pledge: 1, sections: { person: changes.map(({ after }) => after) } });
    setChecked({ sent, outcome: await checkFile(sent) });
    return null;
  };

  return {
    save,
    fault,
    looked,
    plan,
    chosen,
    progress,
    problems: checked?.outcome.problems ?? [],
    isReady: checked !== null && checked.outcome.problems.length === 0,
    read: (text) =>
      run(async () => {
        setLooked(null);
        setChecked(null);
        setChosen(new Map());
        const table = readTable(text);
        if ('fault' in table) {
          setFault(t(`settings.people.fault.${table.fault}`, { line: table.line ?? 0 }));
          return null;
        }
        const names = [...peopleIn(table).keys()];
        const people = await lookUp(names, (done) =>
          setProgress({ of: 'people', done, total: names.length }),
        );
        const ids = table.rows.flatMap(({ whose }) => sureOf(people.get(whose)) ?? []);
        const next = { table, people, stored: await recordsOf([...new Set(ids)]) };
        setLooked(next);
        return checkPlan(planIn(next, new Map()));
      }),
    choose: (name, accountId) =>
      run(async () => {
        setChecked(null);
        const added = accountId === null ? new Map<string, PersonRecord>() : await recordsOf([accountId]);
        setLooked(looked && { ...looked, stored: new Map([...looked.stored, ...added]) });
        const others = [...chosen].filter(([each]) => each !== name);
        setChosen(new Map(accountId === null ? others : [...others, [name, accountId]]));
        return null;
      }),
    check: () => run(async () => (plan === null ? null : checkPlan(plan))),
    apply: () =>
      run(async () => {
        if (checked === null || plan === null) return null;
        const total = plan.changes.length;
        setProgress({ of: 'saved', done: 0, total });
        const outcome = await takeOver(checked.sent, 0, NOTHING, (_, { created, updated }) =>
          setProgress({ of: 'saved', done: created + updated, total }),
        );
        setChecked(outcome.problems.length > 0 ? { ...checked, outcome } : null);
        if (outcome.problems.length > 0) return null;
        setLooked(null);
        onDone();
        return t('settings.people.saved', { count: outcome.created + outcome.updated });
      }),
  };
}

const sureOf = (found: Found | undefined): string | undefined =>
  found !== undefined && 'accountId' in found ? found.accountId : undefined;

const planIn = ({ table, people, stored }: Looked, chosen: ReadonlyMap<string, string>): Plan =>
  planOf(table, (name) => chosen.get(name) ?? sureOf(people.get(name)), stored);
