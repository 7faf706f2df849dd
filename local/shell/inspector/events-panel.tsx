import type { Delivery } from '../../forge/queue/waiting-rows';
import { dateTime } from '../lib/format';
import { Each, Line, Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { usePoll } from './use-poll';

/** Product events on their way to the app and those that arrived. */
export function EventsPanel() {
  const { person } = useSite();
  const found = usePoll<{ readonly deliveries: readonly Delivery[] }>('/__local/events?limit=60');
  return (
    <Show of={found}>
      {({ deliveries }) => (
        <Each of={deliveries}>
          {(one) => (
            <Line
              key={one.id}
              title={one.event_type.replace('avi:', '')}
              note={`${one.state} · ${dateTime(one.due_at, person)} → ${one.trigger_key}`}
              error={one.error}
            >
              <pre>{one.event}</pre>
            </Line>
          )}
        </Each>
      )}
    </Show>
  );
}
