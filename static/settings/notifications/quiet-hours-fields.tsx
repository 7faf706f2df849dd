import { WEEKDAYS } from '../../../src/sla/engine/calendar/local-date';
import type { QuietHours, SlaPolicy } from '../../../src/sla/definitions/domain/policy/model';
import { worded } from '../../kit/controls';
import { choice, type Field, Fields, mapped, part, type Row, several, time, zone } from '../../kit/fields';
import { viewer } from '../../shared/context';

const KINDS = ['off', 'hours', 'calendar'] as const;
type Hours = Extract<QuietHours, { kind: 'hours' }>;

/** The night in the zone of whoever sets it: a sensible beginning. */
const night = (): Hours => ({ kind: 'hours', zone: viewer().zone, from: '20:00', to: '08:00', days: [] });

const HOURS = (): readonly Row<Hours>[] => [
  { key: 'from', label: 'settings.notify.from', half: true, control: time() },
  { key: 'to', label: 'settings.notify.to', half: true, control: time() },
  { key: 'zone', label: 'settings.calendar.zone', control: zone() },
  { key: 'days', label: 'settings.notify.days', control: several(worded('settings.day', WEEKDAYS)) },
];

/** When nobody is told: never, between two times of the day, or outside each promise's own working hours. */
export function QuietHoursFields({ policy }: { readonly policy: Field<SlaPolicy> }) {
  const quiet = part(policy, 'quiet');
  const { value } = quiet;
  return (
    <>
      <Fields
        of={policy}
        rows={[
          {
            key: 'quiet',
            label: 'settings.notify.quiet',
            help: 'settings.notify.quietHint',
            control: mapped(
              choice(worded('settings.notify.quiet', KINDS)),
              ({ kind }: QuietHours) => kind,
              (kind) => (kind === 'hours' ? night() : { kind }),
            ),
          },
        ]}
      />
      {value.kind === 'hours' && <Fields of={{ ...quiet, value }} rows={HOURS()} />}
    </>
  );
}
