import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ToldDraft } from '../../../src/catalog/domain/call-answers';
import { formatRelative } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import forms from '../../kit/forms.module.css';
import styles from '../home/drafts.module.css';
import { DeleteDraft } from './delete-draft';
import { afterRename, afterDelete } from './draft-changes';
import { draftAddress, draftLabel, lastDay } from './draft-words';
import { RenameDraft } from './rename-draft';
import type { ItemDrafts } from './use-item-drafts';

interface Props {
  readonly drafts: readonly ToldDraft[];
  /** All of the viewer's that may be of the same items: by them each is told from the others. */
  readonly among: readonly ToldDraft[];
  /** What its item is called; nothing where that is told already. */
  readonly nameOf: (draft: ToldDraft) => string;
  readonly onChange: ItemDrafts['onChange'];
}

/** Forms that were begun: a click goes on where they were left. Each says how old it is and how long it is kept. */
export function DraftList({ drafts, among, nameOf, onChange }: Props) {
  const now = useNow();
  return (
    <ul className={styles.drafts}>
      {drafts.map((draft) => {
        const label = draftLabel(nameOf(draft), draft, among);
        return (
          <li key={draft.clientToken} className={styles.draft}>
            <Link to={draftAddress(draft.itemId, draft.clientToken)}>{label}</Link>
            <span className={forms.note}>
              {t('portal.draft.age', { age: formatRelative(draft.updatedAt, now), date: lastDay(draft) })}
            </span>
            {draft.reason === 'submitFailed' && (
              <Lozenge appearance="moved">{t('portal.draft.notSent')}</Lozenge>
            )}
            <DraftActions draft={draft} label={label} onChange={onChange} />
          </li>
        );
      })}
    </ul>
  );
}

interface ActionsProps extends Pick<Props, 'onChange'> {
  readonly draft: ToldDraft;
  readonly label: string;
}

function DraftActions({ draft, label, onChange }: ActionsProps) {
  const [asks, setAsks] = useState<'rename' | 'delete' | null>(null);
  const close = (): void => setAsks(null);
  return (
    <>
      <Button
        appearance="subtle"
        spacing="compact"
        aria-label={t('portal.draft.renameOf', { draft: label })}
        onClick={() => setAsks('rename')}
      >
        {t('portal.draft.rename')}
      </Button>
      <Button
        appearance="subtle"
        spacing="compact"
        aria-label={t('portal.draft.deleteOf', { draft: label })}
        onClick={() => setAsks('delete')}
      >
        {t('portal.draft.delete')}
      </Button>
      {asks === 'rename' && (
        <RenameDraft
          draft={draft}
          onRenamed={(name) => {
            close();
            onChange(afterRename(draft.clientToken, name));
          }}
          onClose={close}
        />
      )}
      {asks === 'delete' && (
        <DeleteDraft
          draftId={draft.clientToken}
          label={label}
          onDeleted={() => onChange(afterDelete(draft.clientToken))}
          onClose={close}
        />
      )}
    </>
  );
}
