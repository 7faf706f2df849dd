import Button from '@atlaskit/button/default/button';
import { createContext, lazy, Suspense, useContext, useState } from 'react';
import { MOST_LISTED } from '../../../../src/catalog/domain/form/option-list';
import type { ChoiceOption, OptionList } from '../../../../src/catalog/domain/model';
import type { Drawn } from '../../../kit/fields/controls';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';

const LongListDialog = lazy(() => import('./long-list-dialog').then((m) => ({ default: m.LongListDialog })));

/** The options that a choice had of its own before: a list that has none yet begins with them. */
const Former = createContext<readonly ChoiceOption[]>([]);
export const FormerOptions = Former.Provider;

const EMPTY: OptionList = { parts: [], count: 0 };

/** The long list of a choice: how many options it has; they are read when somebody opens it. */
export function LongList({ value: list = EMPTY, readOnly, onChange }: Drawn<OptionList | undefined>) {
  const former = useContext(Former).map(({ id, label }) => ({ id, label }));
  // Options that are stored nowhere else any more are shown at once, to be saved.
  const [isOpen, setOpen] = useState(!readOnly && list.count === 0 && former.length > 0);
  return (
    <>
      <div className={forms.row}>
        <span>{t('settings.form.optionCount', { count: list.count, most: MOST_LISTED })}</span>
        <Button onClick={() => setOpen(true)}>
          {t(readOnly ? 'settings.form.listShow' : 'settings.form.listEdit')}
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <LongListDialog
            list={list}
            former={list.count === 0 ? former : []}
            readOnly={readOnly}
            onStored={onChange}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
