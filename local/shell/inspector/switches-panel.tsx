import { api } from '../lib/api';
import { useAttempt } from '../lib/form';
import { Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { Processes } from './processes';
import { SlowAnswers } from './slow-answers';

interface Switch {
  readonly label: string;
  readonly group: string;
  readonly name: string;
  readonly on: number | readonly [number, number];
  readonly off: number | readonly [number, number];
}

const SWITCHES: readonly Switch[] = [
  {
    label: 'Events arrive up to three minutes late',
    group: 'events',
    name: 'delayMs',
    on: [30_000, 180_000],
    off: [1000, 1000],
  },
  { label: 'Events arrive twice', group: 'events', name: 'duplicate', on: 1, off: 0 },
  { label: 'Events overtake each other', group: 'events', name: 'reorder', on: 0.5, off: 0 },
  { label: 'Half of the events are lost', group: 'events', name: 'drop', on: 0.5, off: 0 },
  { label: 'Index queries are ten seconds old', group: 'index', name: 'staleMs', on: 10_000, off: 0 },
  {
    label: 'Storage refuses a third of the calls (429)',
    group: 'storage',
    name: 'rateLimited',
    on: 0.33,
    off: 0,
  },
  {
    label: 'Storage batches leave out a third of their keys',
    group: 'storage',
    name: 'partial',
    on: 0.33,
    off: 0,
  },
  { label: 'Storage fails at a third of the calls', group: 'storage', name: 'failing', on: 0.33, off: 0 },
  {
    label: 'Products refuse a third of the calls (429)',
    group: 'products',
    name: 'rateLimited',
    on: 0.33,
    off: 0,
  },
  { label: 'Products fail at a third of the calls', group: 'products', name: 'failing', on: 0.33, off: 0 },
  { label: 'One write in ten kills its function', group: 'crash', name: 'chance', on: 0.1, off: 0 },
];

export type Faults = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

const isOn = (faults: Faults, one: Switch): boolean => {
  const value = faults[one.group]?.[one.name];
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(one.off);
};

/** Whether the app is connected to Confluence, and everything the platform can be told to do wrong. */
export function SwitchesPanel() {
  const { changed } = useSite();
  const { attempt, problem } = useAttempt();
  const settings = useLoad('settings', () =>
    api<{ readonly confluenceConnected: boolean }>('/__local/settings'),
  );
  const faults = useLoad('faults', () => api<Faults>('/__local/faults'));
  const change = (path: string, body: object, reload: () => void) =>
    attempt(async () => {
      await api(path, { body });
      reload();
      changed();
    });
  return (
    <>
      {problem}
      <h3>App</h3>
      <Show of={settings}>
        {({ confluenceConnected }) => (
          <label className="check">
            <input
              type="checkbox"
              checked={confluenceConnected}
              onChange={(event) =>
                void change(
                  '/__local/settings',
                  { confluenceConnected: event.target.checked },
                  settings.reload,
                )
              }
            />
            Connected to Confluence
          </label>
        )}
      </Show>
      <h3>Faults</h3>
      <Show of={faults}>
        {(current) =>
          SWITCHES.map((one) => (
            <label key={`${one.group}.${one.name}`} className="check">
              <input
                type="checkbox"
                checked={isOn(current, one)}
                onChange={(event) =>
                  void change(
                    '/__local/faults',
                    {
                      ...current,
                      [one.group]: {
                        ...current[one.group],
                        [one.name]: event.target.checked ? one.on : one.off,
                      },
                    },
                    faults.reload,
                  )
                }
              />
              {one.label}
            </label>
          ))
        }
      </Show>
      <h3>Slow answers</h3>
      <Show of={faults}>
        {(current) => (
          <SlowAnswers
            slow={current['slow'] ?? {}}
            onChange={(slow) => void change('/__local/faults', { ...current, slow }, faults.reload)}
          />
        )}
      </Show>
      <h3>Processes</h3>
      <Processes />
      <h3>Start over</h3>
      <button
        type="button"
        className="button"
        onClick={() => void change('/__local/reset', {}, () => window.location.assign('/'))}
      >
        Reset the site to its first state
      </button>
    </>
  );
}
