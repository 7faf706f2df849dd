import Textfield from '@atlaskit/textfield';
import type { MetricDefinition, TestEvent } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { Choice } from '../../../kit/controls/choice';
import { named, worded } from '../../../kit/controls/option';
import { GroupList } from '../../../kit/controls/group-list';
import { FieldsInput } from './fields-input';
import { LengthInput } from './length-input';

interface Props {
  readonly n: number;
  readonly event: TestEvent;
  readonly catalog: FieldCatalog;
  readonly metrics: readonly MetricDefinition[];
  readonly readOnly: boolean;
  readonly onChange: (event: TestEvent) => void;
}

const AUTHORS = ['agent', 'requester', 'other', 'app'] as const;
const DECISIONS = ['requested', 'approved', 'declined'] as const;

/** What makes an event what it is: who commented, which field became what. */
export function EventDetail({ n, event, catalog, metrics, readOnly, onChange }: Props) {
  switch (event.kind) {
    case 'change':
      return (
        <FieldsInput
          label={t('settings.test.newValues', { n })}
          entries={event.changes.map(({ field, to }) => ({ field, values: to }))}
          catalog={catalog}
          readOnly={readOnly}
          onChange={(entries) =>
            onChange({ ...event, changes: entries.map(({ field, values }) => ({ field, to: values })) })
          }
        />
      );
    case 'comment':
      return (
        <>
          <Choice
            label={t('settings.test.author', { n })}
            value={event.author}
            readOnly={readOnly}
            options={worded('settings.test.author', AUTHORS)}
            onChange={(author) => onChange({ ...event, author })}
          />
          <Choice
            label={t('settings.test.audience', { n })}
            value={event.public ? 'public' : 'internal'}
            readOnly={readOnly}
            options={worded('settings.test.audience', ['public', 'internal'])}
            onChange={(audience) => onChange({ ...event, public: audience === 'public' })}
          />
          <GroupList
            label={t('settings.test.groups', { n })}
            value={event.groups ?? []}
            readOnly={readOnly}
            onChange={(groups) => onChange(withGroups(event, groups))}
          />
        </>
      );
    case 'approval':
      return (
        <Choice
          label={t('settings.test.decision', { n })}
          value={event.decision}
          readOnly={readOnly}
          options={worded('settings.test.decision', DECISIONS)}
          onChange={(decision) => onChange({ ...event, decision })}
        />
      );
    case 'pause':
      return (
        <Textfield
          isCompact
          width={220}
          aria-label={t('settings.test.reason', { n })}
          placeholder={t('settings.test.reasonPlaceholder')}
          value={event.reason}
          isReadOnly={readOnly}
          onChange={(input) => onChange({ ...event, reason: input.currentTarget.value })}
        />
      );
    case 'resume':
      return null;
    case 'extend':
      return (
        <>
          <LengthInput
            label={t('settings.test.by', { n })}
            value={event.ms}
            readOnly={readOnly}
            onChange={(ms) => onChange({ ...event, ms: ms ?? 0 })}
          />
          <Choice
            label={t('settings.test.from', { n })}
            value={event.from}
            readOnly={readOnly}
            options={worded('settings.test.from', ['target', 'now'])}
            onChange={(from) => onChange({ ...event, from })}
          />
        </>
      );
    case 'link':
      return (
        <>
          <Choice
            label={t('settings.test.linked', { n })}
            value={event.linked ? 'yes' : 'no'}
            readOnly={readOnly}
            options={worded('settings.test.linked', ['yes', 'no'])}
            onChange={(linked) => onChange({ ...event, linked: linked === 'yes' })}
          />
          <Textfield
            isCompact
            width={180}
            aria-label={t('settings.test.linkType', { n })}
            value={event.linkType}
            isReadOnly={readOnly}
            onChange={(input) => onChange({ ...event, linkType: input.currentTarget.value })}
          />
        </>
      );
    case 'child':
      return (
        <>
          <Choice
            label={t('settings.test.child', { n })}
            value={event.what}
            readOnly={readOnly}
            options={worded('settings.test.child', ['pauses', 'resumes'])}
            onChange={(what) => onChange({ ...event, what })}
          />
          <Choice
            label={t('settings.test.childMetric', { n })}
            value={event.metricId}
            readOnly={readOnly}
            options={named(metrics)}
            onChange={(metricId) => onChange({ ...event, metricId })}
          />
          <Textfield
            isCompact
            width={120}
            aria-label={t('settings.test.childIssue', { n })}
            value={event.issueId}
            isReadOnly={readOnly}
            onChange={(input) => onChange({ ...event, issueId: input.currentTarget.value })}
          />
        </>
      );
  }
}

/** Groups a test names must be named as its metric names them; an author of none names none. */
function withGroups(
  { groups: _former, ...comment }: Extract<TestEvent, { readonly kind: 'comment' }>,
  groups: readonly string[],
): TestEvent {
  return groups.length === 0 ? comment : { ...comment, groups };
}
