import { useState } from 'react';
import { api } from '../lib/api';
import { bytes } from '../lib/format';
import { Button, Line, Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';

interface Totals {
  readonly spaces: readonly {
    readonly space: string;
    readonly count: number;
    readonly bytes: number;
    readonly largest: number;
  }[];
}

interface Values {
  readonly values: readonly { readonly key: string; readonly bytes: number; readonly value: unknown }[];
  readonly next: string | null;
}

/** What the app keeps: its spaces, then the values of one. */
export function StoragePanel() {
  const { version } = useSite();
  const [space, setSpace] = useState<string>();
  const totals = useLoad(`totals ${version}`, () => api<Totals>('/__local/storage'));
  if (space !== undefined) return <Space key={space} space={space} onBack={() => setSpace(undefined)} />;
  return (
    <Show of={totals}>
      {({ spaces }) =>
        spaces.length === 0 ? (
          <p className="quiet">The app stores nothing yet.</p>
        ) : (
          <ul className="plain-list">
            {spaces.map((one) => (
              <li key={one.space}>
                <Button look="subtle" onClick={() => setSpace(one.space)}>
                  {one.space}
                </Button>{' '}
                <span className="quiet">
                  {one.count} values · {bytes(one.bytes)} · largest {bytes(one.largest)}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Show>
  );
}

function Space({ space, onBack }: { readonly space: string; readonly onBack: () => void }) {
  const [after, setAfter] = useState('');
  const [prefix, setPrefix] = useState('');
  const query = new URLSearchParams({ space, after, prefix, limit: '50' }).toString();
  const found = useLoad(query, () => api<Values>(`/__local/storage?${query}`));
  return (
    <>
      <div className="actions">
        <Button onClick={onBack}>← Spaces</Button>
        <input
          aria-label="Keys that begin with"
          placeholder="Key begins with"
          value={prefix}
          onChange={(event) => setPrefix(event.target.value)}
        />
      </div>
      <h3>{space}</h3>
      <Show of={found}>
        {({ values, next }) => (
          <>
            {values.map((one) => (
              <Line key={one.key} title={one.key} note={bytes(one.bytes)}>
                <pre>{JSON.stringify(one.value, null, 2)}</pre>
              </Line>
            ))}
            {next !== null && <Button onClick={() => setAfter(next)}>More</Button>}
          </>
        )}
      </Show>
    </>
  );
}
