/** What a space lacks for its services, told before anything is made. */
import type { CreateField } from '../../directory/use-create-screen';
import type { TypeStatus } from '../../directory/use-space-types';
import { type Place, waitingStatus } from './item-of-template';

export interface SpaceFacts extends Pick<Place, 'statuses' | 'isServiceDesk'> {
  /** Of the form in which Jira makes such work items, for the viewer. */
  readonly fields: readonly CreateField[];
}

export type SpaceFinding = 'mayNotCreate' | 'noEnd' | 'noWork' | 'noWaiting' | 'ownApprovals';

/** The first two stop a set-up; without a status to wait in approvals come before the work item, and without one for work no *In progress*. */
export function preflight(facts: SpaceFacts): readonly SpaceFinding[] {
  const { statuses, fields, isServiceDesk } = facts;
  const has = (category: TypeStatus['category']) => statuses.some((status) => status.category === category);
  return [
    ...(fields.length === 0 ? (['mayNotCreate'] as const) : []),
    ...(has('done') ? [] : (['noEnd'] as const)),
    ...(has('indeterminate') ? [] : (['noWork'] as const)),
    ...(waitingStatus(facts) === undefined ? ([isServiceDesk ? 'ownApprovals' : 'noWaiting'] as const) : []),
  ];
}

export const stops = (finding: SpaceFinding): boolean => finding === 'mayNotCreate' || finding === 'noEnd';

/** Filled by the app itself, by Jira, or by the services' own answers. */
const FILLED = ['priority', 'duedate', 'labels'];

/** Fields that Jira wants filled and no service asks for. */
export const unfilled = ({ fields }: Pick<SpaceFacts, 'fields'>): readonly CreateField[] =>
  fields.filter(({ id, required }) => required && !FILLED.includes(id));
