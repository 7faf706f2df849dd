import { useRef } from 'react';
import { api, path } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { Button, Show } from '../lib/parts';
import { go, Link } from '../lib/router';
import { useLoad } from '../lib/use-load';
import { InsertMacro } from './insert-macro';
import { loadPage, loadSpace } from './load';
import type { WikiPage } from './types';

interface PageEditProps {
  readonly spaceKey: string;
  readonly pageId?: string;
  readonly parentId?: string | undefined;
}

/** Title and body in storage format; an existing page takes the app's macros through their own config screens. */
export function PageEdit({ spaceKey, pageId, parentId }: PageEditProps) {
  const loaded = useLoad(`${spaceKey} ${pageId ?? 'new'}`, async () =>
    pageId === undefined ? { space: await loadSpace(spaceKey), page: undefined } : await loadPage(pageId),
  );
  return (
    <Show of={loaded}>
      {({ space, page }) => (
        <Editor spaceId={space.id} spaceKey={space.key} page={page} parentId={parentId} />
      )}
    </Show>
  );
}

interface EditorProps {
  readonly spaceId: string;
  readonly spaceKey: string;
  readonly page: WikiPage | undefined;
  readonly parentId: string | undefined;
}

function write({ spaceId, page, parentId }: EditorProps, title: string, value: string): Promise<WikiPage> {
  const body = { representation: 'storage', value };
  if (!page)
    return api('/wiki/api/v2/pages', {
      body: { spaceId, status: 'current', title, body, ...(parentId ? { parentId } : {}) },
    });
  const version = { number: (page.version?.number ?? 1) + 1 };
  return api(path`/wiki/api/v2/pages/${page.id}`, {
    method: 'PUT',
    body: { id: page.id, status: 'current', title, body, version },
  });
}

function Editor(props: EditorProps) {
  const { page, spaceKey } = props;
  const body = useRef<HTMLTextAreaElement>(null);
  const back = page ? `/wiki/spaces/${spaceKey}/pages/${page.id}` : `/wiki/spaces/${spaceKey}`;
  const save = async (data: FormData) => {
    const saved = await write(props, textOf(data, 'title'), textOf(data, 'body'));
    go(`/wiki/spaces/${spaceKey}/pages/${saved.id}`);
  };
  const insert = (macro: string) => {
    const field = body.current;
    if (!field) return;
    field.setRangeText(macro, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
  };
  return (
    <div className="page">
      <h1>{page ? 'Edit page' : 'New page'}</h1>
      <Form className="form form-wide" onSubmit={save}>
        <label>
          Title
          <input name="title" required defaultValue={page?.title ?? ''} />
        </label>
        {page && <InsertMacro pageId={page.id} onInsert={insert} />}
        <label>
          Body (storage format)
          <textarea
            ref={body}
            name="body"
            rows={18}
            className="code"
            spellCheck={false}
            defaultValue={page?.body?.storage?.value ?? '<p></p>'}
          />
        </label>
        <div className="actions">
          <Button look="primary" type="submit">
            {page ? 'Update' : 'Publish'}
          </Button>
          <Link className="button" href={back}>
            Cancel
          </Link>
        </div>
      </Form>
    </div>
  );
}
