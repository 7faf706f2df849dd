import Button from '@atlaskit/button/default/button';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import { checkRules } from '../../../../src/catalog/domain/item/check-rules';
import { isQuestion } from '../../../../src/catalog/domain/field-types';
import type { FormRule } from '../../../../src/catalog/domain/model';
import { useAddressParam } from '../../../kit/address/use-address-param';
import { AddButton } from '../../../kit/controls/add-button';
import { OrderedList } from '../../../kit/controls/ordered-list';
import { add, elements, type Field, orNone, part, seenAs } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { newId } from '../../model/new-id';
import styles from './builder.module.css';
import type { FormParts } from './form-parts';
import { RuleEditor } from './rule-editor';

/** What of the form depends on answers, in the order in which it holds; one rule is open at a time. */
export function RulesEditor({ item }: { readonly item: Field<FormParts> }) {
  const { form } = item.value;
  const all = orNone(part(item, 'rules'));
  // Those of field sets come after the form's own, which beat them.
  const ofSets = all.value.filter(({ set }) => set !== undefined);
  const rules: Field<readonly FormRule[]> = seenAs(
    all,
    (each: readonly FormRule[]): readonly FormRule[] => each.filter(({ set }) => set === undefined),
    (own) => [...own, ...ofSets],
  );
  const [open, setOpen] = useAddressParam('rule');
  const fields = elements(rules);
  const asked = form.findLast(isQuestion);
  const problems = checkRules(rules.value, new Map(form.map((field) => [field.id, field])));
  const nameOf = ({ name }: FormRule, n: number) =>
    t('settings.rule.nth', { n, name: name || t('settings.rule.unnamed') });
  const addOne = (then: FormRule['then'] = []): void => {
    const rule: FormRule = { id: newId('rule'), name: '', then };
    add(rules, rule);
    setOpen(rule.id);
  };
  return (
    <>
      <h3 className={forms.heading}>{t('settings.rule.title')}</h3>
      <p className={forms.hint}>{t('settings.rule.hint')}</p>
      <p className={forms.hint}>{t('settings.form.factsHint')}</p>
      <OrderedList
        elements={rules.value}
        nameOf={nameOf}
        readOnly={rules.readOnly}
        onChange={rules.onChange}
        render={(_, index, controls) => {
          const rule = fields[index];
          if (rule === undefined) return null;
          const { id, name, then } = rule.value;
          const own = problems.filter(({ at }) => at === `rules.${id}` || at.startsWith(`rules.${id}.`));
          return (
            <>
              <div className={styles.head}>
                <span className={styles.name}>
                  <Button
                    appearance="subtle"
                    iconBefore={id === open ? ChevronDownIcon : ChevronRightIcon}
                    aria-expanded={id === open}
                    onClick={() => setOpen(id === open ? '' : id)}
                  >
                    {name || t('settings.rule.unnamed')}
                  </Button>
                </span>
                <span className={styles.marks}>
                  <Lozenge>{t('settings.rule.effects', { count: then.length })}</Lozenge>
                  {own.length > 0 && (
                    <Lozenge appearance="removed">
                      {t('settings.item.problems', { count: own.length })}
                    </Lozenge>
                  )}
                </span>
                <span className={styles.marks}>{controls}</span>
              </div>
              {id === open && <RuleEditor rule={rule} form={form} problems={own} />}
            </>
          );
        }}
      />
      {ofSets.length > 0 && (
        <p className={forms.hint}>
          {t('settings.set.rules', {
            names: ofSets.map(({ name }) => name || t('settings.rule.unnamed')).join(', '),
          })}
        </p>
      )}
      {!rules.readOnly && (
        <div>
          <AddButton onClick={() => addOne()}>{t('settings.rule.add')}</AddButton>
          {asked && (
            <AddButton onClick={() => addOne([{ do: 'refuse', field: asked.id, text: { en: '' } }])}>
              {t('settings.rule.addCheck')}
            </AddButton>
          )}
        </div>
      )}
    </>
  );
}
