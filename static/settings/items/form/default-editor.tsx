import { Suspense } from 'react';
import { isAnswerable, partsOf, rulesOf } from '../../../../src/catalog/domain/field-types';
import type { FieldDefault, FormField } from '../../../../src/catalog/domain/model';
import { worded } from '../../../kit/controls/option';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { check, choice, mapped, number, text } from '../../../kit/fields/controls';
import { type Field, part } from '../../../kit/fields/field';
import { FieldRow } from '../../../kit/fields/fields';
import { t } from '../../../shared/i18n';
import { SkeletonLines } from '../../../shared/skeleton-lines';
import { ANSWER_PARAM } from '../../../portal/form/answer-param';
import { Copied } from '../../shared/copied';
import { AnswerInput } from './lazy-answer-input';

type Kind = FieldDefault['kind'] | 'none';
type Part = ReturnType<typeof partsOf>[number];
const ACCOUNT: Part = 'account';

/** What a field starts with: nothing, an answer that is given here, or what its type can find out. */
export function DefaultEditor({ field }: { readonly field: Field<FormField> }) {
  const { value } = field;
  const start = part(field, 'default');
  const { defaults = [] } = rulesOf(value);
  const isOpen = isAnswerable(value);
  const parts = partsOf(value);
  const offered = parts.length > 0 ? defaults : defaults.filter((kind) => kind !== 'requester');
  const kinds: readonly Kind[] = isOpen ? ['none', 'static', ...offered, 'previous'] : ['none'];
  // Nothing to choose: what is calculated or secret starts with nothing.
  if (!isOpen && start.value === undefined) return null;
  return (
    <>
      <FieldRow
        field={start}
        label="settings.form.default"
        control={mapped(
          choice(worded('settings.form.defaultKind', kinds)),
          (of: FieldDefault | undefined): Kind => of?.kind ?? 'none',
          (kind) => startOf(kind, parts),
        )}
      />
      {start.value?.kind === 'requester' && parts.length > 1 && (
        <FieldRow
          field={{
            ...start,
            value: start.value.what ?? ACCOUNT,
            path: `${start.path}.what`,
            onChange: (what: Part) =>
              start.onChange({ kind: 'requester', ...(what !== 'account' && { what }) }),
          }}
          label="settings.form.defaultPart"
          help="settings.form.defaultPartHelp"
          control={choice(worded('settings.form.part', parts))}
        />
      )}
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
      {start.value?.kind === 'found' && (
        <FieldRow
          field={part({ ...start, value: start.value }, 'jql')}
          label="settings.form.defaultJql"
          help="settings.form.defaultJqlHelp"
          control={text({ maxLength: 1_000 })}
        />
      )}
      {start.value?.kind === 'today' && (
        <FieldRow
          field={{
            ...start,
            value: start.value.days ?? 0,
            path: `${start.path}.days`,
            onChange: (days) => start.onChange(todayOf({ ...start.value, days })),
          }}
          label="settings.form.defaultDays"
          control={number({ isWhole: true, min: -3_660, max: 3_660 })}
        />
      )}
      {start.value?.kind === 'today' && (
        <FieldRow
          field={{
            ...start,
            value: start.value.working ?? false,
            path: `${start.path}.working`,
            onChange: (working) => start.onChange(todayOf({ ...start.value, working })),
          }}
          label="settings.form.defaultWorking"
          control={check()}
        />
      )}
      {isOpen && !value.optionList && !field.readOnly && (
        <LabelledField
          id={`${value.id}-address`}
          label={t('settings.form.address')}
          hint={t('settings.form.addressHelp')}
        >
          <Copied label={t('settings.form.address')} text={`?${ANSWER_PARAM}${value.id}=`} />
        </LabelledField>
      )}
    </>
  );
}

function startOf(kind: Kind, [first]: readonly Part[]): FieldDefault | undefined {
  if (kind === 'none') return undefined;
  if (kind === 'static') return { kind, value: null };
  if (kind === 'found') return { kind, jql: '' };
  return kind === 'requester' && first && first !== 'account' ? { kind, what: first } : { kind };
}

const todayOf = ({
  days,
  working,
}: {
  readonly days?: number;
  readonly working?: boolean;
}): FieldDefault => ({
  kind: 'today',
  ...(days && { days }),
  ...(working && { working }),
});
