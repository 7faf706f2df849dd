import type { CalendarSource } from '../../../src/sla/engine/model';
import { Fold } from '../../kit/editor-page/fold';
import { named } from '../../kit/controls/option';
import { Pick } from '../../kit/controls/pick';
import { t } from '../../shared/i18n';
import { calendarName, sourceText, type Surroundings } from '../model/metric-text';
import { ALWAYS, CalendarMap } from './calendar-map';

interface Props {
  readonly label: string;
  /** Of a goal: left out where it follows the metric. */
  readonly source: CalendarSource | undefined;
  /** Of a goal: the metric's, which it may follow. */
  readonly standard?: CalendarSource;
  readonly around: Surroundings;
  readonly readOnly: boolean;
  readonly onChange: (source: CalendarSource | undefined) => void;
}

const BY_FIELD = 'by-field';
const STANDARD = 'standard';

/** Which calendar counts: one, or, for experts, one by the value of a field. */
export function CalendarChoice(props: Props) {
  const { label, source, standard, around, readOnly, onChange } = props;
  const known = source ?? standard;
  const choose = (value: string) => {
    if (value === STANDARD) return onChange(undefined);
    if (value !== BY_FIELD) return onChange({ kind: 'fixed', calendarId: value === ALWAYS ? null : value });
    const fallback = known?.kind === 'fixed' ? known.calendarId || null : null;
    onChange({ kind: 'field', field: around.catalog.fields[0]?.value ?? 'assignee', map: {}, fallback });
  };
  return (
    <>
      <Pick
        label={label}
        value={valueOf(source)}
        readOnly={readOnly}
        options={[
          ...(standard === undefined
            ? []
            : [
                {
                  value: STANDARD,
                  label: t('settings.goal.calendarStandard', { calendar: sourceText(standard, around) }),
                },
              ]),
          ...named(around.calendars),
          { value: ALWAYS, label: t('settings.calendar.always') },
          { value: BY_FIELD, label: t('settings.goal.calendarByFieldChoice') },
        ]}
        onChange={choose}
      />
      {source?.kind === 'field' && (
        <Fold
          title={t('settings.goal.calendarMap', { field: around.catalog.fieldName(source.field) })}
          summary={[
            ...Object.entries(source.map).map(
              ([value, id]) =>
                `${around.catalog.valueName(source.field, value)} → ${calendarName(id, around)}`,
            ),
            `${t('settings.goal.calendarElse')} ${calendarName(source.fallback, around)}`,
          ].join('; ')}
          asked={Object.keys(source.map).length === 0 ? FRESH : null}
        >
          <CalendarMap
            label={label}
            source={source}
            around={around}
            readOnly={readOnly}
            onChange={onChange}
          />
        </Fold>
      )}
    </>
  );
}

/** A map without a value has to be filled in: it is open. */
const FRESH = {};

function valueOf(source: CalendarSource | undefined): string {
  if (source === undefined) return STANDARD;
  return source.kind === 'field' ? BY_FIELD : (source.calendarId ?? ALWAYS);
}
