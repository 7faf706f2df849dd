import type { ReactNode } from 'react';
import { api, path } from '../lib/api';
import { useAttempt } from '../lib/form';
import { dateTime } from '../lib/format';
import { InPlace } from '../lib/in-place';
import { Avatar, Button } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { inWords } from './in-words';
import { Options } from './options';
import type { IssueProps, Named, UserBean } from './types';

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const loadPriorities = async (): Promise<readonly Named[]> =>
  (await api<{ values: readonly Named[] }>('/rest/api/3/priority/search')).values;

/** The fields at the side: people, priority, labels, custom fields. */
export function Details({ issue, onChanged }: IssueProps) {
  const { person } = useSite();
  const { attempt, problem } = useAttempt();
  const { fields } = issue;
  const { labels = [] } = fields;
  const assignable = useLoad(issue.key, () =>
    api<readonly UserBean[]>(path`/rest/api/3/user/assignable/search?issueKey=${issue.key}&maxResults=50`),
  );
  const priorities = useLoad('priorities', loadPriorities);
  const change = (work: () => Promise<unknown>) =>
    attempt(async () => {
      await work();
      onChanged();
    });
  const edit = (body: object) =>
    change(() => api(path`/rest/api/3/issue/${issue.key}`, { method: 'PUT', body: { fields: body } }));
  const assign = (accountId: string | null) =>
    change(() => api(path`/rest/api/3/issue/${issue.key}/assignee`, { method: 'PUT', body: { accountId } }));
  const people = [...(assignable.value ?? []), ...(fields.assignee ? [fields.assignee] : [])].filter(
    (one, index, all) => all.findIndex(({ accountId }) => accountId === one.accountId) === index,
  );
  const custom = Object.entries(fields).filter(
    ([id, value]) => id.startsWith('customfield_') && inWords(value, undefined, person) !== '',
  );
  return (
    <details className="box" open>
      <summary>Details</summary>
      {problem}
      <dl className="rows">
        <Row name="Assignee">
          <select
            aria-label="Assignee"
            value={fields.assignee?.accountId ?? ''}
            onChange={(event) => void assign(event.target.value || null)}
          >
            <option value="">Unassigned</option>
            {people.map((one) => (
              <option key={one.accountId} value={one.accountId}>
                {one.displayName}
              </option>
            ))}
          </select>
          {people.some((one) => one.accountId === person.accountId) &&
            fields.assignee?.accountId !== person.accountId && (
              <Button look="subtle" onClick={() => void assign(person.accountId)}>
                Assign to me
              </Button>
            )}
        </Row>
        <Row name="Reporter">
          {fields.reporter ? (
            <>
              <Avatar name={fields.reporter.displayName} /> {fields.reporter.displayName}
            </>
          ) : (
            '—'
          )}
        </Row>
        <Row name="Priority">
          <select
            aria-label="Priority"
            value={fields.priority?.id ?? ''}
            onChange={(event) => void edit({ priority: { id: event.target.value } })}
          >
            <Options of={priorities.value ?? (fields.priority ? [fields.priority] : [])} />
          </select>
        </Row>
        <Row name="Type">{fields.issuetype.name}</Row>
        <Row name="Labels">
          <InPlace
            label="Labels, separated by spaces"
            value={labels.join(' ')}
            edit={
              <>
                Edit<span className="visually-hidden"> labels</span>
              </>
            }
            onSave={(text) => edit({ labels: text.split(/[\s,]+/).filter(Boolean) })}
          >
            {labels.map((label) => (
              <span key={label} className="chip">
                {label}
              </span>
            ))}
          </InPlace>
        </Row>
        {custom.map(([id, value]) => (
          <Row key={id} name={issue.names?.[id] ?? id}>
            {inWords(value, issue.schema?.[id]?.type, person)}
          </Row>
        ))}
        <Row name="Created">{dateTime(fields.created, person)}</Row>
        <Row name="Updated">{dateTime(fields.updated, person)}</Row>
      </dl>
    </details>
  );
}
