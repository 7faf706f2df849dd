import Button from '@atlaskit/button/default/button';
import { useContext } from 'react';
import { Link } from 'wouter';
import { setsIn, withoutSet, withSet } from '../../../../src/catalog/domain/form/field-sets';
import type { FieldSet } from '../../../../src/catalog/domain/model';
import { Choice } from '../../../kit/controls/choice';
import { named } from '../../../kit/controls/option';
import { RemoveButton } from '../../../kit/controls/remove-button';
import type { Field } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import { ErrorView } from '../../../shared/error-view';
import { localized, t } from '../../../shared/i18n';
import { useLoad } from '../../../shared/use-load';
import { pageAddress } from '../../addresses';
import { readRows } from '../../shared/section';
import { Around } from '../around';
import type { FormParts } from './form-parts';

const readSets = async (): Promise<readonly FieldSet[]> =>
  (await readRows<FieldSet>('fieldSet', { list: 'all' })).rows.map(({ value }) => value);

/** The field sets that a form has questions of, and those that may be put into it. */
export function SetsOfForm({ item }: { readonly item: Field<FormParts> }) {
  const { value, readOnly, onChange } = item;
  const { mayOpenSets = false } = useContext(Around);
  const { loaded, reload } = useLoad('fieldSets', readSets);
  if (loaded.state === 'error') return <ErrorView error={loaded.error} onRetry={reload} />;
  const sets = loaded.state === 'ready' ? loaded.value : [];
  const used = sets.filter(({ id }) => setsIn(value).includes(id));
  // Answers are told apart by ids: what has a question under one of them takes no other.
  const ids = new Set(value.form.map(({ id }) => id));
  const others = sets.filter(({ form }) => form.length > 0 && !form.some(({ id }) => ids.has(id)));
  const hasOwn = ({ id }: FieldSet): boolean => value.form.some(({ set, own }) => set === id && own);
  const anew = (set: FieldSet): void => {
    const form = value.form.map(({ own, ...field }) =>
      field.set === set.id || !own ? field : { ...field, own },
    );
    onChange(withSet({ ...value, form }, set));
  };
  if (sets.length === 0) return null;
  return (
    <>
      {used.map((set) => {
        const name = localized(set.name);
        return (
          <div key={set.id} className={forms.row}>
            <span className={forms.grow}>
              {mayOpenSets ? (
                <Link to={pageAddress('field-sets', set.id)}>{t('settings.set.named', { name })}</Link>
              ) : (
                t('settings.set.managed', { name })
              )}
            </span>
            {!readOnly && hasOwn(set) && (
              <Button appearance="subtle" onClick={() => anew(set)}>
                {t('settings.set.anew', { name })}
              </Button>
            )}
            {!readOnly && (
              <RemoveButton
                label={t('settings.set.remove', { name })}
                onClick={() => onChange(withoutSet(value, set.id))}
              />
            )}
          </div>
        );
      })}
      {!readOnly && others.length > 0 && (
        <Choice
          label={t('settings.set.insert')}
          value=""
          options={[{ value: '', label: t('settings.set.insert') }, ...named(others)]}
          onChange={(chosen) => {
            const set = others.find(({ id }) => id === chosen);
            if (set !== undefined) onChange(withSet(value, set));
          }}
        />
      )}
    </>
  );
}
