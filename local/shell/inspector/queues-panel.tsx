import type { Job } from '../../forge/queue/waiting-rows';
import { api } from '../lib/api';
import { dateTime } from '../lib/format';
import { Button, Each, Line, Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { usePoll } from './use-poll';

interface Queues {
  readonly jobs: readonly Job[];
  readonly schedules: readonly { readonly key: string; readonly nextAt: number }[];
}

/** Delayed jobs and the scheduled triggers. */
export function QueuesPanel() {
  const { person, changed } = useSite();
  const found = usePoll<Queues>('/__local/queues?limit=60');
  const run = async (moduleKey: string) => {
    await api('/__local/run-schedule', { body: { moduleKey } });
    changed();
  };
  return (
    <Show of={found}>
      {({ jobs, schedules }) => (
        <>
          <h3>Schedules</h3>
          <ul className="plain-list">
            {schedules.map((schedule) => (
              <li key={schedule.key}>
                <strong>{schedule.key}</strong>{' '}
                <span className="quiet">next {dateTime(schedule.nextAt, person)}</span>{' '}
                <Button look="subtle" onClick={() => void run(schedule.key)}>
                  Run now<span className="visually-hidden">: {schedule.key}</span>
                </Button>
              </li>
            ))}
          </ul>
          <h3>Jobs</h3>
          <Each of={jobs}>
            {(job) => (
              <Line
                key={job.id}
                title={job.queue}
                note={`${job.state} · ${dateTime(job.due_at, person)} · ${job.attempts} attempts`}
                error={job.error}
              >
                <pre>{job.body}</pre>
              </Line>
            )}
          </Each>
        </>
      )}
    </Show>
  );
}
