import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { Condition } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import {
  type Combination,
  conditionOf,
  type ConditionGroup,
  groupOf,
  isLeaf,
  simplest,
} from '../model/condition-group';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced, without } from '../model/reorder';
import { Choice } from './choice';
import forms from './forms.module.css';
import { LeafEditor } from './leaf-editor';

interface Props {
  readonly label: string;
  readonly condition: Condition | undefined;
  readonly catalog: FieldCatalog;
  readonly onChange: (condition: Condition | undefined) => void;
}

/** Deeper nesting nobody can read. */
const MOST_DEPTH = 3;

/** Rows of `field – is – values` and groups of them, combined by all, any, none or not all. */
export function ConditionEditor({ label, condition, catalog, onChange }: Props) {
  return (
    <fieldset className={forms.fieldset}>
      <legend className={forms.label}>{label}</legend>
      <Group
        group={groupOf(condition)}
        depth={1}
        path=""
        catalog={catalog}
        onChange={(group) => onChange(simplest(group))}
      />
    </fieldset>
  );
}

const COMBINATIONS: readonly Combination[] = ['all', 'any', 'none', 'notAll'];

interface GroupProps {
  readonly group: ConditionGroup;
  readonly depth: number;
  /** `2.` in front of the numbers of its rows. */
  readonly path: string;
  readonly catalog: FieldCatalog;
  readonly onChange: (group: ConditionGroup) => void;
}

function Group({ group, depth, path, catalog, onChange }: GroupProps) {
  const { how, parts } = group;
  const write = (next: readonly Condition[]) => onChange({ how, parts: next });
  const newTest = (): Condition => ({ field: catalog.fields[0]?.value ?? 'priority', op: 'in', values: [] });
  const choosesHow = parts.length > 1 || how === 'none' || how === 'notAll' || depth > 1;
  return (
    <>
      {choosesHow && (
        <Choice
          label={`${t('settings.condition.how')}${path === '' ? '' : ` ${path.slice(0, -1)}`}`}
          value={how}
          options={COMBINATIONS.map((value) => ({ value, label: t(`settings.condition.${value}`) }))}
          onChange={(next) => onChange({ how: next, parts })}
        />
      )}
      {parts.map((part, index) => {
        const number = `${path}${index + 1}`;
        const remove = (
          <IconButton
            appearance="subtle"
            spacing="compact"
            icon={CrossIcon}
            label={t('settings.condition.remove', { n: number })}
            onClick={() => write(without(parts, index))}
          />
        );
        return isLeaf(part) ? (
          <div key={index} className={forms.row}>
            <LeafEditor
              leaf={part}
              catalog={catalog}
              onChange={(leaf) => write(replaced(parts, index, leaf))}
            />
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
              catalog={catalog}
              onChange={(next) => write(replaced(parts, index, conditionOf(next)))}
            />
            {remove}
          </div>
        );
      })}
      <div>
        <Button
          appearance="subtle"
          spacing="compact"
          iconBefore={AddIcon}
          onClick={() => write([...parts, newTest()])}
        >
          {t('settings.condition.add')}
        </Button>
        {depth < MOST_DEPTH && parts.length > 0 && (
          <Button
            appearance="subtle"
            spacing="compact"
            iconBefore={AddIcon}
            onClick={() => write([...parts, { any: [newTest()] }])}
          >
            {t('settings.condition.addGroup')}
          </Button>
        )}
      </div>
    </>
  );
}
