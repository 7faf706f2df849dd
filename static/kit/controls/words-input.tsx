import { useState } from 'react';
import type { Bound } from './bound';
import { TextInput } from './text-input';

interface Props extends Bound<readonly string[]> {
  readonly id: string;
  /** What a typed word becomes; itself when left out. */
  readonly write?: (word: string) => string;
}

/** Words with commas between them, read once they are all typed. */
export function WordsInput({ id, value, readOnly, onChange, write = (word) => word }: Props) {
  const [typed, setTyped] = useState(value.join(', '));
  const take = (): void => {
    const words = typed
      .split(',')
      .map((word) => write(word.trim()))
      .filter((word) => word !== '');
    if (words.join() !== value.join()) onChange([...new Set(words)]);
  };
  return (
    <span onBlur={take}>
      <TextInput id={id} value={typed} readOnly={readOnly} onChange={setTyped} />
    </span>
  );
}
