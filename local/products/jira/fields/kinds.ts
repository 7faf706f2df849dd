import { type Field } from './definitions.ts';
import { type Kind, NOTHING, refuse } from './kind.ts';
import * as plain from './plain-kinds.ts';
import * as reference from './reference-kinds.ts';
import { requestTypeKind } from '../service-management/request-types.ts';

/** Fields Jira writes itself. */
const derivedKind: Kind = {
  parse: () => refuse('It is not on the appropriate screen, or unknown.'),
  bean: (stored) => stored,
  label: () => NOTHING,
};

const KINDS: Readonly<Record<string, Kind>> = {
  text: plain.textKind,
  textarea: plain.adfKind,
  number: plain.numberKind,
  url: plain.urlKind,
  date: plain.dateKind,
  datetime: plain.datetimeKind,
  select: reference.selectKind,
  multiselect: reference.multiselectKind,
  user: reference.personKind,
  users: reference.peopleKind,
  labels: plain.labelsKind,
  summary: plain.summaryKind,
  adf: plain.adfKind,
  issuetype: reference.issueTypeKind,
  status: reference.statusKind,
  priority: reference.priorityKind,
  resolution: reference.resolutionKind,
  person: reference.personKind,
  components: reference.componentsKind,
  parent: reference.parentKind,
  security: reference.securityKind,
  requesttype: requestTypeKind,
};

/** How values of this field are read, shown and told. */
export const kindOf = (field: Field): Kind => KINDS[field.kind] ?? derivedKind;
