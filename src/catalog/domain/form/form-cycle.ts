import { fieldsOfCondition } from './conditions';
import { sourceIds } from './computed';
import { FACT_NAMES } from './facts';
import type { FormField, FormRule, OnBehalf } from '../model';
import { sectionsOf } from './sections-of-form';
import { decidesAnswers } from './visibility';

/**
 * Fields whose answers depend on themselves, as a path that ends where it began; `null` when there is no such cycle. What is known
 * of whom the request is for depends on the question that names them.
 */
export function formCycle(
  form: readonly FormField[],
  rules: readonly FormRule[] = [],
  onBehalf?: Pick<OnBehalf, 'field'>,
): readonly string[] | null {
  const sections = sectionsOf(form);
  const depends = new Map<string, readonly string[]>(
    form.map((field) => {
      const { id, visibleWhen } = field;
      const section = sections.get(id);
      const ruled = rules
        .filter((rule) => decides(rule, field))
        .flatMap(({ when }) => fieldsOfCondition(when));
      return [
        id,
        [...sourceIds(field), ...fieldsOfCondition(visibleWhen), ...ruled, ...(section ? [section.id] : [])],
      ] as const;
    }),
  );
  for (const fact of FACT_NAMES) depends.set(fact, onBehalf ? [onBehalf.field] : []);
  const done = new Set<string>();

  const visit = (id: string, path: readonly string[]): readonly string[] | null => {
    const start = path.indexOf(id);
    if (start >= 0) return [...path.slice(start), id];
    if (done.has(id)) return null;
    for (const next of depends.get(id) ?? []) {
      const cycle = visit(next, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return null;
  };

  for (const { id } of form) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return null;
}

/** The rules by which each field of a cycle depends on the next. */
export const rulesInCycle = (
  cycle: readonly string[],
  byId: ReadonlyMap<string, FormField>,
  rules: readonly FormRule[],
): readonly FormRule[] =>
  rules.filter((rule) =>
    cycle.some((id, at) => {
      const field = byId.get(id);
      return (
        field !== undefined &&
        decides(rule, field) &&
        fieldsOfCondition(rule.when).includes(cycle[at + 1] ?? '')
      );
    }),
  );

/** What makes a field read-only decides its answer where the field starts with one. */
const decides = ({ then }: FormRule, { id, default: start }: FormField): boolean =>
  then.some(
    (effect) =>
      'field' in effect &&
      effect.field === id &&
      (decidesAnswers(effect) || (effect.do === 'readOnly' && start !== undefined)),
  );
