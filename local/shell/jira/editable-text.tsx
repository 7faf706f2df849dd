import { useState } from 'react';
import { api, path } from '../lib/api';
import { Form, textOf } from '../lib/form';

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
        <button type="button" className="button button-subtle" onClick={() => setEditing(true)}>
          Edit summary
        </button>
      </div>
    );
  }
  return (
    <Form className="query" onSubmit={save}>
      <input name="summary" aria-label="Summary" defaultValue={summary} />
      <button className="button button-primary" type="submit">
        Save
      </button>
      <button className="button" type="button" onClick={() => setEditing(false)}>
        Cancel
      </button>
    </Form>
  );
}
