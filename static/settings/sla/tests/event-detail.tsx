import type { MetricDefinition, TestEvent } from '../../../../src/sla/engine/model';
import { Choice, GroupList, named, OneOf, TextInput } from '../../../kit/controls';
import { either, type Field, orElse, orNone, part, seenAs } from '../../../kit/fields';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { type FieldEntry, FieldsInput } from './fields-input';
import { LengthInput } from './length-input';

interface Props {
  readonly n: number;
  readonly of: Field<TestEvent>;
  readonly catalog: FieldCatalog;
  readonly metrics: readonly MetricDefinition[];
}

const AUTHORS = ['agent', 'requester', 'other', 'app'] as const;
const DECISIONS = ['requested', 'approved', 'declined'] as const;

/** What makes an event what it is: who commented, which field became what. */
export function EventDetail({ n, of, catalog, metrics }: Props) {
  const { value } = of;
  switch (value.kind) {
    case 'change':
      return (
        <FieldsInput
          label={t('settings.test.newValues', { n })}
          of={seenAs<readonly FieldEntry[], typeof value.changes>(
            part({ ...of, value }, 'changes'),
            (changes) => changes.map(({ field, to }) => ({ field, values: to })),
            (entries) => entries.map(({ field, values }) => ({ field, to: values })),
          )}
          catalog={catalog}
        />
      );
    case 'comment': {
      const comment = { ...of, value };
      return (
        <>
          <OneOf words="settings.test.author" params={{ n }} values={AUTHORS} {...part(comment, 'author')} />
          <OneOf
            words="settings.test.audience"
            params={{ n }}
            values={['public', 'internal']}
            {...either(part(comment, 'public'), 'public', 'internal')}
          />
          {/* Groups a test names must be named as its metric names them; an author of none names none. */}
          <GroupList label={t('settings.test.groups', { n })} {...orNone(part(comment, 'groups'))} />
        </>
      );
    }
    case 'approval':
      return (
        <OneOf
          words="settings.test.decision"
          params={{ n }}
          values={DECISIONS}
          {...part({ ...of, value }, 'decision')}
        />
      );
    case 'pause':
      return (
        <TextInput
          isCompact
          width={220}
          label={t('settings.test.reason', { n })}
          placeholder={t('settings.test.reasonPlaceholder')}
          {...part({ ...of, value }, 'reason')}
        />
      );
    case 'resume':
      return null;
    case 'extend': {
      const extend = { ...of, value };
      return (
        <>
          <LengthInput label={t('settings.test.by', { n })} {...orElse(part(extend, 'ms'), 0)} />
          <OneOf
            words="settings.test.from"
            params={{ n }}
            values={['target', 'now']}
            {...part(extend, 'from')}
          />
        </>
      );
    }
    case 'link': {
      const link = { ...of, value };
      return (
        <>
          <OneOf
            words="settings.test.linked"
            params={{ n }}
            values={['yes', 'no']}
            {...either(part(link, 'linked'), 'yes', 'no')}
          />
          <TextInput
            isCompact
            width={180}
            label={t('settings.test.linkType', { n })}
            {...part(link, 'linkType')}
          />
        </>
      );
    }
    case 'child': {
      const child = { ...of, value };
      return (
        <>
          <OneOf
            words="settings.test.child"
            params={{ n }}
            values={['pauses', 'resumes']}
            {...part(child, 'what')}
          />
          <Choice
            label={t('settings.test.childMetric', { n })}
            options={named(metrics)}
            {...part(child, 'metricId')}
          />
          <TextInput
            isCompact
            width={120}
            label={t('settings.test.childIssue', { n })}
            {...part(child, 'issueId')}
          />
        </>
      );
    }
  }
}
