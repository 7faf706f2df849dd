import type { Commitment, JqlSource } from '../../../../src/sla/engine/model';
import { AmountField, OneOf, RemoveButton, TextInput } from '../../../kit/controls';
import { FindingsAt } from '../../../kit/editor-page/findings-at';
import { edit, type Element, Fields, part, type Row, text } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { newSource } from './commitment-presets';

const query = (key: 'among' | 'matching'): Row<JqlSource> => ({
  key,
  label: `settings.commitment.${key}`,
  help: `settings.commitment.${key}Hint`,
  control: text({ lines: 1, isMonospaced: true }),
});
const QUERIES = [query('among'), query('matching')];

/** One commitment: its name, what it must reach, and where its value comes from. */
export function CommitmentCard({ of }: { readonly of: Element<Commitment> }) {
  const n = of.index + 1;
  const target = part(of, 'target');
  const source = part(of, 'source');
  return (
    <li className={forms.card}>
      <Fields
        of={of}
        rows={[{ key: 'name', label: { said: t('settings.commitment.name', { n }) }, control: text() }]}
      />
      <FindingsAt path={target.path}>
        <div className={forms.row}>
          <OneOf
            words="settings.commitment"
            label={t('settings.commitment.direction', { n })}
            values={['atLeast', 'atMost']}
            {...part(of, 'direction')}
          />
          <AmountField label={t('settings.commitment.target', { n })} min={-Infinity} {...target} />
          {source.value.kind === 'jql' ? (
            <span>%</span>
          ) : (
            <TextInput
              isCompact
              width={84}
              label={t('settings.commitment.unit', { n })}
              placeholder={t('settings.commitment.unitHint')}
              {...part(of, 'unit')}
            />
          )}
          <OneOf
            words="settings.commitment.source"
            params={{ n }}
            values={['manual', 'jql']}
            {...source}
            value={source.value.kind}
            onChange={(kind) => edit(of, { source: newSource(kind), ...(kind === 'jql' && { unit: '%' }) })}
          />
          {!of.readOnly && (
            <RemoveButton label={t('settings.commitment.remove', { n })} onClick={of.remove} />
          )}
        </div>
      </FindingsAt>
      {source.value.kind === 'jql' && <Fields of={{ ...source, value: source.value }} rows={QUERIES} />}
    </li>
  );
}
