import { Suspense } from 'react';
import { rulesOf } from '../../../../src/catalog/domain/field-types';
import type { FieldDefault, FormField } from '../../../../src/catalog/domain/model';
import { worded } from '../../../kit/controls/option';
import { choice, mapped, number } from '../../../kit/fields/controls';
import { type Field, part } from '../../../kit/fields/field';
import { FieldRow } from '../../../kit/fields/fields';
import { t } from '../../../shared/i18n';
import { SkeletonLines } from '../../../shared/skeleton-lines';
import { AnswerInput } from './lazy-answer-input';

type Kind = FieldDefault['kind'] | 'none';

/** What a field starts with: nothing, an answer that is given here, or what its type can find out. */
export function DefaultEditor({ field }: { readonly field: Field<FormField> }) {
  const { value } = field;
  const start = part(field, 'default');
  const { defaults = [], isSecret } = rulesOf(value);
  const kinds: readonly Kind[] = isSecret ? ['none'] : ['none', 'static', ...defaults];
  return (
    <>
      <FieldRow
        field={start}
        label="settings.form.default"
        control={mapped(
          choice(worded('settings.form.defaultKind', kinds)),
          (of: FieldDefault | undefined): Kind => of?.kind ?? 'none',
          startOf,
        )}
      />
      {start.value?.kind === 'static' && (
        <Suspense fallback={<SkeletonLines height={40} count={1} />}>
          <AnswerInput
            key={value.type}
            label={t('settings.form.defaultAnswer')}
            field={value}
            answer={start.value.value}
            readOnly={field.readOnly}
            onChange={(answer) => start.onChange({ kind: 'static', value: answer })}
          />
        </Suspense>
      )}
      {start.value?.kind === 'today' && (
        <FieldRow
          field={{
            ...start,
            value: start.value.days ?? 0,
            path: `${start.path}.days`,
            onChange: (days) => start.onChange({ kind: 'today', ...(days !== 0 && { days }) }),
          }}
          label="settings.form.defaultDays"
          control={number({ isWhole: true, min: -3_660, max: 3_660 })}
        />
      )}
    </>
  );
}

const startOf = (kind: Kind): FieldDefault | undefined =>
  kind === 'none' ? undefined : kind === 'static' ? { kind, value: null } : { kind };
