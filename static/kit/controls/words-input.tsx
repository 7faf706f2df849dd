import { useState } from 'react';
import type { Bound } from './bound';
import { TextInput } from './text-input';

interface Props extends Bound<readonly string[]> {
  readonly id: string;
  /** What a typed word becomes; itself when left out. */
  readonly write?: (word: string) => string;
  /** One a line: commas stand inside of them. */
  readonly isByLine?: boolean;
}

/** Words with commas between them, read once they are all typed. */
export function WordsInput({
  id,
  value,
  readOnly,
  onChange,
  write = (word) => word,
  isByLine = false,
}: Props) {
  const between = isByLine ? '\n' : ',';
  const [typed, setTyped] = useState(value.join(isByLine ? between : ', '));
  const take = (): void => {
    const words = typed
      .split(between)
      .map((word) => write(word.trim()))
      .filter((word) => word !== '');
    if (words.join(between) !== value.join(between)) onChange([...new Set(words)]);
  };
  return (
    <span onBlur={take}>
      <TextInput
        id={id}
        value={typed}
        readOnly={readOnly}
        onChange={setTyped}
        {...(isByLine && { lines: 1 })}
      />
    </span>
  );
}
