import { api } from '../lib/api';
import { Button, Show } from '../lib/parts';
import { useLoad } from '../lib/use-load';

const SHARES = [0, 0.5, 0.9, 0.95, 1];

/** How often an invocation meets a process that served before, and forgetting them all at once. */
export function Processes() {
  const processes = useLoad('processes', () => api<{ readonly warm: number }>('/__local/processes'));
  const keep = async (warm: number) => {
    await api('/__local/processes', { body: { warm } });
    processes.reload();
  };
  return (
    <Show of={processes}>
      {({ warm }) => (
        <>
          <label className="check">
            <select value={warm} onChange={({ target }) => void keep(Number(target.value))}>
              {SHARES.map((share) => (
                <option key={share} value={share}>
                  {share * 100} %
                </option>
              ))}
            </select>
            of the invocations meet a kept process
          </label>
          <Button onClick={() => void api('/__local/recycle', { body: {} })}>Forget every process now</Button>
        </>
      )}
    </Show>
  );
}
