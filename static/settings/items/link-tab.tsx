import { FindingsAt } from '../../kit/editor-page/findings-at';
import { part } from '../../kit/fields/field';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { DestinationEditor } from './destination-editor';
import type { ItemTabProps } from './item-tab-props';

/** What an item without a form opens. */
export function LinkTab({ item }: Pick<ItemTabProps, 'item'>) {
  const opens = part(item, 'opens');
  return (
    <div className={forms.panel}>
      <p className={forms.hint}>{t('settings.link.hint')}</p>
      <FindingsAt path={opens.path}>
        <div className={forms.row}>
          <DestinationEditor
            label={t('settings.link.opens')}
            kinds={['url', 'page']}
            {...opens}
            value={opens.value ?? { kind: 'url', url: '' }}
          />
        </div>
      </FindingsAt>
    </div>
  );
}
