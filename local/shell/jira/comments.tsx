import { useId } from 'react';
import { api, path } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { Button, Show } from '../lib/parts';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { docOf } from '../../products/shared/adf';
import { Adf } from './adf';
import { Done } from './done';
import type { CommentBean, IssueProps } from './types';

const INTERNAL = { properties: [{ key: 'sd.public.comment', value: { internal: true } }] };
const TEAM = 'Service Desk Team';
const TEAM_ONLY = { visibility: { type: 'role', value: TEAM } };

/** Who alone may read a comment, in words; undefined for everybody. */
function limitOf({ jsdPublic, visibility }: CommentBean): string | undefined {
  if (jsdPublic === false) return 'Internal note';
  return visibility && `Only for ${visibility.value}`;
}

interface Found {
  readonly comments: readonly CommentBean[];
}

/** The comments, oldest first, and a form for a new one: for everybody or for the team. */
export function Comments({ issue, onChanged }: IssueProps) {
  const { person, version } = useSite();
  const loaded = useLoad(`${issue.key} ${issue.fields.updated} ${person.accountId} ${version}`, () =>
    api<Found>(path`/rest/api/3/issue/${issue.key}/comment?maxResults=100`),
  );
  const reload = () => {
    loaded.reload();
    onChanged();
  };
  return (
    <>
      <Show of={loaded}>
        {({ comments }) => (
          <ul className="feed">
            {comments.map((comment) => (
              <Done key={comment.id} by={comment.author} at={comment.created} limit={limitOf(comment)}>
                <div className="prose">
                  <Adf node={comment.body} />
                </div>
              </Done>
            ))}
          </ul>
        )}
      </Show>
      <Composer issue={issue} onChanged={reload} />
    </>
  );
}

/** Service projects have internal notes; in others a comment is limited to a role. */
function Composer({ issue, onChanged }: IssueProps) {
  const service = issue.fields.project.projectTypeKey === 'service_desk';
  const id = useId();
  const add = async (data: FormData, form: HTMLFormElement) => {
    const text = textOf(data, 'text').trim();
    if (text === '') return;
    const limit = data.get('internal') !== 'on' ? {} : service ? INTERNAL : TEAM_ONLY;
    await api(path`/rest/api/3/issue/${issue.key}/comment`, { body: { body: docOf(text), ...limit } });
    form.reset();
    onChanged();
  };
  return (
    <Form className="composer" onSubmit={add}>
      <label htmlFor={id}>Add a comment</label>
      <textarea id={id} name="text" rows={3} required />
      <div className="actions">
        <Button look="primary" type="submit">
          Comment
        </Button>
        <label className="check">
          <input type="checkbox" name="internal" /> {service ? 'Internal note' : `Only for ${TEAM}`}
        </label>
      </div>
    </Form>
  );
}
