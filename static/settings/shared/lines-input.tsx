import { useState } from 'react';
import type { Bound } from '../../kit/controls/bound';
import { TextInput } from '../../kit/controls/text-input';

interface Props extends Bound<readonly string[]> {
  readonly id: string;
}

/** Texts, one a line, read once they are all typed: commas stand inside of them. */
export function LinesInput({ id, value, readOnly, onChange }: Props) {
  const [typed, setTyped] = useState(value.join('\n'));
  const take = (): void => {
    const lines = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.join('\n') !== value.join('\n')) onChange([...new Set(lines)]);
  };
  return (
    <span onBlur={take}>
      <TextInput id={id} value={typed} readOnly={readOnly} onChange={setTyped} lines={1} />
    </span>
  );
}
