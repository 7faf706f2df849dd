const TARGETS = [
  ['jira', 'Jira'],
  ['confluence', 'Confluence'],
  ['storage', 'Storage'],
  ['queue', 'Queues'],
] as const;

interface SlowAnswersProps {
  readonly slow: Readonly<Record<string, unknown>>;
  readonly onChange: (slow: Readonly<Record<string, unknown>>) => void;
}

/** How long each part of the platform lets the app wait, in milliseconds. */
export function SlowAnswers({ slow, onChange }: SlowAnswersProps) {
  return TARGETS.map(([target, name]) => (
    <label key={target} className="check">
      <input
        type="number"
        min={0}
        step={100}
        defaultValue={Number(slow[target] ?? 0)}
        onBlur={({ target: { value } }) => {
          if (Number(value) !== slow[target]) onChange({ ...slow, [target]: Number(value) });
        }}
      />
      ms for {name}
    </label>
  ));
}
