import { type Field } from './definitions.ts';
import { FieldRefusal, type Kind, textAt } from './kind.ts';
import { multiselectKind, selectKind } from './option-kinds.ts';
import {
  adfKind,
  dateKind,
  datetimeKind,
  labelsKind,
  numberKind,
  summaryKind,
  textKind,
  urlKind,
} from './plain-kinds.ts';
import {
  componentsKind,
  issueTypeKind,
  peopleKind,
  personKind,
  priorityKind,
  resolutionKind,
  statusKind,
} from './reference-kinds.ts';

const refused = (): never => {
  throw new FieldRefusal('It is not on the appropriate screen, or unknown.');
};
/** Fields Jira writes itself. */
const derivedKind: Kind = {
  parse: refused,
  bean: (stored) => stored,
  label: () => ({ id: null, text: null }),
};

/** Stored as the number of the parent issue. */
const parentKind: Kind = {
  parse: (raw, { site }) => {
    if (raw === null) return null;
    const id = textAt(raw, 'id');
    const found = site.sql.one<{ id: number }>('select id from jira_issues where id = ? or key = ?', [
      Number(id ?? -1),
      textAt(raw, 'key') ?? '',
    ]);
    if (!found) throw new FieldRefusal('Could not find issue by id or key.');
    return found.id;
  },
  bean: (stored) => stored,
  label: (stored, site) => ({
    id: typeof stored === 'number' ? String(stored) : null,
    text:
      stored === null
        ? null
        : (site.sql.one<{ key: string }>('select key from jira_issues where id = ?', [stored as number])
            ?.key ?? null),
  }),
};

const KINDS = {
  text: textKind,
  textarea: adfKind,
  number: numberKind,
  url: urlKind,
  date: dateKind,
  datetime: datetimeKind,
  select: selectKind,
  multiselect: multiselectKind,
  user: personKind,
  users: peopleKind,
  labels: labelsKind,
  summary: summaryKind,
  adf: adfKind,
  issuetype: issueTypeKind,
  project: derivedKind,
  status: statusKind,
  priority: priorityKind,
  resolution: resolutionKind,
  person: personKind,
  components: componentsKind,
  parent: parentKind,
  stamp: derivedKind,
  list: derivedKind,
  comment: derivedKind,
} satisfies Record<Field['kind'], Kind>;

/** How values of this field are read, shown and told. */
export const kindOf = (field: Field): Kind => KINDS[field.kind];
