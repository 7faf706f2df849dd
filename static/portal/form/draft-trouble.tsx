import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { codeOf } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';

interface Props {
  /** Why the draft was not saved. */
  readonly error: unknown;
  readonly onKeepBoth: () => void;
  readonly onOpenOther: () => void;
}

/** The draft was changed elsewhere, or there are too many: what is here is kept by nobody until somebody says how. */
export function DraftTrouble({ error, onKeepBoth, onOpenOther }: Props) {
  const code = codeOf(error);
  if (code !== 'DRAFT_CHANGED' && code !== 'DRAFT_LIMIT') return null;
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title={t(`portal.draft.${code}`)}>
        <p>{errorText(error)}</p>
        {code === 'DRAFT_CHANGED' && (
          <div className={forms.row}>
            <Button onClick={onKeepBoth}>{t('portal.draft.keepBoth')}</Button>
            <Button appearance="subtle" onClick={onOpenOther}>
              {t('portal.draft.openOther')}
            </Button>
          </div>
        )}
      </SectionMessage>
    </div>
  );
}
