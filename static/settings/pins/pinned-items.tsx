import type { ItemRow } from '../../../src/catalog/domain/call-answers';
import { named } from '../../kit/controls';
import { OrderedList } from '../../kit/controls/ordered-list';
import { Pick } from '../../kit/controls/pick';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { add, type Field } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';

interface Props {
  readonly of: Field<readonly string[]>;
  readonly items: readonly ItemRow[];
  readonly nameOf: (id: string) => string;
}

/** As many as stand in four rows. */
const MOST = 12;

/** Items in the order in which they are shown: moved by drag or with buttons. */
export function PinnedItems({ of, items, nameOf }: Props) {
  const free = items.filter(({ id, state }) => state === 'published' && !of.value.includes(id));
  return (
    <FindingsAt path={of.path}>
      <h3 className={forms.heading}>{t('settings.pins.items')}</h3>
      <p className={forms.hint}>{t('settings.pins.itemsHint')}</p>
      <OrderedList
        elements={of.value.map((id) => ({ id }))}
        nameOf={({ id }) => nameOf(id)}
        readOnly={of.readOnly}
        onChange={(next) => of.onChange(next.map(({ id }) => id))}
        render={({ id }, _, controls) => (
          <div className={forms.row}>
            <span className={forms.grow}>{nameOf(id)}</span>
            {controls}
          </div>
        )}
      />
      {!of.readOnly && of.value.length < MOST && (
        <Pick
          label={t('settings.pins.add')}
          value=""
          readOnly={false}
          options={named(free)}
          onChange={(id) => id !== '' && add(of, id)}
        />
      )}
    </FindingsAt>
  );
}
