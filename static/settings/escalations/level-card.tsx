import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import type { EscalationLevel } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { Directory } from '../directory/load-directory';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { ConditionEditor } from '../shared/condition-editor';
import forms from '../../kit/forms.module.css';
import { ActionsEditor } from './actions-editor';
import { LevelRepeat } from './level-repeat';
import { LevelTime } from './level-time';

interface Props {
  readonly n: number;
  readonly level: EscalationLevel;
  readonly catalog: FieldCatalog;
  readonly directory: Directory;
  readonly readOnly: boolean;
  readonly controls: ReactNode;
  readonly onChange: (level: EscalationLevel) => void;
}

/** One level: its name, when it acts, the condition it depends on, its actions. */
export function LevelCard({ n, level, catalog, directory, readOnly, controls, onChange }: Props) {
  const withCondition = (when: EscalationLevel['when']) => {
    const { when: _before, ...rest } = level;
    onChange(when === undefined ? rest : { ...rest, when });
  };
  return (
    <>
      <div className={forms.row}>
        <div className={forms.grow}>
          <Textfield
            aria-label={t('settings.level.name', { n })}
            placeholder={t('settings.level.namePlaceholder')}
            value={level.name}
            isReadOnly={readOnly}
            onChange={(event) => onChange({ ...level, name: event.currentTarget.value })}
          />
        </div>
        {controls}
      </div>
      <LevelTime n={n} at={level.at} readOnly={readOnly} onChange={(at) => onChange({ ...level, at })} />
      <LevelRepeat n={n} level={level} readOnly={readOnly} onChange={onChange} />
      {(level.when !== undefined || readOnly) && (
        <p className={forms.hint}>
          {level.when === undefined
            ? t('settings.level.always')
            : t('settings.level.onlyIf', { condition: conditionText(level.when, catalog) })}
        </p>
      )}
      {!readOnly && (
        <ConditionEditor
          label={t('settings.level.when', { n })}
          value={level.when}
          catalog={catalog}
          onChange={withCondition}
        />
      )}
      <ActionsEditor
        n={n}
        actions={level.actions}
        catalog={catalog}
        directory={directory}
        readOnly={readOnly}
        onChange={(actions) => onChange({ ...level, actions })}
      />
    </>
  );
}
