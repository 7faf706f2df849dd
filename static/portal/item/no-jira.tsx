import Button from '@atlaskit/button/default/button';
import { useId } from 'react';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';

/** In the place of the form, for readers whom Jira does not let in: why they can't ask, and who can help. */
export function NoJira() {
  const why = useId();
  return (
    <div className={forms.panel}>
      <p id={why} className={forms.hint}>
        {t('portal.withoutJira.why')}
      </p>
      <Button appearance="primary" isDisabled aria-describedby={why}>
        {t('portal.withoutJira.request')}
      </Button>
    </div>
  );
}
