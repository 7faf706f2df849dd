import { api, path } from '../lib/api';
import { useAttempt } from '../lib/form';
import { Menu } from '../chrome/menu';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { ApprovalButtons } from './approval-buttons';
import type { IssueProps, Named } from './types';

interface TransitionBean extends Named {
  readonly to: Named & { readonly statusCategory: { readonly key: string } };
}

/** The status, and where the issue can go from there. */
export function StatusMenu({ issue, onChanged }: IssueProps) {
  const { person } = useSite();
  const { attempt, problem } = useAttempt();
  const { status, resolution } = issue.fields;
  const loaded = useLoad(
    `${issue.key} ${status.id} ${person.accountId}`,
    async () =>
      (
        await api<{ transitions: readonly TransitionBean[] }>(
          path`/rest/api/3/issue/${issue.key}/transitions`,
        )
      ).transitions,
  );
  const move = (id: string) =>
    attempt(async () => {
      await api(path`/rest/api/3/issue/${issue.key}/transitions`, { body: { transition: { id } } });
      onChanged();
    });
  const transitions = loaded.value ?? [];
  return (
    <div className={`status status-${status.statusCategory.key}`}>
      <Menu label={status.name} name={`Status: ${status.name}. Change`}>
        {transitions.length === 0 && <p className="menu-title">You can’t move this work item.</p>}
        {transitions.map((transition) => (
          <button
            key={transition.id}
            type="button"
            className="menu-item"
            onClick={() => void move(transition.id)}
          >
            {transition.name} <small>→ {transition.to.name}</small>
          </button>
        ))}
      </Menu>
      {resolution && <span className="quiet">✓ {resolution.name}</span>}
      {issue.fields.project.projectTypeKey === 'service_desk' && (
        <ApprovalButtons issue={issue} onChanged={onChanged} />
      )}
      {problem}
    </div>
  );
}
