import { type ReactNode, useState } from 'react';
import { Form, textOf } from './form';
import { Button } from './parts';

interface InPlaceProps {
  readonly label: string;
  readonly value: string;
  /** What the button says that turns it into a field. */
  readonly edit: ReactNode;
  readonly onSave: (text: string) => unknown;
  readonly children: ReactNode;
}

/** Something shown that can be written anew where it stands. */
export function InPlace({ label, value, edit, onSave, children }: InPlaceProps) {
  const [editing, setEditing] = useState(false);
  const save = async (data: FormData) => {
    await onSave(textOf(data, 'text'));
    setEditing(false);
  };
  if (!editing)
    return (
      <>
        {children}
        <Button look="subtle" onClick={() => setEditing(true)}>
          {edit}
        </Button>
      </>
    );
  return (
    <Form className="query" onSubmit={save}>
      <input name="text" aria-label={label} defaultValue={value} />
      <Button look="primary" type="submit">
        Save
      </Button>
      <Button onClick={() => setEditing(false)}>Cancel</Button>
    </Form>
  );
}
