import { type FormEvent, useState } from 'react';

interface LabelsFieldProps {
  readonly labels: readonly string[];
  readonly onSave: (labels: readonly string[]) => void;
}

export function LabelsField({ labels, onSave }: LabelsFieldProps) {
  const [editing, setEditing] = useState(false);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('labels');
    setEditing(false);
    if (typeof text === 'string') onSave(text.split(/[\s,]+/).filter(Boolean));
  };
  if (editing) {
    return (
      <form className="query" onSubmit={save}>
        <input name="labels" aria-label="Labels, separated by spaces" defaultValue={labels.join(' ')} />
        <button type="submit" className="button">
          Save
        </button>
      </form>
    );
  }
  return (
    <>
      {labels.map((label) => (
        <span key={label} className="chip">
          {label}
        </span>
      ))}
      <button type="button" className="button button-subtle" onClick={() => setEditing(true)}>
        Edit<span className="visually-hidden"> labels</span>
      </button>
    </>
  );
}
