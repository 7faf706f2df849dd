import { type ComponentType, useState } from 'react';
import { ClockPanel } from './clock-panel';
import { EventsPanel } from './events-panel';
import { InvocationsPanel } from './invocations-panel';
import { QueuesPanel } from './queues-panel';
import { StoragePanel } from './storage-panel';
import { SwitchesPanel } from './switches-panel';
import { Button, Tabs } from '../lib/parts';

const TITLES = {
  clock: 'Clock',
  calls: 'Invocations',
  storage: 'Storage',
  queues: 'Queues',
  events: 'Events',
  switches: 'Switches',
} as const;

const PANELS: Readonly<Record<keyof typeof TITLES, ComponentType>> = {
  clock: ClockPanel,
  calls: InvocationsPanel,
  storage: StoragePanel,
  queues: QueuesPanel,
  events: EventsPanel,
  switches: SwitchesPanel,
};

/** What happens behind the site, and the levers to move it. */
export function Inspector({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<keyof typeof TITLES>('clock');
  const Panel = PANELS[chosen];
  return (
    <aside className="inspector" aria-label="Site panel">
      <div className="inspector-head">
        <h2>Site panel</h2>
        <Button look="icon" aria-label="Close the site panel" onClick={onClose}>
          ✕
        </Button>
      </div>
      <Tabs of={TITLES} chosen={chosen} onChoose={setChosen} />
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- scrolls by keyboard */}
      <div className="inspector-body" tabIndex={0} role="region" aria-label={TITLES[chosen]}>
        <Panel />
      </div>
    </aside>
  );
}
