import type { CalendarSource } from '../../../src/sla/engine/model';
import { named, Pick } from '../../kit/controls';
import { Fold } from '../../kit/editor-page/fold';
import { type Field, seenAs } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { calendarName, sourceText, type Surroundings } from '../model/metric-text';
import { ALWAYS, CalendarMap } from './calendar-map';

interface Props {
  readonly label: string;
  /** Of a goal: left out where it follows the metric. */
  readonly of: Field<CalendarSource | undefined>;
  /** Of a goal: the metric's, which it may follow. */
  readonly standard?: CalendarSource;
  readonly around: Surroundings;
}

const BY_FIELD = 'by-field';
const STANDARD = 'standard';

/** Which calendar counts: one, or, for experts, one by the value of a field. */
export function CalendarChoice({ label, of, standard, around }: Props) {
  const { value: source } = of;
  const { catalog, calendars } = around;
  const sourceOf = (value: string): CalendarSource | undefined => {
    const known = source ?? standard;
    if (value === STANDARD) return undefined;
    if (value !== BY_FIELD) return { kind: 'fixed', calendarId: value === ALWAYS ? null : value };
    const fallback = known?.kind === 'fixed' ? known.calendarId || null : null;
    return { kind: 'field', field: catalog.fields[0]?.value ?? 'assignee', map: {}, fallback };
  };
  const follows = standard && {
    value: STANDARD,
    label: t('settings.goal.calendarStandard', { calendar: sourceText(standard, around) }),
  };
  return (
    <>
      <Pick
        label={label}
        options={[
          ...(follows ? [follows] : []),
          ...named(calendars),
          { value: ALWAYS, label: t('settings.calendar.always') },
          { value: BY_FIELD, label: t('settings.goal.calendarByFieldChoice') },
        ]}
        {...seenAs(of, valueOf, sourceOf)}
      />
      {source?.kind === 'field' && (
        <Fold
          title={t('settings.goal.calendarMap', { field: catalog.fieldName(source.field) })}
          summary={[
            ...Object.entries(source.map).map(
              ([value, id]) => `${catalog.valueName(source.field, value)} → ${calendarName(id, around)}`,
            ),
            `${t('settings.goal.calendarElse')} ${calendarName(source.fallback, around)}`,
          ].join('; ')}
          asked={Object.keys(source.map).length === 0 ? FRESH : null}
        >
          <CalendarMap label={label} of={{ ...of, value: source }} around={around} />
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
