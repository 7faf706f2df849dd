import { useState } from 'react';
import { Form, textOf } from '../lib/form';
import { Button } from '../lib/parts';

interface LabelsFieldProps {
  readonly labels: readonly string[];
  readonly onSave: (labels: readonly string[]) => void;
}

export function LabelsField({ labels, onSave }: LabelsFieldProps) {
  const [editing, setEditing] = useState(false);
  const save = (data: FormData) => {
    setEditing(false);
    onSave(
      textOf(data, 'labels')
        .split(/[\s,]+/)
        .filter(Boolean),
    );
  };
  if (editing) {
    return (
      <Form className="query" onSubmit={save}>
        <input name="labels" aria-label="Labels, separated by spaces" defaultValue={labels.join(' ')} />
        <Button type="submit">Save</Button>
      </Form>
    );
  }
  return (
    <>
      {labels.map((label) => (
        <span key={label} className="chip">
          {label}
        </span>
      ))}
      <Button look="subtle" onClick={() => setEditing(true)}>
        Edit<span className="visually-hidden"> labels</span>
      </Button>
    </>
  );
}
