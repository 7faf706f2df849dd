import { useState } from 'react';
import { api, path } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { Button } from '../lib/parts';

interface EditableTextProps {
  readonly issueKey: string;
  readonly summary: string;
  readonly onChanged: () => void;
}

/** The summary; a button turns it into a field. */
export function EditableText({ issueKey, summary, onChanged }: EditableTextProps) {
  const [editing, setEditing] = useState(false);
  const save = async (data: FormData) => {
    const body = { fields: { summary: textOf(data, 'summary') } };
    await api(path`/rest/api/3/issue/${issueKey}`, { method: 'PUT', body });
    setEditing(false);
    onChanged();
  };
  if (!editing) {
    return (
      <div className="page-head">
        <h1>{summary}</h1>
        <Button look="subtle" onClick={() => setEditing(true)}>
          Edit summary
        </Button>
      </div>
    );
  }
  return (
    <Form className="query" onSubmit={save}>
      <input name="summary" aria-label="Summary" defaultValue={summary} />
      <Button look="primary" type="submit">
        Save
      </Button>
      <Button onClick={() => setEditing(false)}>Cancel</Button>
    </Form>
  );
}
