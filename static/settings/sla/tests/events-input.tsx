import type { LocalDateTime, MetricDefinition, TestEvent } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { replaced, without } from '../../../kit/controls/reorder';
import { AddButton } from '../../../kit/controls/add-button';
import { RemoveButton } from '../../../kit/controls/remove-button';
import { Choice } from '../../../kit/controls/choice';
import { worded } from '../../../kit/controls/option';
import forms from '../../../kit/forms.module.css';
import { EventDetail } from './event-detail';
import { TimeInput } from './time-input';
import styles from './tests.module.css';

interface Props {
  readonly events: readonly TestEvent[];
  /** When a new event happens, to begin with. */
  readonly next: LocalDateTime;
  readonly catalog: FieldCatalog;
  /** Whose clocks may hold this one from another work item. */
  readonly metrics: readonly MetricDefinition[];
  readonly readOnly: boolean;
  readonly onChange: (events: readonly TestEvent[]) => void;
}

const KINDS = ['change', 'comment', 'approval', 'pause', 'resume', 'extend', 'link', 'child'] as const;

function eventOf(kind: TestEvent['kind'], at: LocalDateTime): TestEvent {
  switch (kind) {
    case 'change':
      return { kind, at, changes: [{ field: 'status', to: [] }] };
    case 'comment':
      return { kind, at, author: 'agent', public: true };
    case 'approval':
      return { kind, at, decision: 'approved' };
    case 'pause':
      return { kind, at, reason: '' };
    case 'resume':
      return { kind, at };
    case 'extend':
      return { kind, at, ms: 3_600_000, from: 'target' };
    case 'link':
      return { kind, at, linked: true, linkType: 'blocks' };
    case 'child':
      return { kind, at, issueId: '1', metricId: '', what: 'pauses' };
  }
}

/** What happens to the made-up issue, in any order. */
export function EventsInput({ events, next, catalog, metrics, readOnly, onChange }: Props) {
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.label}>{t('settings.test.events')}</legend>
      {events.length === 0 && <p className={forms.hint}>{t('settings.test.noEvents')}</p>}
      {events.map((event, index) => {
        const n = index + 1;
        return (
          <div key={index} className={styles.event} role="group" aria-label={t('settings.test.event', { n })}>
            <TimeInput
              label={t('settings.test.eventAt', { n })}
              value={event.at}
              readOnly={readOnly}
              onChange={(at) => onChange(replaced(events, index, { ...event, at }))}
            />
            <Choice
              label={t('settings.test.eventKind', { n })}
              value={event.kind}
              readOnly={readOnly}
              options={worded('settings.test.kind', KINDS)}
              onChange={(kind) => onChange(replaced(events, index, eventOf(kind, event.at)))}
            />
            <EventDetail
              n={n}
              event={event}
              catalog={catalog}
              metrics={metrics}
              readOnly={readOnly}
              onChange={(changed) => onChange(replaced(events, index, changed))}
            />
            {!readOnly && (
              <RemoveButton
                label={t('settings.test.removeEvent', { n })}
                onClick={() => onChange(without(events, index))}
              />
            )}
          </div>
        );
      })}
      {!readOnly && (
        <AddButton onClick={() => onChange([...events, eventOf('change', next)])}>
          {t('settings.test.addEvent')}
        </AddButton>
      )}
    </fieldset>
  );
}
