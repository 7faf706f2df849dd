import { useId } from 'react';
import { api, path } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { ago, dateTime } from '../lib/format';
import { Avatar, Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { Adf, docOf } from './adf';
import type { CommentBean, Issue } from './types';

const INTERNAL = { properties: [{ key: 'sd.public.comment', value: { internal: true } }] };
const TEAM = 'Service Desk Team';
const TEAM_ONLY = { visibility: { type: 'role', value: TEAM } };

/** Who alone may read a comment, in words; undefined for everybody. */
function limitOf({ jsdPublic, visibility }: CommentBean): string | undefined {
  if (jsdPublic === false) return 'Internal note';
  return visibility && `Only for ${visibility.value}`;
}

/** The comments, oldest first, and a form for a new one: for everybody or for the team. */
export function Comments({ issue, onChanged }: { readonly issue: Issue; readonly onChanged: () => void }) {
  const { person, version } = useSite();
  const loaded = useLoad(
    `${issue.key} ${issue.fields.updated} ${person.accountId} ${version}`,
    async () =>
      (
        await api<{ comments: readonly CommentBean[] }>(
          path`/rest/api/3/issue/${issue.key}/comment?maxResults=100`,
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
      <Composer issue={issue} onAdded={reload} />
    </>
  );
}

function Comment({ comment }: { readonly comment: CommentBean }) {
  const { person, clock } = useSite();
  const limit = limitOf(comment);
  return (
    <li className={limit ? 'feed-item feed-internal' : 'feed-item'}>
      <Avatar name={comment.author?.displayName ?? 'App'} />
      <div>
        <p>
          <strong>{comment.author?.displayName ?? 'App'}</strong>{' '}
          <time dateTime={comment.created} title={dateTime(comment.created, person)} className="quiet">
            {ago(comment.created, clock.now(), person)}
          </time>{' '}
          {limit && <span className="tag tag-warning">{limit}</span>}
        </p>
        <div className="prose">
          <Adf node={comment.body} />
        </div>
      </div>
    </li>
  );
}

/** Service projects have internal notes; in others a comment is limited to a role. */
function Composer({ issue, onAdded }: { readonly issue: Issue; readonly onAdded: () => void }) {
  const service = issue.fields.project.projectTypeKey === 'service_desk';
  const id = useId();
  const add = async (data: FormData, form: HTMLFormElement) => {
    const text = textOf(data, 'text').trim();
    if (text === '') return;
    const limit = data.get('internal') !== 'on' ? {} : service ? INTERNAL : TEAM_ONLY;
    await api(path`/rest/api/3/issue/${issue.key}/comment`, { body: { body: docOf(text), ...limit } });
    form.reset();
    onAdded();
  };
  return (
    <Form className="composer" onSubmit={add}>
      <label htmlFor={id}>Add a comment</label>
      <textarea id={id} name="text" rows={3} required />
      <div className="actions">
        <button type="submit" className="button button-primary">
          Comment
        </button>
        <label className="check">
          <input type="checkbox" name="internal" /> {service ? 'Internal note' : `Only for ${TEAM}`}
        </label>
      </div>
    </Form>
  );
}
