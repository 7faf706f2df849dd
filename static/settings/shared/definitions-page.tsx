import CopyIcon from '@atlaskit/icon/core/copy';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { EditorPage } from '../../kit/editor-page/editor-page';
import type { EditorSection } from '../../kit/editor-page/section';
import { type Field, formOf } from '../../kit/fields';
import { type Column, ListPage } from '../../kit/list/list-page';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { RecalculationBar } from '../change/recalculation-bar';
import { ownProblems } from '../model/own-problems';
import { Gone } from './gone';
import { ProblemList } from './problem-list';
import {
  type DefinitionKind,
  type DefinitionProps,
  type Definitions,
  useDefinitions,
} from './use-definitions';

const ConfirmDialog = lazy(() =>
  import('../../kit/dialogs/confirm-dialog').then((m) => ({ default: m.ConfirmDialog })),
);

interface Shown<T> extends DefinitionProps {
  readonly kind: DefinitionKind<T>;
  /** The words of the button that makes one, and of the page of a new one. */
  readonly makes: string;
  readonly hint?: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly under?: (member: T) => readonly string[];
  readonly columns: readonly Column<T>[];
  /** What stands below the list. */
  readonly children?: ReactNode;
}

interface InSections<T> extends Shown<T> {
  readonly sections: (form: Field<T>) => readonly EditorSection[];
  readonly editor?: undefined;
}

interface WithEditor<T> extends Shown<T> {
  /** An editor of its own, which deletes by itself. */
  readonly editor: (all: Definitions<T>, member: T) => ReactNode;
}

/** Definitions of one kind: their list, and the editor of the one that the address opens. */
export function DefinitionsPage<T extends { readonly id: string }>(props: InSections<T> | WithEditor<T>) {
  const { kind, makes, hint, empty, under, columns, definitions, readOnly, editor, children } = props;
  const { nameOf } = kind;
  const all = useDefinitions(kind, props);
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
  if (all.isGone) return <Gone page={kind.page} />;
  if (all.opened !== null)
    return props.editor !== undefined ? (
      props.editor(all, all.opened)
    ) : (
      <>
        <Editor {...props} key={all.id} all={all} member={all.opened} onDelete={setDeleting} />
        {asked}
      </>
    );
  return (
    <ListPage
      title={t(`settings.tab.${kind.page}`)}
      makes={makes}
      empty={empty}
      {...(hint !== undefined && { hint })}
      {...(under !== undefined && { under })}
      members={all.members}
      nameOf={nameOf}
      to={({ id }) => pageAddress(kind.page, id)}
      columns={columns}
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
          <RecalculationBar canAct={!readOnly} version={definitions.version} />
        </>
      }
    >
      {asked}
      {children}
    </ListPage>
  );
}

interface EditorProps<T> extends InSections<T> {
  readonly all: Definitions<T>;
  readonly member: T;
  readonly onDelete: (member: T) => void;
}

function Editor<T extends { readonly id: string }>(props: EditorProps<T>): ReactNode {
  const { kind, makes, sections, readOnly, all, member, onDelete } = props;
  const [draft, setDraft] = useEdited(member);
  const findings = useMemo(
    () => ownProblems(all.findings, `${kind.section}:${member.id}`),
    [all.findings, kind, member.id],
  );
  return (
    <EditorPage
      back={{ to: pageAddress(kind.page), text: t(`settings.tab.${kind.page}`) }}
      title={all.isNew ? makes : kind.nameOf(member)}
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
