/** The configuration's shapes as the app's import reads them; stated here because the local site knows no app code. */

export interface Text {
  readonly en: string;
  readonly ru?: string;
}

export interface Option {
  readonly id: string;
  readonly label: Text;
  readonly price?: number;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly field: string; readonly op: 'is' | 'isNot' | 'contains'; readonly value: string }
  | { readonly field: string; readonly op: 'filled' | 'empty' };

export interface Field {
  readonly id: string;
  readonly type:
    | 'text'
    | 'multiline'
    | 'number'
    | 'yesNo'
    | 'choice'
    | 'multiChoice'
    | 'date'
    | 'dateTime'
    | 'user'
    | 'email'
    | 'url'
    | 'info';
  readonly label: Text;
  readonly help?: Text;
  readonly placeholder?: Text;
  readonly required: boolean;
  readonly options?: readonly Option[];
  readonly visibleWhen?: Condition;
  readonly requiredWhen?: Condition;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: { readonly regex: string; readonly message: Text };
  readonly minWorkingDays?: number;
  readonly default?:
    | { readonly kind: 'static'; readonly value: string | number | boolean }
    | { readonly kind: 'requester' }
    | { readonly kind: 'today' };
}

export interface Mapping {
  readonly jiraField: string;
  readonly source:
    | { readonly kind: 'answer'; readonly field: string }
    | { readonly kind: 'constant'; readonly value: string }
    | { readonly kind: 'template'; readonly template: string };
  readonly valueMap?: Readonly<Record<string, string>>;
}

export interface Entitlement {
  readonly availableFor: { readonly groups: readonly string[]; readonly users: readonly string[] };
  readonly notAvailableFor: { readonly groups: readonly string[]; readonly users: readonly string[] };
}

export interface ItemSpec {
  readonly id: string;
  readonly project: 'IT' | 'HR' | 'FAC' | 'FIN';
  readonly type?: 'request' | 'incident';
  readonly categories: readonly string[];
  readonly service: string;
  readonly icon: string;
  readonly name: Text;
  readonly summary: Text;
  readonly description: Text;
  readonly included?: Text;
  readonly audience?: Text;
  readonly keywords: readonly string[];
  readonly price?: number;
  readonly managersOnly?: boolean;
  /** Also for people of other companies who only read the wiki. */
  readonly forGuests?: boolean;
  /** Maria decides before work starts. */
  readonly approval?: Condition | 'always';
  readonly form: readonly Field[];
  readonly mappings: readonly Mapping[];
  /** The issue's summary; the item's English name and the requester when left out. */
  readonly issueSummary?: string;
  readonly articles: readonly string[];
}
