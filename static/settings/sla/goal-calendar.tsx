import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { CalendarDefinition, CalendarSource } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { Pick } from '../../kit/controls/pick';
import { MapKey } from './map-key';

interface Props {
  readonly n: number;
  readonly source: CalendarSource;
  readonly calendars: readonly CalendarDefinition[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (source: CalendarSource) => void;
}

const ALWAYS = '24x7';
const BY_FIELD = 'by-field';

/** Which calendar counts: one for the goal, or one by the value of a field with a fallback. */
export function GoalCalendar({ n, source, calendars, catalog, readOnly, onChange }: Props) {
  const options = [
    { value: ALWAYS, label: t('settings.calendar.always') },
    ...calendars.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const idOf = (value: string) => (value === ALWAYS ? null : value);
  const choose = (value: string) => {
    if (value !== BY_FIELD) return onChange({ kind: 'fixed', calendarId: idOf(value) });
    const fallback = source.kind === 'fixed' ? source.calendarId : source.fallback;
    onChange({ kind: 'field', field: catalog.fields[0]?.value ?? 'assignee', map: {}, fallback });
  };
  return (
    <>
      <Pick
        label={t('settings.goal.calendar', { n })}
        value={source.kind === 'fixed' ? (source.calendarId ?? ALWAYS) : BY_FIELD}
        readOnly={readOnly}
        options={[...options, { value: BY_FIELD, label: t('settings.goal.calendarByFieldChoice') }]}
        onChange={choose}
      />
      {source.kind === 'field' && (
        <div className={forms.nested} role="group" aria-label={t('settings.goal.calendarMap', { n })}>
          <div className={forms.row}>
            <Pick
              label={t('settings.goal.calendarField', { n })}
              value={source.field}
              options={catalog.fields}
              readOnly={readOnly}
              onChange={(field) => onChange({ ...source, field, map: {} })}
            />
          </div>
          {Object.entries(source.map).map(([value, calendarId], index) => {
            const write = (key: string, id: string) =>
              onChange({
                ...source,
                map: Object.fromEntries(
                  Object.entries(source.map).map((entry, at) => (at === index ? [key, id] : entry)),
                ),
              });
            return (
              <div key={index} className={forms.row}>
                <MapKey
                  label={t('settings.goal.calendarValue', { n, k: index + 1 })}
                  value={value}
                  options={catalog.valuesOf(source.field)}
                  readOnly={readOnly}
                  onChange={(key) => write(key, calendarId)}
                />
                <span aria-hidden="true">→</span>
                <Pick
                  label={t('settings.goal.calendarOf', { value: catalog.valueName(source.field, value) })}
                  value={calendarId}
                  options={options.slice(1)}
                  readOnly={readOnly}
                  onChange={(id) => write(value, id)}
                />
                {!readOnly && (
                  <IconButton
                    appearance="subtle"
                    spacing="compact"
                    icon={CrossIcon}
                    label={t('settings.goal.calendarValueRemove', { n, k: index + 1 })}
                    onClick={() => {
                      const { [value]: _left, ...map } = source.map;
                      onChange({ ...source, map });
                    }}
                  />
                )}
              </div>
            );
          })}
          {!readOnly && calendars[0] !== undefined && (
            <Button
              appearance="subtle"
              spacing="compact"
              iconBefore={AddIcon}
              isDisabled={'' in source.map}
              onClick={() => onChange({ ...source, map: { ...source.map, '': calendars[0]?.id ?? '' } })}
            >
              {t('settings.goal.calendarValueAdd')}
            </Button>
          )}
          <div className={forms.row}>
            <span>{t('settings.goal.calendarElse')}</span>
            <Choice
              label={t('settings.goal.calendarFallback', { n })}
              value={source.fallback ?? ALWAYS}
              readOnly={readOnly}
              options={options}
              onChange={(value) => onChange({ ...source, fallback: idOf(value) })}
            />
          </div>
        </div>
      )}
    </>
  );
}
