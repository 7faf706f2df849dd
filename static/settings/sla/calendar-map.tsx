import type { CalendarSource } from '../../../src/sla/engine/model';
import { AddButton } from '../../kit/controls/add-button';
import { RemoveButton } from '../../kit/controls/remove-button';
import { Choice } from '../../kit/controls/choice';
import { named } from '../../kit/controls/option';
import { Pick } from '../../kit/controls/pick';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import type { Surroundings } from '../model/metric-text';
import { MapKey } from './map-key';

type ByField = Extract<CalendarSource, { readonly kind: 'field' }>;

interface Props {
  readonly label: string;
  readonly source: ByField;
  readonly around: Surroundings;
  readonly readOnly: boolean;
  readonly onChange: (source: ByField) => void;
}

/** What stands for no calendar: time counts around the clock. */
export const ALWAYS = '24x7';

/** A calendar for each value of a field, and one for anything else. */
export function CalendarMap({ label, source, around, readOnly, onChange }: Props) {
  const { catalog, calendars } = around;
  const options = named(calendars);
  const entries = Object.entries(source.map);
  const write = (at: number, entry: readonly [string, string]) =>
    onChange({
      ...source,
      map: Object.fromEntries(entries.map((each, index) => (index === at ? entry : each))),
    });
  return (
    <div role="group" aria-label={t('settings.goal.calendarsOf', { label })}>
      <div className={forms.row}>
        <Pick
          label={t('settings.goal.calendarField', { label })}
          value={source.field}
          options={catalog.fields}
          readOnly={readOnly}
          onChange={(field) => onChange({ ...source, field, map: {} })}
        />
      </div>
      {entries.map(([value, calendarId], index) => (
        <div key={index} className={forms.row}>
          <MapKey
            label={t('settings.goal.calendarValue', { label, k: index + 1 })}
            value={value}
            options={catalog.valuesOf(source.field)}
            readOnly={readOnly}
            onChange={(key) => write(index, [key, calendarId])}
          />
          <span aria-hidden="true">→</span>
          <Pick
            label={t('settings.goal.calendarOf', { value: catalog.valueName(source.field, value) })}
            value={calendarId}
            options={options}
            readOnly={readOnly}
            onChange={(id) => write(index, [value, id])}
          />
          {!readOnly && (
            <RemoveButton
              label={t('settings.goal.calendarValueRemove', { label, k: index + 1 })}
              onClick={() =>
                onChange({ ...source, map: Object.fromEntries(entries.filter((_, at) => at !== index)) })
              }
            />
          )}
        </div>
      ))}
      {!readOnly && calendars[0] !== undefined && (
        <AddButton
          isDisabled={'' in source.map}
          onClick={() => onChange({ ...source, map: { ...source.map, '': calendars[0]?.id ?? '' } })}
        >
          {t('settings.goal.calendarValueAdd')}
        </AddButton>
      )}
      <div className={forms.row}>
        <span>{t('settings.goal.calendarElse')}</span>
        <Choice
          label={t('settings.goal.calendarFallback', { label })}
          value={source.fallback ?? ALWAYS}
          readOnly={readOnly}
          options={[...options, { value: ALWAYS, label: t('settings.calendar.always') }]}
          onChange={(id) => onChange({ ...source, fallback: id === ALWAYS ? null : id })}
        />
      </div>
    </div>
  );
}
