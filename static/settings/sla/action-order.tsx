import Button from '@atlaskit/button/default/button';
import type { ActionKind } from '../../../src/sla/engine/model';
import { OrderedList } from '../../kit/controls';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import type { Field } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';

const DEFAULT: readonly ActionKind[] = ['cancel', 'stop', 'reset', 'pause', 'resume', 'start'];

/** What comes first when one change of a work item asks for several things at once. */
export function ActionOrder({ of }: { readonly of: Field<readonly ActionKind[] | undefined> }) {
  const { value: order, path, readOnly, onChange } = of;
  const shown = [...(order ?? []), ...DEFAULT.filter((each) => !order?.includes(each))];
  const write = (next: readonly ActionKind[]) =>
    onChange(next.every((each, index) => each === DEFAULT[index]) ? undefined : next);
  return (
    <FindingsAt path={path}>
      <section>
        <h4 className={forms.heading}>{t('settings.more.order')}</h4>
        <p className={forms.hint}>
          {t('settings.more.orderHint', {
            order: DEFAULT.map((each) => t(`settings.action.${each}`)).join(' › '),
          })}
        </p>
        <OrderedList
          elements={shown.map((id) => ({ id }))}
          nameOf={({ id }) => t(`settings.action.${id}`)}
          readOnly={readOnly}
          removable={false}
          onChange={(next) => write(next.map(({ id }) => id))}
          render={({ id }, index, controls) => (
            <div className={forms.row}>
              <span className={forms.grow}>
                {index + 1}. {t(`settings.action.${id}`)}
              </span>
              {controls}
            </div>
          )}
        />
        {order !== undefined && !readOnly && (
          <Button appearance="subtle" onClick={() => onChange(undefined)}>
            {t('settings.more.orderDefault')}
          </Button>
        )}
      </section>
    </FindingsAt>
  );
}
