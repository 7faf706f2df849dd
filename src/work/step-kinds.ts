/** How steps are carried out, by their kinds. */
import type { Kind } from './perform';
import type { Step, StepRow } from './step';

export interface StepKind extends Kind<Step['data']> {
  /** Nothing after it may happen before it has, nor when it need not happen any more. */
  readonly first?: boolean;
  readonly holds: (data: Step['data']) => Promise<boolean>;
}

export type StepKinds = Readonly<Record<string, StepKind>>;
/** The kinds of a subject's steps, for one of them by its id: `request` for `request:<id>`. */
export type StepRegistry = Readonly<Record<string, (id: string) => StepKinds>>;

/** The kinds a row may have; none where nobody knows its subject. */
export function kindsOf({ subject }: StepRow, registry: StepRegistry): StepKinds {
  const at = subject.indexOf(':');
  return registry[subject.slice(0, at)]?.(subject.slice(at + 1)) ?? {};
}
