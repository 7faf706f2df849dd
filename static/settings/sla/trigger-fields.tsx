import type { CommentAuthor, Trigger } from '../../../src/sla/engine/model';
import { GroupList, named, OneOf, Pick, ValueList, worded } from '../../kit/controls';
import { type Field, orElse, orNone, part, seenAs } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import { conditionText } from '../model/condition-text';
import type { Surroundings } from '../model/metric-text';
import { ConditionEditor } from '../shared/condition-editor';
import { ChangedFields } from './changed-fields';

interface Props {
  readonly of: Field<Trigger>;
  /** Its metrics are those an event may come from: all others. */
  readonly around: Surroundings;
}

const AUTHORS: readonly CommentAuthor[] = ['agent', 'requester', 'other', 'app'];
const AUDIENCES = ['public', 'internal', 'any'] as const;
const DECISIONS = ['requested', 'approved', 'declined', 'any'] as const;
const MOMENTS = ['started', 'met', 'breached', 'stopped', 'paused'] as const;

/** What an event needs to know, by its kind. */
export function TriggerFields({ of, around: { catalog, metrics } }: Props) {
  const { linkWords } = useDirectory(catalog);
  const { value } = of;
  switch (value.on) {
    case 'created':
      return null;
    case 'changed':
      return <ChangedFields of={{ ...of, value }} catalog={catalog} />;
    case 'while':
      return (
        <>
          {of.readOnly && <span>{conditionText(value.condition, catalog)}</span>}
          <ConditionEditor
            label={t('settings.trigger.while')}
            catalog={catalog}
            {...orElse(part({ ...of, value }, 'condition'), { all: [] })}
          />
        </>
      );
    case 'commented':
      return <CommentedFields of={{ ...of, value }} />;
    case 'approval':
      return (
        <OneOf words="settings.trigger.decision" values={DECISIONS} {...part({ ...of, value }, 'decision')} />
      );
    case 'linked':
    case 'unlinked': {
      const types = orNone(part({ ...of, value }, 'linkTypes'));
      return (
        <>
          {types.value.length === 0 && <span>{t('settings.trigger.anyLink')}</span>}
          <ValueList label={t('settings.trigger.linkTypes')} options={linkWords} {...types} />
        </>
      );
    }
    case 'metric':
      return (
        <>
          <Pick
            label={t('settings.trigger.metric')}
            options={named(metrics)}
            {...part({ ...of, value }, 'metricId')}
          />
          <OneOf words="settings.trigger.moment" values={MOMENTS} {...part({ ...of, value }, 'to')} />
        </>
      );
  }
}

type Texts = readonly string[];

/** Whose comments count, and of which: anybody's, or only those of members of some groups. */
function CommentedFields({ of }: { readonly of: Field<Extract<Trigger, { readonly on: 'commented' }>> }) {
  const groups = orNone(part(of, 'groups'));
  return (
    <>
      <OneOf words="settings.trigger.audience" values={AUDIENCES} {...part(of, 'audience')} />
      <ValueList
        label={t('settings.trigger.by')}
        options={worded('sla.event.by', AUTHORS)}
        {...seenAs<Texts, readonly CommentAuthor[]>(
          part(of, 'by'),
          (by) => by,
          (by) => AUTHORS.filter((each) => by.includes(each)),
        )}
      />
      <span>{t(groups.value.length === 0 ? 'settings.trigger.anyGroup' : 'settings.trigger.ofGroups')}</span>
      <GroupList label={t('settings.trigger.groups')} {...groups} />
    </>
  );
}
