import { api } from '../lib/api';
import { useAttempt } from '../lib/form';
import { Button, Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { Processes } from './processes';
import { SlowAnswers } from './slow-answers';
import SWITCHES from './switches.json';

export type Faults = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

const isOn = (faults: Faults, one: (typeof SWITCHES)[number]): boolean => {
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
      <Button onClick={() => void change('/__local/reset', {}, () => window.location.assign('/'))}>
        Reset the site to its first state
      </Button>
    </>
  );
}
