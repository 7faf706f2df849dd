import { type FormEvent, useState } from 'react';
import { api, messageOf, path } from '../lib/api';
import { Problem } from '../lib/parts';

interface EditableTextProps {
  readonly issueKey: string;
  readonly summary: string;
  readonly onChanged: () => void;
}

/** The summary; a button turns it into a field. */
export function EditableText({ issueKey, summary, onChanged }: EditableTextProps) {
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      await api(path`/rest/api/3/issue/${issueKey}`, {
        method: 'PUT',
        body: { fields: { summary: new FormData(event.currentTarget).get('summary') } },
      });
      setEditing(false);
      setProblem(undefined);
      onChanged();
    } catch (error) {
      setProblem(messageOf(error));
    }
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
    <form className="query" onSubmit={(event) => void save(event)}>
      <input name="summary" aria-label="Summary" defaultValue={summary} />
      <button className="button button-primary" type="submit">
        Save
      </button>
      <button className="button" type="button" onClick={() => setEditing(false)}>
        Cancel
      </button>
      {problem && <Problem>{problem}</Problem>}
    </form>
  );
}
