/** Services that many departments offer, as a catalog manager may take them over. */
import type { FormCondition, FormField, ItemContent, Text } from '../../../../src/catalog/domain/model';

/** Where an answer goes in Jira; a priority is told by its name, which most sites keep. */
export type TemplateMapping =
  | { readonly answer: string; readonly to: 'duedate' }
  | { readonly answer: string; readonly to: 'priority'; readonly levels: Readonly<Record<string, string>> };

export interface Template extends Pick<
  ItemContent,
  'name' | 'summary' | 'description' | 'icon' | 'keywords' | 'catchAll'
> {
  readonly id: string;
  /** Something that is delivered, or something broken. */
  readonly kind: 'request' | 'incident';
  readonly form: readonly FormField[];
  readonly mappings: readonly TemplateMapping[];
  /** When somebody should say yes first; left out where nobody need be asked. */
  readonly approval?: 'always' | FormCondition;
  /** Who may be named as the one it is for. */
  readonly onBehalf?: 'restricted' | 'delegated';
  readonly issueSummary?: string;
}

export interface Department {
  readonly icon: string;
  readonly name: Text;
  readonly description: Text;
  readonly service: { readonly name: Text; readonly description: Text };
  readonly items: readonly Template[];
}

const load = (file: Promise<{ readonly default: unknown }>): Promise<Department> =>
  // Files of ours: a test holds each to the schema of what is made of it.
  file.then((module) => module.default as Department);

export const DEPARTMENTS = {
  general: () => load(import('../templates/general.json')),
  it: () => load(import('../templates/it.json')),
  hr: () => load(import('../templates/hr.json')),
  facilities: () => load(import('../templates/facilities.json')),
  finance: () => load(import('../templates/finance.json')),
} as const;
export type DepartmentKey = keyof typeof DEPARTMENTS;
export const DEPARTMENT_KEYS = Object.keys(DEPARTMENTS) as readonly DepartmentKey[];
