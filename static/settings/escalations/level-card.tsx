import type { ReactNode } from 'react';
import type { EscalationLevel } from '../../../src/sla/engine/model';
import { TextInput } from '../../kit/controls';
import { type Element, part } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import { ConditionEditor } from '../shared/condition-editor';
import { type Around } from './action-fields';
import { ActionsEditor } from './actions-editor';
import { LevelRepeat } from './level-repeat';
import { LevelTime } from './level-time';

interface Props {
  readonly level: Element<EscalationLevel>;
  readonly around: Around;
  readonly controls: ReactNode;
}

/** One level: its name, when it acts, the condition it depends on, its actions. */
export function LevelCard({ level, around, controls }: Props) {
  const n = level.index + 1;
  const when = part(level, 'when');
  return (
    <>
      <div className={forms.row}>
        <div className={forms.grow}>
          <TextInput
            isCompact
            label={t('settings.level.name', { n })}
            placeholder={t('settings.level.namePlaceholder')}
            {...part(level, 'name')}
          />
        </div>
        {controls}
      </div>
      <LevelTime n={n} at={part(level, 'at')} />
      <LevelRepeat n={n} level={level} />
      {(when.value !== undefined || level.readOnly) && (
        <p className={forms.hint}>
          {when.value === undefined
            ? t('settings.level.always')
            : t('settings.level.onlyIf', { condition: conditionText(when.value, around.catalog) })}
        </p>
      )}
      <ConditionEditor label={t('settings.level.when', { n })} catalog={around.catalog} {...when} />
      <ActionsEditor n={n} actions={part(level, 'actions')} around={around} />
    </>
  );
}
