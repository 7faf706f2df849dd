import { levelsOf, millisecondsOf } from '../../catalog/domain/field-types';
import { textDocument } from '../../kernel/adf';

/** What Jira says of a field on the create screen: enough to write a value in its shape. */
export interface FieldShape {
  readonly type: string;
  /** Of an array: the type of its members. */
  readonly items?: string;
  /** `com.atlassian.jira.plugin.system.customfieldtypes:textarea`. */
  readonly custom?: string;
}

/** The shapes of fields every Jira has; custom fields are asked of Jira. */
export const SYSTEM_SHAPES: Readonly<Record<string, FieldShape>> = {
  priority: { type: 'priority' },
  labels: { type: 'array', items: 'string' },
  duedate: { type: 'date' },
  assignee: { type: 'user' },
  components: { type: 'array', items: 'component' },
  versions: { type: 'array', items: 'version' },
  fixVersions: { type: 'array', items: 'version' },
  environment: { type: 'doc' },
  security: { type: 'securitylevel' },
  parent: { type: 'issuelink' },
};

/** Values (texts, option ids, account ids) in the shape a Jira field takes; `undefined` for no value. */
export function jiraValue(shape: FieldShape, values: readonly string[]): unknown {
  const [first] = values;
  if (first === undefined || first === '') return undefined;
  switch (shape.type) {
    case 'array':
      return values.map((value) => member(shape.items ?? 'string', value));
    case 'doc':
      return textDocument(first);
    case 'number':
      return Number(first);
    case 'date':
      return first.slice(0, 10);
    case 'datetime':
      return instantOf(first);
    case 'string':
      return shape.custom?.endsWith(':textarea') ? textDocument(values.join(', ')) : values.join(', ');
    default:
      return member(shape.type, first);
  }
}

/** Jira wants an offset without a colon, and milliseconds: `2026-03-02T09:00:00.000+0000`. What is no instant it refuses itself. */
function instantOf(text: string): string {
  const at = millisecondsOf(text);
  return Number.isNaN(at) ? text : new Date(at).toISOString().replace('Z', '+0000');
}

function member(type: string, value: string): unknown {
  switch (type) {
    case 'string':
      return value.replace(/\s+/g, '-');
    case 'user':
      return { accountId: value };
    case 'group':
      return { name: value };
    case 'option-with-child': {
      const [parent = '', child] = levelsOf(value);
      return { ...named(parent), ...(child !== undefined && { child: named(child) }) };
    }
    case 'option':
      return named(value);
    case 'priority':
    case 'component':
    case 'version':
    case 'securitylevel':
      return isId(value) ? { id: value } : { name: value };
    case 'issuelink':
      return isId(value) ? { id: value } : { key: value.trim().toUpperCase() };
    default:
      return value;
  }
}

const named = (option: string) => (isId(option) ? { id: option } : { value: option });

const isId = (value: string): boolean => /^\d+$/.test(value);
