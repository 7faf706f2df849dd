import IconButton from '@atlaskit/button/icon/button';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { Commitment, JqlSource } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import { AmountField } from '../../../kit/controls/amount-field';
import { Choice } from '../../../kit/controls/choice';
import forms from '../../../kit/forms.module.css';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { ProblemsAt } from '../../shared/problems-at';
import { newSource } from './commitment-presets';

interface Props {
  readonly commitment: Commitment;
  readonly index: number;
  readonly readOnly: boolean;
  readonly onChange: (commitment: Commitment) => void;
  readonly onRemove: () => void;
}

const DIRECTIONS = ['atLeast', 'atMost'] as const;
const SOURCES = ['manual', 'jql'] as const;
const PARTS = ['among', 'matching'] as const;

/** One commitment: its name, what it must reach, and where its value comes from. */
export function CommitmentCard({ commitment, index, readOnly, onChange, onRemove }: Props) {
  const n = index + 1;
  const path = `terms.commitments.${index}`;
  const { name, unit, direction, target, source } = commitment;
  const edit = (change: Partial<Commitment>) => onChange({ ...commitment, ...change });
  return (
    <li className={forms.card}>
      <ProblemsAt path={`${path}.name`}>
        <LabelledField id={`commitment-${n}-name`} label={t('settings.commitment.name', { n })}>
          <Textfield
            id={`commitment-${n}-name`}
            value={name}
            isReadOnly={readOnly}
            onChange={(event) => edit({ name: event.currentTarget.value })}
          />
        </LabelledField>
      </ProblemsAt>
      <ProblemsAt path={`${path}.target`}>
        <div className={forms.row}>
          <Choice
            label={t('settings.commitment.direction', { n })}
            value={direction}
            isDisabled={readOnly}
            options={DIRECTIONS.map((value) => ({ value, label: t(`settings.commitment.${value}`) }))}
            onChange={(next) => edit({ direction: next })}
          />
          <AmountField
            label={t('settings.commitment.target', { n })}
            value={target}
            min={-Infinity}
            readOnly={readOnly}
            onChange={(next) => edit({ target: next })}
          />
          {source.kind === 'jql' ? (
            <span>%</span>
          ) : (
            <Textfield
              isCompact
              width={84}
              aria-label={t('settings.commitment.unit', { n })}
              placeholder={t('settings.commitment.unitHint')}
              value={unit}
              isReadOnly={readOnly}
              onChange={(event) => edit({ unit: event.currentTarget.value })}
            />
          )}
          <Choice
            label={t('settings.commitment.source', { n })}
            value={source.kind}
            isDisabled={readOnly}
            options={SOURCES.map((value) => ({ value, label: t(`settings.commitment.source.${value}`) }))}
            onChange={(kind) => edit({ source: newSource(kind), ...(kind === 'jql' ? { unit: '%' } : {}) })}
          />
          {!readOnly && (
            <IconButton
              appearance="subtle"
              icon={DeleteIcon}
              label={t('settings.commitment.remove', { n })}
              onClick={onRemove}
            />
          )}
        </div>
      </ProblemsAt>
      {source.kind === 'jql' && (
        <Queries
          n={n}
          path={path}
          source={source}
          readOnly={readOnly}
          onChange={(next) => edit({ source: next })}
        />
      )}
    </li>
  );
}

interface QueriesProps {
  readonly n: number;
  readonly path: string;
  readonly source: JqlSource;
  readonly readOnly: boolean;
  readonly onChange: (source: JqlSource) => void;
}

function Queries({ n, path, source, readOnly, onChange }: QueriesProps) {
  return (
    <>
      {PARTS.map((part) => (
        <ProblemsAt key={part} path={`${path}.source.${part}`}>
          <LabelledField
            id={`commitment-${n}-${part}`}
            label={t(`settings.commitment.${part}`)}
            hint={t(`settings.commitment.${part}Hint`)}
          >
            <Textarea
              id={`commitment-${n}-${part}`}
              minimumRows={1}
              isMonospaced
              value={source[part]}
              isReadOnly={readOnly}
              onChange={(event) => onChange({ ...source, [part]: event.currentTarget.value })}
            />
          </LabelledField>
        </ProblemsAt>
      ))}
    </>
  );
}
