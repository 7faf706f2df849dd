import type { ReactNode } from 'react';
import { type Condition, isLeaf } from '../../../src/kernel/condition';
import { t } from '../../shared/i18n';
import {
  type Combination,
  conditionOf,
  type ConditionGroup,
  groupOf,
  simplest,
} from '../model/condition-group';
import { replaced, without } from '../../kit/controls/reorder';
import { AddButton } from '../../kit/controls/add-button';
import { RemoveButton } from '../../kit/controls/remove-button';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import forms from '../../kit/forms.module.css';

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
    <fieldset className={forms.fieldset}>
      <legend className={forms.label}>{label}</legend>
      {condition === undefined && whenNone !== undefined && <p className={forms.hint}>{whenNone}</p>}
      <Group
        group={groupOf(condition)}
        depth={1}
        path=""
        profile={profile}
        readOnly={readOnly}
        onChange={(group) => onChange(simplest(group))}
      />
    </fieldset>
  );
}

const COMBINATIONS: readonly Combination[] = ['all', 'any', 'none', 'notAll'];

interface GroupProps<Test> {
  readonly group: ConditionGroup<Test>;
  readonly depth: number;
  /** `2.` in front of the numbers of its rows. */
  readonly path: string;
  readonly profile: TestProfile<Test>;
  readonly readOnly: boolean;
  readonly onChange: (group: ConditionGroup<Test>) => void;
}

function Group<Test>({ group, depth, path, profile, readOnly, onChange }: GroupProps<Test>) {
  const { how, parts } = group;
  const write = (next: readonly Condition<Test>[]) => onChange({ how, parts: next });
  const choosesHow = parts.length > 1 || how === 'none' || how === 'notAll' || depth > 1;
  return (
    <>
      {choosesHow && (
        <Choice
          label={`${t('settings.condition.how')}${path === '' ? '' : ` ${path.slice(0, -1)}`}`}
          value={how}
          readOnly={readOnly}
          options={worded('settings.condition', COMBINATIONS)}
          onChange={(next) => onChange({ how: next, parts })}
        />
      )}
      {parts.map((part, index) => {
        const number = `${path}${index + 1}`;
        const remove = !readOnly && (
          <RemoveButton
            label={t('settings.condition.remove', { n: number })}
            onClick={() => write(without(parts, index))}
          />
        );
        return isLeaf(part) ? (
          <div key={index} className={forms.row}>
            {profile.edit(part, (test) => write(replaced(parts, index, test)))}
            {remove}
          </div>
        ) : (
          <div
            key={index}
            className={forms.nested}
            role="group"
            aria-label={t('settings.condition.group', { n: number })}
          >
            <Group
              group={groupOf(part)}
              depth={depth + 1}
              path={`${number}.`}
              profile={profile}
              readOnly={readOnly}
              onChange={(next) => write(replaced(parts, index, conditionOf(next)))}
            />
            {remove}
          </div>
        );
      })}
      {!readOnly && (
        <div>
          <AddButton onClick={() => write([...parts, profile.newTest()])}>
            {t('settings.condition.add')}
          </AddButton>
          {depth < MOST_DEPTH && parts.length > 0 && (
            <AddButton onClick={() => write([...parts, { any: [profile.newTest()] }])}>
              {t('settings.condition.addGroup')}
            </AddButton>
          )}
        </div>
      )}
    </>
  );
}
