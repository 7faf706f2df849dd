import CopyIcon from '@atlaskit/icon/core/copy';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { EditorPage } from '../../kit/editor-page/editor-page';
import type { EditorSection } from '../../kit/editor-page/section';
import { type Field, formOf } from '../../kit/fields';
import { type Column, ListPage } from '../../kit/list/list-page';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t } from '../../shared/i18n';
import type { Finding } from '../../../src/kernel/finding';
import { type PageKey, pageAddress } from '../addresses';
import { ownProblems } from '../model/own-problems';
import { Gone } from './gone';
import { ProblemList } from './problem-list';
import type { Opened } from './use-opened';

const ConfirmDialog = lazy(() =>
  import('../../kit/dialogs/confirm-dialog').then((m) => ({ default: m.ConfirmDialog })),
);

/** Members of one kind: the list, the one that is opened, and what saves and deletes them. */
export interface Members<T> extends Opened<T> {
  readonly members: readonly T[];
  readonly saving: boolean;
  /** What the last save was refused for, or else what is wrong with the one that is opened. */
  readonly findings: readonly Finding[];
  readonly refused: readonly Finding[] | null;
  /** What became of the last save; and what is asked before it takes effect. */
  readonly message: ReactNode;
  readonly save: (member: T) => void;
  readonly remove: (id: string) => Promise<void>;
}

/** What a page of members says and shows. */
export interface MembersLook<T> {
  readonly readOnly: boolean;
  /** The words of the button that makes one, and of the page of a new one. */
  readonly makes: string;
  readonly hint?: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly under?: (member: T) => readonly string[];
  readonly columns: readonly Column<T>[];
  /** What stands below the list. */
  readonly children?: ReactNode;
}

export interface InSections<T> {
  readonly sections: (form: Field<T>) => readonly EditorSection[];
  readonly editor?: undefined;
}

interface WithEditor<T> {
  /** An editor of its own, which deletes by itself. */
  readonly editor: (member: T) => ReactNode;
}

interface Shown<T> extends MembersLook<T> {
  readonly page: PageKey;
  /** As findings name it before a colon and the id. */
  readonly section: string;
  readonly nameOf: (member: T) => string;
  readonly all: Members<T>;
  /** What else is under way, above the list. */
  readonly above?: ReactNode;
  /** In the place of the table, given the question before one is deleted. */
  readonly list?: (onDelete: (member: T) => void) => ReactNode;
}

/** Members of one kind: their list, and the editor of the one that the address opens. */
export function MembersPage<T extends { readonly id: string }>(
  props: Shown<T> & (InSections<T> | WithEditor<T>),
) {
  const { page, nameOf, all, above, list, makes, hint, empty, under, columns, readOnly, editor, children } =
    props;
  const [deleting, setDeleting] = useState<T | null>(null);
  const asked = (
    <Suspense fallback={null}>
      {deleting !== null && (
        <ConfirmDialog
          title={t('kit.list.deleteAsk', { name: nameOf(deleting) })}
          does={t('kit.editor.delete')}
          onConfirm={async () => {
            await all.remove(deleting.id);
            setDeleting(null);
          }}
          onClose={() => setDeleting(null)}
        >
          <p>{t('kit.list.deleteWhat')}</p>
        </ConfirmDialog>
      )}
    </Suspense>
  );
  if (all.isGone) return <Gone page={page} />;
  if (all.opened !== null)
    return props.editor !== undefined ? (
      props.editor(all.opened)
    ) : (
      <>
        <Editor {...props} key={all.id} member={all.opened} onDelete={setDeleting} />
        {asked}
      </>
    );
  return (
    <ListPage
      title={t(`settings.tab.${page}`)}
      makes={makes}
      empty={empty}
      {...(hint !== undefined && { hint })}
      {...(under !== undefined && { under })}
      columns={columns}
      members={all.members}
      nameOf={nameOf}
      to={({ id }) => pageAddress(page, id)}
      {...(list !== undefined && { list: list(setDeleting) })}
      onNew={readOnly ? undefined : all.openNew}
      actions={
        readOnly
          ? undefined
          : (member) => {
              const name = nameOf(member);
              const remove = {
                label: t('kit.list.delete', { name }),
                icon: DeleteIcon,
                onClick: () => setDeleting(member),
              };
              return [
                {
                  label: t('kit.list.duplicate', { name }),
                  icon: CopyIcon,
                  onClick: () => all.openCopy(member.id),
                },
                ...(editor === undefined ? [remove] : []),
              ];
            }
      }
      message={
        <>
          {all.message}
          {editor === undefined && <ProblemList problems={all.refused ?? []} />}
          {above}
        </>
      }
    >
      {asked}
      {children}
    </ListPage>
  );
}

interface EditorProps<T> extends Shown<T>, InSections<T> {
  readonly member: T;
  readonly onDelete: (member: T) => void;
}

function Editor<T extends { readonly id: string }>(props: EditorProps<T>): ReactNode {
  const { page, section, nameOf, makes, sections, readOnly, all, member, onDelete } = props;
  const [draft, setDraft] = useEdited(member);
  const findings = useMemo(
    () => ownProblems(all.findings, `${section}:${member.id}`),
    [all.findings, section, member.id],
  );
  return (
    <EditorPage
      back={{ to: pageAddress(page), text: t(`settings.tab.${page}`) }}
      title={all.isNew ? makes : nameOf(member)}
      message={all.message}
      sections={sections(formOf(draft, readOnly, setDraft))}
      findings={findings}
      readOnly={readOnly}
      saving={all.saving}
      onSave={() => all.save(draft)}
      onCancel={all.close}
      onDelete={all.isNew ? undefined : () => onDelete(member)}
    />
  );
}
