import { bytes } from '../lib/format';
import { Show } from '../lib/parts';
import { api } from '../lib/api';
import { usePoll } from './use-poll';

interface Invocation {
  readonly id: string;
  readonly functionKey: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly name: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly cold: boolean;
  readonly outcome: string;
  readonly error: string | null;
  readonly storage: { readonly readBytes: number; readonly writtenBytes: number };
  readonly rest: readonly { readonly method: string; readonly path: string; readonly status: number }[];
  readonly log: readonly string[];
}

/** Each run of a function, newest first: what it cost, what it said. */
export function InvocationsPanel() {
  const found = usePoll<{ readonly invocations: readonly Invocation[] }>('/__local/invocations?limit=60');
  return (
    <Show of={found}>
      {({ invocations }) => (
        <>
          <button
            type="button"
            className="button"
            onClick={() => void api('/__local/invocations', { method: 'DELETE' }).then(found.reload)}
          >
            Clear
          </button>
          {invocations.length === 0 && <p className="quiet">None yet.</p>}
          {invocations.map((one) => (
            <details key={one.id} className="line">
              <summary>
                <span
                  className={one.outcome === 'ok' ? 'dot dot-ok' : 'dot dot-bad'}
                  role="img"
                  aria-label={one.outcome}
                />
                <strong>{one.name}</strong>
                <span className="quiet">
                  {one.kind} · {Math.round(one.durationMs)} ms{one.cold && ' cold'} · ↓
                  {bytes(one.storage.readBytes)} ↑{bytes(one.storage.writtenBytes)}
                </span>
              </summary>
              <p className="quiet">
                {one.functionKey} · {one.actor ?? 'system'} · {new Date(one.startedAt).toISOString()}
              </p>
              {one.error && <pre className="problem">{one.error}</pre>}
              {one.rest.length > 0 && (
                <ul className="mono">
                  {one.rest.map((call, index) => (
                    <li key={index}>
                      {call.status} {call.method} {call.path}
                    </li>
                  ))}
                </ul>
              )}
              {one.log.length > 0 && <pre>{one.log.join('\n')}</pre>}
            </details>
          ))}
        </>
      )}
    </Show>
  );
}
