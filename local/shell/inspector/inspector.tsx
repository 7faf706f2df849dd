import { type ReactNode, useState } from 'react';
import { ClockPanel } from './clock-panel';
import { EventsPanel } from './events-panel';
import { InvocationsPanel } from './invocations-panel';
import { QueuesPanel } from './queues-panel';
import { StoragePanel } from './storage-panel';
import { SwitchesPanel } from './switches-panel';

const PANELS: readonly { readonly id: string; readonly title: string; readonly show: () => ReactNode }[] = [
  { id: 'clock', title: 'Clock', show: () => <ClockPanel /> },
  { id: 'calls', title: 'Invocations', show: () => <InvocationsPanel /> },
  { id: 'storage', title: 'Storage', show: () => <StoragePanel /> },
  { id: 'queues', title: 'Queues', show: () => <QueuesPanel /> },
  { id: 'events', title: 'Events', show: () => <EventsPanel /> },
  { id: 'switches', title: 'Switches', show: () => <SwitchesPanel /> },
];

/** What happens behind the site, and the levers to move it. */
export function Inspector({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState('clock');
  return (
    <aside className="inspector" aria-label="Site panel">
      <div className="inspector-head">
        <h2>Site panel</h2>
        <button
          type="button"
          className="button button-icon"
          aria-label="Close the site panel"
          onClick={onClose}
        >
          ✕
        </button>
      </div>
      <div className="tabs">
        {PANELS.map((panel) => (
          <button
            key={panel.id}
            type="button"
            className="tab"
            aria-pressed={panel.id === chosen}
            onClick={() => setChosen(panel.id)}
          >
            {panel.title}
          </button>
        ))}
      </div>
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- scrolls by keyboard */}
      <div
        className="inspector-body"
        tabIndex={0}
        role="region"
        aria-label={PANELS.find((panel) => panel.id === chosen)?.title}
      >
        {PANELS.find((panel) => panel.id === chosen)?.show()}
      </div>
    </aside>
  );
}
