import { type FormEvent, useId, useState } from 'react';
import { api, messageOf, path } from '../lib/api';
import { ago, dateTime } from '../lib/format';
import { Avatar, Problem, Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { Adf, docOf } from './adf';
import type { CommentBean, Issue } from './types';

const INTERNAL = 'sd.public.comment';

function isInternal(comment: CommentBean): boolean {
  if (comment.jsdPublic === false) return true;
  const value = comment.properties?.find((property) => property.key === INTERNAL)?.value;
  return typeof value === 'object' && value !== null && 'internal' in value && value.internal === true;
}

/** The comments, oldest first, and a form for a new one: for everybody or for the team. */
export function Comments({ issue, onChanged }: { readonly issue: Issue; readonly onChanged: () => void }) {
  const { person, version } = useSite();
  const loaded = useLoad(
    `${issue.key} ${issue.fields.updated} ${person.accountId} ${version}`,
    async () =>
      (
        await api<{ comments: readonly CommentBean[] }>(
          path`/rest/api/3/issue/${issue.key}/comment?maxResults=100&expand=properties`,
        )
      ).comments,
  );
  const reload = () => {
    loaded.reload();
    onChanged();
  };
  return (
    <>
      <Show of={loaded}>
        {(comments) => (
          <ul className="feed">
            {comments.map((comment) => (
              <Comment key={comment.id} comment={comment} />
            ))}
          </ul>
        )}
      </Show>
      <Composer issueKey={issue.key} onAdded={reload} />
    </>
  );
}

function Comment({ comment }: { readonly comment: CommentBean }) {
  const { person, clock } = useSite();
  const internal = isInternal(comment);
  return (
    <li className={internal ? 'feed-item feed-internal' : 'feed-item'}>
      <Avatar name={comment.author?.displayName ?? 'App'} />
      <div>
        <p>
          <strong>{comment.author?.displayName ?? 'App'}</strong>{' '}
          <time dateTime={comment.created} title={dateTime(comment.created, person)} className="quiet">
            {ago(comment.created, clock.now(), person)}
          </time>{' '}
          {internal && <span className="tag tag-warning">Internal note</span>}
        </p>
        <div className="prose">
          <Adf node={comment.body} />
        </div>
      </div>
    </li>
  );
}

function Composer({ issueKey, onAdded }: { readonly issueKey: string; readonly onAdded: () => void }) {
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = data.get('text');
    if (typeof text !== 'string' || text.trim() === '') return;
    const properties = data.get('internal') === 'on' ? [{ key: INTERNAL, value: { internal: true } }] : [];
    try {
      await api(path`/rest/api/3/issue/${issueKey}/comment`, {
        body: { body: docOf(text.trim()), properties },
      });
      form.reset();
      setProblem(undefined);
      onAdded();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <form className="composer" onSubmit={(event) => void add(event)}>
      <label htmlFor={id}>Add a comment</label>
      <textarea id={id} name="text" rows={3} required />
      <div className="actions">
        <button type="submit" className="button button-primary">
          Comment
        </button>
        <label className="check">
          <input type="checkbox" name="internal" /> Internal note
        </label>
      </div>
      {problem && <Problem>{problem}</Problem>}
    </form>
  );
}
