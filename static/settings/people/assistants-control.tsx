import { Fragment } from 'react';
import { utcDay } from '../../../src/kernel/utc-day';
import { MOST_ASSISTANTS, type PersonRecord } from '../../../src/people/domain/person';
import { type Control, own, part, orBlank, RowList } from '../../kit/fields';
import { TextInput } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { UserPicker } from '../../shared/user-picker';

/** Who makes requests for somebody, each with the days on which they do. One nobody was chosen for yet keeps the record from being saved. */
export const assistants = (): Control<PersonRecord['assistants']> =>
  own(({ id, label: _label, ...of }) => (
    <RowList
      of={of}
      row={(element, n) => (
        <>
          <div className={forms.grow}>
            <UserPicker
              inputId={`${id}-${n}`}
              label={t('settings.people.assistant', { n })}
              value={element.value.id === '' ? null : element.value.id}
              isDisabled={element.readOnly}
              onChange={(accountId) => element.onChange({ ...element.value, id: accountId ?? '' })}
            />
          </div>
          {(['from', 'until'] as const).map((day) => (
            <Fragment key={day}>
              <span className={forms.note}>{t(`settings.people.${day}Day`)}</span>
              <TextInput
                {...orBlank(part(element, day))}
                type="date"
                width={160}
                label={t(`settings.people.${day}`, { n })}
              />
            </Fragment>
          ))}
        </>
      )}
      removes={(_, n) => t('settings.people.removeAssistant', { n })}
      adds={t('settings.people.addAssistant')}
      make={of.value.length < MOST_ASSISTANTS ? () => ({ id: '', from: utcDay(Date.now()) }) : undefined}
    />
  ));
