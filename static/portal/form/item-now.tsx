import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { codeOf } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';
import type { RequestFormState } from './use-request-form';
import { WayOnButton } from './way-on-button';

interface Props {
  readonly page: ItemPage;
  readonly form: RequestFormState;
}

/** The item went, or asks something else, while its form is open: said before anybody sends it, with the way on that sending would offer. */
export function ItemNow({ page, form }: Props) {
  const { draft } = form;
  const [error, setError] = useState<unknown>(null);
  // A form of which nothing was saved before is not kept any more: its first save says why.
  const offered = codeOf(draft.error) === 'NOT_FOUND' ? 'gone' : (draft.now?.offered ?? 'same');
  if (offered === 'same') return null;
  const isKept = draft.state !== 'failed';
  return (
    <div role="status">
      <SectionMessage appearance="warning" title={t(`portal.now.${offered}`)}>
        <p>{t(isKept ? 'portal.now.kept' : 'portal.trouble.answers.here')}</p>
        <div className={forms.row}>
          {offered === 'changed' ? (
            <Button onClick={() => void form.toNewForm().catch(setError)}>{t('portal.now.toNew')}</Button>
          ) : (
            <WayOnButton
              itemId={page.item.id}
              replacedBy={draft.now?.replacedBy ?? ''}
              from={page.item.content.name}
              begun={form.begun}
              onLeave={draft.hold}
            />
          )}
        </div>
        {error !== null && <p role="alert">{errorText(error)}</p>}
      </SectionMessage>
    </div>
  );
}
