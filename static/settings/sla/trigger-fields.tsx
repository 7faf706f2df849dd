import type { CommentAuthor, MetricDefinition, Trigger } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { Directory } from '../directory/load-directory';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { Choice } from '../../kit/controls/choice';
import { named, worded } from '../../kit/controls/option';
import { ConditionEditor } from '../shared/condition-editor';
import { Pick } from '../../kit/controls/pick';
import { ValueList } from '../../kit/controls/value-list';
import { ChangedFields } from './changed-fields';
import { CommentGroups } from './comment-groups';

interface Props {
  readonly trigger: Trigger;
  readonly catalog: FieldCatalog;
  readonly directory: Directory;
  /** Metrics an event may come from: all others. */
  readonly metrics: readonly MetricDefinition[];
  readonly readOnly: boolean;
  readonly onChange: (trigger: Trigger) => void;
}

const AUTHORS: readonly CommentAuthor[] = ['agent', 'requester', 'other', 'app'];
const AUDIENCES = ['public', 'internal', 'any'] as const;
const DECISIONS = ['requested', 'approved', 'declined', 'any'] as const;
const MOMENTS = ['started', 'met', 'breached', 'stopped', 'paused'] as const;

/** What an event needs to know, by its kind. */
export function TriggerFields({ trigger, catalog, directory, metrics, readOnly, onChange }: Props) {
  switch (trigger.on) {
    case 'created':
      return null;
    case 'changed':
      return <ChangedFields trigger={trigger} catalog={catalog} readOnly={readOnly} onChange={onChange} />;
    case 'while':
      return readOnly ? (
        <span>{conditionText(trigger.condition, catalog)}</span>
      ) : (
        <ConditionEditor
          label={t('settings.trigger.while')}
          value={trigger.condition}
          catalog={catalog}
          onChange={(condition) => onChange({ on: 'while', condition: condition ?? { all: [] } })}
        />
      );
    case 'commented':
      return (
        <>
          <Choice
            label={t('settings.trigger.audience')}
            value={trigger.audience}
            readOnly={readOnly}
            options={worded('settings.trigger.audience', AUDIENCES)}
            onChange={(audience) => onChange({ ...trigger, audience })}
          />
          <ValueList
            label={t('settings.trigger.by')}
            options={worded('sla.event.by', AUTHORS)}
            value={trigger.by}
            readOnly={readOnly}
            onChange={(by) => onChange({ ...trigger, by: AUTHORS.filter((each) => by.includes(each)) })}
          />
          <CommentGroups trigger={trigger} readOnly={readOnly} onChange={onChange} />
        </>
      );
    case 'approval':
      return (
        <Choice
          label={t('settings.trigger.decision')}
          value={trigger.decision}
          readOnly={readOnly}
          options={worded('settings.trigger.decision', DECISIONS)}
          onChange={(decision) => onChange({ on: 'approval', decision })}
        />
      );
    case 'linked':
    case 'unlinked':
      return (
        <>
          {(trigger.linkTypes ?? []).length === 0 && <span>{t('settings.trigger.anyLink')}</span>}
          <ValueList
            label={t('settings.trigger.linkTypes')}
            options={directory.linkWords}
            value={trigger.linkTypes ?? []}
            readOnly={readOnly}
            onChange={(linkTypes) =>
              onChange(linkTypes.length === 0 ? { on: trigger.on } : { on: trigger.on, linkTypes })
            }
          />
        </>
      );
    case 'metric':
      return (
        <>
          <Pick
            label={t('settings.trigger.metric')}
            value={trigger.metricId}
            options={named(metrics)}
            readOnly={readOnly}
            onChange={(metricId) => onChange({ ...trigger, metricId })}
          />
          <Choice
            label={t('settings.trigger.moment')}
            value={trigger.to}
            readOnly={readOnly}
            options={worded('settings.trigger.moment', MOMENTS)}
            onChange={(to) => onChange({ ...trigger, to })}
          />
        </>
      );
  }
}
