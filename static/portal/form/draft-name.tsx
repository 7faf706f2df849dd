import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';
import { afterRename } from '../drafts/draft-changes';
import type { ItemDrafts } from '../drafts/use-item-drafts';
import type { DraftState } from './use-draft';

const RenameDraft = lazy(() => import('../drafts/rename-draft').then((m) => ({ default: m.RenameDraft })));

interface Props {
  readonly clientToken: string;
  /** All of the item. */
  readonly drafts: ItemDrafts;
  readonly draft: Pick<DraftState, 'save'>;
}

/** Asks for a name where the item has other drafts, from which it tells this one; the first needs none. */
export function DraftName({ clientToken, drafts: { drafts, onChange }, draft }: Props) {
  const [isNaming, setNaming] = useState(false);
  const own = drafts.find((each) => each.clientToken === clientToken);
  const isFirst = drafts.every((each) => each === own);
  if (isFirst && own?.name === undefined) return null;
  const ask = async (): Promise<void> => {
    if (own !== undefined || (await draft.save())) setNaming(true);
  };
  return (
    <div className={forms.row}>
      <span className={forms.note}>
        {own?.name === undefined ? t('portal.draft.nameAsked') : t('portal.draft.called', { name: own.name })}
      </span>
      <Button appearance="subtle" spacing="compact" onClick={() => void ask()}>
        {t(own?.name === undefined ? 'portal.draft.nameIt' : 'portal.draft.rename')}
      </Button>
      {isNaming && (
        <Suspense fallback={null}>
          <RenameDraft
            draft={{ clientToken, name: own?.name }}
            onRenamed={(name) => {
              setNaming(false);
              onChange(afterRename(clientToken, name));
            }}
            onClose={() => setNaming(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
