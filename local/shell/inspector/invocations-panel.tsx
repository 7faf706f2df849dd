import type { InvocationRecord } from '../../forge/invoke/record';
import { bytes } from '../lib/format';
import { Button, Each, Line, Show } from '../lib/parts';
import { api } from '../lib/api';
import { usePoll } from './use-poll';

/** Each run of a function, newest first: what it cost, what it said. */
export function InvocationsPanel() {
  const found = usePoll<{ readonly invocations: readonly InvocationRecord[] }>(
    '/__local/invocations?limit=60',
  );
  return (
    <Show of={found}>
      {({ invocations }) => (
        <>
          <Button onClick={() => void api('/__local/invocations', { method: 'DELETE' }).then(found.reload)}>
            Clear
          </Button>
          <Each of={invocations}>{(one) => <Run key={one.id} run={one} />}</Each>
        </>
      )}
    </Show>
  );
}

function Run({ run }: { readonly run: InvocationRecord }) {
  const { outcome, storage, rest, log } = run;
  const dot = (
    <span className={outcome === 'ok' ? 'dot dot-ok' : 'dot dot-bad'} role="img" aria-label={outcome} />
  );
  return (
    <Line
      title={
        <>
          {dot} {run.name}
        </>
      }
      note={`${run.kind} · ${Math.round(run.durationMs)} ms${run.cold ? ' cold' : ''} · ↓${bytes(storage.readBytes)} ↑${bytes(storage.writtenBytes)}`}
      error={run.error}
    >
      <p className="quiet">
        {run.functionKey} · {run.actor ?? 'system'} · {new Date(run.startedAt).toISOString()}
      </p>
      {rest.length > 0 && (
        <ul className="mono">
          {rest.map((call, index) => (
            <li key={index}>
              {call.status} {call.method} {call.path}
            </li>
          ))}
        </ul>
      )}
      {log.length > 0 && <pre>{log.join('\n')}</pre>}
    </Line>
  );
}
