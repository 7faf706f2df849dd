import { api } from '../lib/api';
import { dateTime } from '../lib/format';
import { Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { usePoll } from './use-poll';

interface Queues {
  readonly jobs: readonly {
    readonly id: number;
    readonly queue: string;
    readonly body: string;
    readonly state: string;
    readonly due_at: number;
    readonly attempts: number;
    readonly error: string | null;
  }[];
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
                <button type="button" className="button button-subtle" onClick={() => void run(schedule.key)}>
                  Run now<span className="visually-hidden">: {schedule.key}</span>
                </button>
              </li>
            ))}
          </ul>
          <h3>Jobs</h3>
          {jobs.length === 0 && <p className="quiet">None yet.</p>}
          {jobs.map((job) => (
            <details key={job.id} className="line">
              <summary>
                <strong>{job.queue}</strong>
                <span className="quiet">
                  {job.state} · {dateTime(job.due_at, person)} · {job.attempts} attempts
                </span>
              </summary>
              <pre>{job.body}</pre>
              {job.error && <pre className="problem">{job.error}</pre>}
            </details>
          ))}
        </>
      )}
    </Show>
  );
}
