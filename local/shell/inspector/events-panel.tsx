import { dateTime } from '../lib/format';
import { Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { usePoll } from './use-poll';

interface Delivery {
  readonly id: number;
  readonly trigger_key: string;
  readonly event_type: string;
  readonly event: string;
  readonly state: string;
  readonly due_at: number;
  readonly error: string | null;
}

/** Product events on their way to the app and those that arrived. */
export function EventsPanel() {
  const { person } = useSite();
  const found = usePoll<{ readonly deliveries: readonly Delivery[] }>('/__local/events?limit=60');
  return (
    <Show of={found}>
      {({ deliveries }) =>
        deliveries.length === 0 ? (
          <p className="quiet">None yet.</p>
        ) : (
          deliveries.map((one) => (
            <details key={one.id} className="line">
              <summary>
                <strong>{one.event_type.replace('avi:', '')}</strong>
                <span className="quiet">
                  {one.state} · {dateTime(one.due_at, person)} → {one.trigger_key}
                </span>
              </summary>
              <pre>{one.event}</pre>
              {one.error && <pre className="problem">{one.error}</pre>}
            </details>
          ))
        )
      }
    </Show>
  );
}
