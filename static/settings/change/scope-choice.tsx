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
  const say = (what: string) => t(isNew ? `settings.change.begin${what}` : `settings.change.scope${what}`);
  const nameOf = (scope: ChangeScope) => say(`.${scope}`);
  const [now] = useState(() => Date.now());
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.heading}>{say('')}</legend>
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
          <p className={styles.meaning}>{say(`.${scope}.meaning`)}</p>
        </div>
      ))}
      {plan.scope === 'closed' && (
        <Moment
          label={t('settings.change.since')}
          hint={t('settings.change.sinceHint')}
          now={now}
          at={plan.closedSince}
          max={wallTime(now)}
          onChange={(closedSince) => onChange({ ...plan, closedSince })}
        />
      )}
      {plan.scope === 'replay' && <p className={forms.hint}>{t('settings.change.atOnce')}</p>}
      {(plan.scope === 'new' || plan.scope === 'future') && (
        <Moment
          label={t('settings.change.from')}
          hint={t('settings.change.fromHint')}
          now={now}
          at={plan.from}
          min={wallTime(now)}
          max={wallTime(now + 7 * DAY)}
          onChange={(from) => onChange({ ...plan, from })}
        />
      )}
    </fieldset>
  );
}

interface MomentProps {
  readonly label: string;
  readonly hint: string;
  readonly now: number;
  readonly at: number | undefined;
  readonly min?: string;
  readonly max: string;
  readonly onChange: (at: number | undefined) => void;
}

/** An instant by the viewer's wall clock. */
const Moment = ({ label, hint, now, at, min, max, onChange }: MomentProps) => (
  <LabelledField id="change-moment" label={label} hint={`${hint} ${zoneNote(now)}`}>
    <Textfield
      id="change-moment"
      type="datetime-local"
      width="medium"
      min={min}
      max={max}
      value={at === undefined ? '' : wallTime(at)}
      onChange={(event) => onChange(instantAtWall(event.currentTarget.value))}
    />
  </LabelledField>
);
