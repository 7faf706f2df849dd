import type { CalendarSource } from '../../../src/sla/engine/model';
import { AddButton, Choice, named, Pick } from '../../kit/controls';
import { add, edit, type Field, part, RowList, seenAs } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import type { Surroundings } from '../model/metric-text';
import { MapKey } from './map-key';

type ByField = Extract<CalendarSource, { readonly kind: 'field' }>;

interface Props {
  readonly label: string;
  readonly of: Field<ByField>;
  readonly around: Surroundings;
}

/** What stands for no calendar: time counts around the clock. */
export const ALWAYS = '24x7';

type Entries = readonly (readonly [value: string, calendarId: string])[];

/** A calendar for each value of a field, and one for anything else. */
export function CalendarMap({ label, of, around: { catalog, calendars } }: Props) {
  const { field, map } = of.value;
  const options = named(calendars);
  const entries = seenAs<Entries, ByField['map']>(part(of, 'map'), Object.entries, Object.fromEntries);
  return (
    <div role="group" aria-label={t('settings.goal.calendarsOf', { label })}>
      <div className={forms.row}>
        <Pick
          label={t('settings.goal.calendarField', { label })}
          options={catalog.fields}
          {...part(of, 'field')}
          onChange={(chosen) => edit(of, { field: chosen, map: {} })}
        />
      </div>
      <RowList
        of={entries}
        row={(entry, k) => (
          <>
            <MapKey
              label={t('settings.goal.calendarValue', { label, k })}
              options={catalog.valuesOf(field)}
              {...seenAs(
                entry,
                ([value]) => value,
                (value, [, id]) => [value, id] as const,
              )}
            />
            <span aria-hidden="true">→</span>
            <Pick
              label={t('settings.goal.calendarOf', { value: catalog.valueName(field, entry.value[0]) })}
              options={options}
              {...seenAs(
                entry,
                ([, id]) => id,
                (id, [value]) => [value, id] as const,
              )}
            />
          </>
        )}
        removes={(_, k) => t('settings.goal.calendarValueRemove', { label, k })}
      />
      {!of.readOnly && calendars[0] !== undefined && (
        <AddButton isDisabled={'' in map} onClick={() => add(entries, ['', calendars[0]?.id ?? ''])}>
          {t('settings.goal.calendarValueAdd')}
        </AddButton>
      )}
      <div className={forms.row}>
        <span>{t('settings.goal.calendarElse')}</span>
        <Choice
          label={t('settings.goal.calendarFallback', { label })}
          options={[...options, { value: ALWAYS, label: t('settings.calendar.always') }]}
          {...seenAs(
            part(of, 'fallback'),
            (id) => id ?? ALWAYS,
            (id) => (id === ALWAYS ? null : id),
          )}
        />
      </div>
    </div>
  );
}
