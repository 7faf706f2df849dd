import type { DraftMetric } from '../../../../src/sla/definitions/domain/other-tools/model';
import { t } from '../../../shared/i18n';
import type { Surroundings } from '../../model/metric-text';
import forms from '../../../kit/forms.module.css';
import { MetricLines } from '../../sla/metric-lines';
import { noteText } from './note-text';

interface Props {
  readonly drafted: DraftMetric;
  readonly around: Surroundings;
  readonly taken: boolean;
  readonly onTake: (taken: boolean) => void;
}

/** One metric of a draft: what it would be, what of the original is missing, what was assumed; to be taken or left. */
export function DraftCard({ drafted: { metric, notes }, around, taken, onTake }: Props) {
  const whole = metric.goals.length > 0;
  return (
    <li className={forms.card}>
      <label>
        <input
          type="checkbox"
          checked={taken && whole}
          disabled={!whole}
          onChange={(event) => onTake(event.currentTarget.checked)}
        />{' '}
        <strong>{metric.name.en}</strong>
      </label>
      {whole && <MetricLines metric={metric} around={around} />}
      {(['lost', 'assumed'] as const).map((kind) => {
        const told = notes.filter((note) => note.kind === kind);
        return told.length === 0 ? null : (
          <div key={kind}>
            <span className={forms.label}>{t(`settings.foreign.${kind}`)}</span>
            <ul className={forms.problems}>
              {told.map((note, index) => (
                <li key={index}>{noteText(note, around.catalog)}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </li>
  );
}
