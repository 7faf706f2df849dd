import { api, path } from '../lib/api';
import { useAttempt } from '../lib/form';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import type { IssueProps } from './types';
import { Button } from '../lib/parts';

interface ApprovalBean {
  readonly id: string;
  readonly canAnswerApproval: boolean;
}

/** What an approver of Service Management decides by; nothing for everybody else. */
export function ApprovalButtons({ issue, onChanged }: IssueProps) {
  const { person } = useSite();
  const { attempt, problem } = useAttempt();
  const at = path`/rest/servicedeskapi/request/${issue.key}/approval`;
  const loaded = useLoad(`${issue.key} ${issue.fields.status.id} ${person.accountId}`, () =>
    api<{ values: readonly ApprovalBean[] }>(at),
  );
  const mine = loaded.value?.values.find((approval) => approval.canAnswerApproval);
  if (!mine) return null;
  const decide = (decision: 'approve' | 'decline') =>
    attempt(async () => {
      await api(`${at}/${mine.id}`, { body: { decision } });
      onChanged();
    });
  return (
    <>
      <Button onClick={() => void decide('approve')}>Approve</Button>
      <Button look="subtle" onClick={() => void decide('decline')}>
        Decline
      </Button>
      {problem}
    </>
  );
}
