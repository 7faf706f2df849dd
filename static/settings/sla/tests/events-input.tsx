import type { LocalDateTime, MetricDefinition, TestEvent } from '../../../../src/sla/engine/model';
import { AddButton, OneOf, RemoveButton } from '../../../kit/controls';
import { add, elements, type Field, part, seenAs } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { EventDetail } from './event-detail';
import styles from './tests.module.css';
import { TimeInput } from './time-input';

interface Props {
  readonly of: Field<readonly TestEvent[]>;
  /** When a new event happens, to begin with. */
  readonly next: LocalDateTime;
  readonly catalog: FieldCatalog;
  /** Whose clocks may hold this one from another work item. */
  readonly metrics: readonly MetricDefinition[];
}

type Kind = TestEvent['kind'];

/** What one of each kind begins as, in the order they are offered. */
const NEW: { readonly [K in Kind]: Omit<Extract<TestEvent, { readonly kind: K }>, 'at'> } = {
  change: { kind: 'change', changes: [{ field: 'status', to: [] }] },
  comment: { kind: 'comment', author: 'agent', public: true },
  approval: { kind: 'approval', decision: 'approved' },
  pause: { kind: 'pause', reason: '' },
  resume: { kind: 'resume' },
  extend: { kind: 'extend', ms: 3_600_000, from: 'target' },
  link: { kind: 'link', linked: true, linkType: 'blocks' },
  child: { kind: 'child', issueId: '1', metricId: '', what: 'pauses' },
};
const KINDS = Object.keys(NEW) as readonly Kind[];

const eventOf = (kind: Kind, { at }: Pick<TestEvent, 'at'>): TestEvent => ({ ...NEW[kind], at });

/** What happens to the made-up issue, in any order. */
export function EventsInput({ of, next, catalog, metrics }: Props) {
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.label}>{t('settings.test.events')}</legend>
      {of.value.length === 0 && <p className={forms.hint}>{t('settings.test.noEvents')}</p>}
      {elements(of).map((event) => {
        const n = event.index + 1;
        return (
          <div
            key={event.index}
            className={styles.event}
            role="group"
            aria-label={t('settings.test.event', { n })}
          >
            <TimeInput label={t('settings.test.eventAt', { n })} {...part(event, 'at')} />
            <OneOf
              words="settings.test.kind"
              label={t('settings.test.eventKind', { n })}
              values={KINDS}
              {...seenAs(event, ({ kind }) => kind, eventOf)}
            />
            <EventDetail n={n} of={event} catalog={catalog} metrics={metrics} />
            {!of.readOnly && (
              <RemoveButton label={t('settings.test.removeEvent', { n })} onClick={event.remove} />
            )}
          </div>
        );
      })}
      {!of.readOnly && (
        <AddButton onClick={() => add(of, eventOf('change', { at: next }))}>
          {t('settings.test.addEvent')}
        </AddButton>
      )}
    </fieldset>
  );
}
