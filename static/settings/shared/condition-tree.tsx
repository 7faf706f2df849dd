import type { ReactNode } from 'react';
import { type Condition, isLeaf } from '../../../src/kernel/condition';
import { AddButton, OneOf, RemoveButton } from '../../kit/controls';
import { add, elements, type Field, formOf, part, seenAs } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import {
  type Combination,
  conditionOf,
  type ConditionGroup,
  groupOf,
  simplest,
} from '../model/condition-group';

/** What a subject says of its own tests. */
export interface TestProfile<Test> {
  readonly newTest: () => Test;
  readonly edit: (test: Test, onChange: (test: Test) => void) => ReactNode;
}

interface Props<Test> {
  readonly label: string;
  readonly value: Condition<Test> | undefined;
  readonly profile: TestProfile<Test>;
  readonly readOnly?: boolean;
  /** Said where there is no condition. */
  readonly whenNone?: string;
  readonly onChange: (condition: Condition<Test> | undefined) => void;
}

/** Deeper nesting nobody can read. */
const MOST_DEPTH = 3;

/** Rows of single tests and groups of them, combined by all, any, none or not all. */
export function ConditionTree<Test>({
  label,
  value: condition,
  profile,
  readOnly = false,
  whenNone,
  onChange,
}: Props<Test>) {
  return (
    <fieldset className={`${forms.fieldset} ${forms.panel}`}>
      <legend className={forms.label}>{label}</legend>
      {condition === undefined && whenNone !== undefined && <p className={forms.hint}>{whenNone}</p>}
      <Group
        of={formOf(groupOf(condition), readOnly, (group) => onChange(simplest(group)))}
        depth={1}
        path=""
        profile={profile}
      />
    </fieldset>
  );
}

const COMBINATIONS: readonly Combination[] = ['all', 'any', 'none', 'notAll'];

interface GroupProps<Test> {
  readonly of: Field<ConditionGroup<Test>>;
  readonly depth: number;
  /** `2.` in front of the numbers of its rows. */
  readonly path: string;
  readonly profile: TestProfile<Test>;
}

function Group<Test>({ of, depth, path, profile }: GroupProps<Test>) {
  const { readOnly } = of;
  const { how, parts } = of.value;
  const rows = part(of, 'parts');
  const choosesHow = parts.length > 1 || how === 'none' || how === 'notAll' || depth > 1;
  return (
    <>
      {choosesHow && (
        <OneOf
          words="settings.condition"
          label={`${t('settings.condition.how')}${path === '' ? '' : ` ${path.slice(0, -1)}`}`}
          values={COMBINATIONS}
          {...part(of, 'how')}
        />
      )}
      {elements(rows).map((row) => {
        const n = `${path}${row.index + 1}`;
        const remove = !readOnly && (
          <RemoveButton label={t('settings.condition.remove', { n })} onClick={row.remove} />
        );
        return isLeaf(row.value) ? (
          <div key={row.index} className={forms.row}>
            {profile.edit(row.value, row.onChange)}
            {remove}
          </div>
        ) : (
          <div
            key={row.index}
            className={forms.nested}
            role="group"
            aria-label={t('settings.condition.group', { n })}
          >
            <Group
              of={seenAs(row, groupOf, conditionOf)}
              depth={depth + 1}
              path={`${n}.`}
              profile={profile}
            />
            {remove}
          </div>
        );
      })}
      {!readOnly && (
        <div>
          <AddButton onClick={() => add(rows, profile.newTest())}>{t('settings.condition.add')}</AddButton>
          {depth < MOST_DEPTH && parts.length > 0 && (
            <AddButton onClick={() => add(rows, { any: [profile.newTest()] })}>
              {t('settings.condition.addGroup')}
            </AddButton>
          )}
        </div>
      )}
    </>
  );
}
