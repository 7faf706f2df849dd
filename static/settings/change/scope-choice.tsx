import { Radio } from '@atlaskit/radio';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { ChangePlan, ChangeScope } from '../../../src/sla/definitions/domain/answers/changes';
import { t } from '../../shared/i18n';
import { instantAtWall, wallTime, zoneNote } from '../../shared/wall-time';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls';
import styles from './change.module.css';

interface Props {
  /** There is no old rule that clocks could follow. */
  readonly isNew: boolean;
  readonly plan: ChangePlan;
  readonly proposed: ChangeScope;
  readonly onChange: (plan: ChangePlan) => void;
}

const SCOPES = ['new', 'future', 'replay', 'closed'] as const;
const NEW_SCOPES = ['replay', 'closed', 'new'] as const;
const DAY = 86_400_000;

/** On which cycles a change takes effect, each choice with what it means, and when. */
export function ScopeChoice({ isNew, plan, proposed, onChange }: Props) {
  const nameOf = (scope: ChangeScope) =>
    isNew ? t(`settings.change.begin.${scope}`) : t(`settings.change.scope.${scope}`);
  const [now] = useState(() => Date.now());
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.heading}>
        {isNew ? t('settings.change.begin') : t('settings.change.scope')}
      </legend>
      {(isNew ? NEW_SCOPES : SCOPES).map((scope) => (
        <div key={scope} className={styles.scope}>
          <Radio
            name="change-scope"
            value={scope}
            isChecked={plan.scope === scope}
            label={
              scope === proposed ? t('settings.change.proposed', { scope: nameOf(scope) }) : nameOf(scope)
            }
            onChange={() => onChange({ scope })}
          />
          <p className={styles.meaning}>
            {isNew
              ? t(`settings.change.begin.${scope}.meaning`)
              : t(`settings.change.scope.${scope}.meaning`)}
          </p>
        </div>
      ))}
      {plan.scope === 'closed' ? (
        <LabelledField
          id="change-since"
          label={t('settings.change.since')}
          hint={`${t('settings.change.sinceHint')} ${zoneNote(now)}`}
        >
          <Textfield
            id="change-since"
            type="datetime-local"
            width="medium"
            max={wallTime(now)}
            value={plan.closedSince === undefined ? '' : wallTime(plan.closedSince)}
            onChange={(event) => onChange({ ...plan, closedSince: instantAtWall(event.currentTarget.value) })}
          />
        </LabelledField>
      ) : plan.scope === 'replay' ? (
        <p className={forms.hint}>{t('settings.change.atOnce')}</p>
      ) : (
        <LabelledField
          id="change-from"
          label={t('settings.change.from')}
          hint={`${t('settings.change.fromHint')} ${zoneNote(now)}`}
        >
          <Textfield
            id="change-from"
            type="datetime-local"
            width="medium"
            min={wallTime(now)}
            max={wallTime(now + 7 * DAY)}
            value={plan.from === undefined ? '' : wallTime(plan.from)}
            onChange={(event) => onChange({ ...plan, from: instantAtWall(event.currentTarget.value) })}
          />
        </LabelledField>
      )}
    </fieldset>
  );
}
