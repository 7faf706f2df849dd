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
import { type DefinitionKind, type DefinitionProps, useDefinitions } from './use-definitions';

const ConfirmDialog = lazy(() =>
  import('../../kit/dialogs/confirm-dialog').then((m) => ({ default: m.ConfirmDialog })),
);

interface Member {
  readonly id: string;
  readonly name: string;
}

interface Props<T> extends DefinitionProps {
  readonly kind: DefinitionKind<T>;
  /** The words of the button that makes one, and of the page of a new one. */
  readonly makes: string;
  readonly hint?: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly under?: (member: T) => readonly string[];
  readonly columns: readonly Column<T>[];
  readonly sections: (form: Field<T>) => readonly EditorSection[];
}

/** Definitions of one kind: their list, and the editor of the one that the address opens. */
export function DefinitionsPage<T extends Member>(props: Props<T>) {
  const { kind, makes, hint, empty, under, columns, definitions, readOnly } = props;
  const all = useDefinitions(kind, props);
  const [deleting, setDeleting] = useState<T | null>(null);
  const asked = (
    <Suspense fallback={null}>
      {deleting !== null && (
        <ConfirmDialog
          title={t('kit.list.deleteAsk', { name: deleting.name })}
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
    return (
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
      nameOf={({ name }) => name}
      to={({ id }) => pageAddress(kind.page, id)}
      columns={columns}
      onNew={readOnly ? undefined : all.openNew}
      actions={
        readOnly
          ? undefined
          : (member) => [
              {
                label: t('kit.list.duplicate', { name: member.name }),
                icon: CopyIcon,
                onClick: () => all.openCopy(member.id),
              },
              {
                label: t('kit.list.delete', { name: member.name }),
                icon: DeleteIcon,
                onClick: () => setDeleting(member),
              },
            ]
      }
      message={
        <>
          {all.message}
          <ProblemList problems={all.refused ?? []} />
          <RecalculationBar canAct={!readOnly} version={definitions.version} />
        </>
      }
    >
      {asked}
    </ListPage>
  );
}

interface EditorProps<T> extends Props<T> {
  readonly all: ReturnType<typeof useDefinitions<T & Member>>;
  readonly member: T;
  readonly onDelete: (member: T) => void;
}

function Editor<T extends Member>(props: EditorProps<T>): ReactNode {
  const { kind, makes, sections, readOnly, all, member, onDelete } = props;
  const [draft, setDraft] = useEdited(member);
  const findings = useMemo(
    () => ownProblems(all.findings, `${kind.section}:${member.id}`),
    [all.findings, kind, member.id],
  );
  return (
    <EditorPage
      back={{ to: pageAddress(kind.page), text: t(`settings.tab.${kind.page}`) }}
      title={all.isNew ? makes : member.name}
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
