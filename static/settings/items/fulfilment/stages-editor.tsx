import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import type { ReactNode } from 'react';
import type { ItemContent, Stage } from '../../../../src/catalog/domain/model';
import { AddButton } from '../../../kit/controls/add-button';
import { Choice } from '../../../kit/controls/choice';
import { LanguagesSwitch } from '../../../kit/controls/languages';
import { worded } from '../../../kit/controls/option';
import { OrderedList } from '../../../kit/controls/ordered-list';
import { ValueList } from '../../../kit/controls/value-list';
import { FindingsAt } from '../../../kit/editor-page/findings-at';
import { add, elements, type Field, part } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import { localized, t } from '../../../shared/i18n';
import type { TypeStatus } from '../../directory/use-space-types';
import type { FieldCatalog } from '../../model/field-catalog';
import { newId } from '../../model/new-id';
import { withStages } from '../../model/stages-from-statuses';
import { statusOptions } from '../status-choice';
import { TextPair } from '../text-pair';

interface Props {
  readonly item: Field<ItemContent>;
  readonly statuses: readonly TypeStatus[];
  readonly catalog: FieldCatalog;
}

const KINDS: readonly Stage['kind'][] = ['open', 'resolved', 'closed', 'cancelled'];
const ACTORS: readonly Stage['actor'][] = ['provider', 'requester', 'approver', 'nobody'];

const newStage = (): Stage => ({
  id: newId('stage'),
  name: { en: '' },
  statusIds: [],
  actor: 'provider',
  kind: 'open',
});

/** What requesters are told while the work item is in which statuses, in the order in which they read it. */
export function StagesEditor({ item, statuses, catalog }: Props) {
  const stages = part(item, 'stages');
  const fields = elements<Stage>(stages);
  const known = new Set(stages.value.flatMap(({ statusIds }) => statusIds));
  return (
    <FindingsAt path="stages">
      {!item.readOnly && (
        <div>
          <Button
            iconBefore={AddIcon}
            isDisabled={statuses.every(({ id }) => known.has(id))}
            onClick={() => item.onChange(withStages(item.value, statuses))}
          >
            {t('settings.stages.fromStatuses')}
          </Button>
          {statuses.length === 0 && <p className={forms.hint}>{t('settings.stages.noStatuses')}</p>}
        </div>
      )}
      <OrderedList
        elements={stages.value}
        nameOf={(stage, n) => localized(stage.name) || t('settings.stage.nth', { n })}
        readOnly={stages.readOnly}
        onChange={stages.onChange}
        render={(stage, index, controls) => {
          const field = fields[index];
          if (field === undefined) return null;
          const free = statuses.filter(({ id }) => !known.has(id) || stage.statusIds.includes(id));
          return (
            <StageCard
              stage={field}
              controls={controls}
              statuses={statusOptions(free, stage.statusIds, catalog)}
            />
          );
        }}
      />
      {stages.value.length > 0 && <LanguagesSwitch />}
      {!item.readOnly && (
        <AddButton onClick={() => add(stages, newStage())}>{t('settings.stages.add')}</AddButton>
      )}
    </FindingsAt>
  );
}

interface CardProps {
  readonly stage: Field<Stage>;
  readonly controls: ReactNode;
  readonly statuses: ReturnType<typeof statusOptions>;
}

function StageCard({ stage, controls, statuses }: CardProps) {
  const name = localized(stage.value.name);
  return (
    <FindingsAt path={`stages.${stage.value.id}`}>
      <div className={forms.row}>
        <TextPair nameIn={(language) => t('settings.stage.name', { language })} {...part(stage, 'name')} />
        {controls}
      </div>
      <div className={forms.row}>
        <Choice
          label={t('settings.stage.kindOf', { stage: name })}
          options={worded('settings.stage.kind', KINDS)}
          {...part(stage, 'kind')}
        />
        <Choice
          label={t('settings.stage.actorOf', { stage: name })}
          options={worded('settings.stage.actor', ACTORS)}
          {...part(stage, 'actor')}
        />
        <ValueList
          label={t('settings.stage.statuses', { stage: name })}
          options={statuses}
          {...part(stage, 'statusIds')}
        />
      </div>
    </FindingsAt>
  );
}
