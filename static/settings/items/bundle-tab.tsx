import SectionMessage from '@atlaskit/section-message';
import { lazy, Suspense } from 'react';
import { AddButton } from '../../kit/controls/add-button';
import { named } from '../../kit/controls/option';
import { Pick } from '../../kit/controls/pick';
import { RemoveButton } from '../../kit/controls/remove-button';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { add, elements, orNone, part } from '../../kit/fields/field';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import type { ItemTabProps } from './item-tab-props';

const AnswerCondition = lazy(() =>
  import('./form/answer-condition').then((m) => ({ default: m.AnswerCondition })),
);

/** The items of a bundle, each with the answers for which it is ordered. */
export function BundleTab({ item, list }: ItemTabProps) {
  const bundle = orNone(part(item, 'bundle'));
  return (
    <div className={forms.panel}>
      <SectionMessage title={t('settings.bundle.notYet')}>
        <p>{t('settings.bundle.notYetText')}</p>
      </SectionMessage>
      <FindingsAt path={bundle.path}>
        {elements(bundle).map((each) => {
          const n = each.index + 1;
          return (
            <div key={n}>
              <div className={forms.row}>
                <Pick
                  label={t('settings.bundle.nth', { n })}
                  options={named(list.items)}
                  {...part(each, 'itemId')}
                />
                {!item.readOnly && (
                  <RemoveButton label={t('settings.bundle.remove', { n })} onClick={each.remove} />
                )}
              </div>
              <Suspense fallback={null}>
                <AnswerCondition
                  condition={part(each, 'when')}
                  label="settings.bundle.when"
                  whenNone="settings.bundle.always"
                  fields={item.value.form}
                />
              </Suspense>
            </div>
          );
        })}
        {!item.readOnly && (
          <AddButton onClick={() => add(bundle, { itemId: '' })}>{t('settings.bundle.add')}</AddButton>
        )}
      </FindingsAt>
    </div>
  );
}
