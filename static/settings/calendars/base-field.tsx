import { possibleBases } from '../../../src/sla/engine';
import type { CalendarDefinition } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { ProblemsAt } from '../shared/problems-at';

interface Props {
  readonly calendar: CalendarDefinition;
  readonly calendars: readonly CalendarDefinition[];
  readonly readOnly: boolean;
  readonly onChange: (calendar: CalendarDefinition) => void;
}

const NONE = '';

/** The calendar that says what this one says nothing of, if any. */
export function BaseField({ calendar, calendars, readOnly, onChange }: Props) {
  const bases = possibleBases(calendars, calendar.id);
  if (bases.length === 0 && calendar.baseId === undefined) return null;
  const choose = (id: string): void => {
    const { baseId: _former, ...rest } = calendar;
    onChange(id === NONE ? rest : { ...rest, baseId: id });
  };
  return (
    <ProblemsAt path="baseId">
      <div className={forms.field}>
        <span className={forms.label}>{t('settings.calendar.base')}</span>
        <Choice
          label={t('settings.calendar.base')}
          value={calendar.baseId ?? NONE}
          isDisabled={readOnly}
          options={[
            { value: NONE, label: t('settings.calendar.noBase') },
            ...bases.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={choose}
        />
        <span className={forms.hint}>{t('settings.calendar.baseHint')}</span>
      </div>
    </ProblemsAt>
  );
}
