import Button from '@atlaskit/button/default/button';
import type { ReactNode } from 'react';
import type { Goal } from '../../../src/sla/engine/model';
import { useAttention } from '../../kit/editor-page/findings';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { useFold } from '../../kit/editor-page/use-fold';
import type { Element } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { goalCondition, goalName, promiseText, sourceName } from '../model/metric-text';
import { ExampleDue } from './example-due';
import { GoalFields } from './goal-fields';
import type { GoalListProps } from './goal-list';
import styles from './sla.module.css';

export interface GoalProps extends Pick<GoalListProps, 'standard' | 'around'> {
  readonly of: Element<Goal>;
}

interface Props extends GoalProps {
  /** To move and remove it. */
  readonly controls: ReactNode;
  /** It was just added: it is open. */
  readonly asked: object | null;
}

/** One goal, readable as it stands; its fields open below it. */
export function GoalRow(props: Props) {
  const { of, standard, around, controls, asked } = props;
  const { value: goal, path } = of;
  const [isOpen, setOpen] = useFold(useAttention([path], 'errors'), asked);
  const counted = { calendar: standard, ...goal };
  const condition = goalCondition(goal.when, around.catalog);
  const name = goalName(goal, around.catalog);
  return (
    <FindingsAt path={path}>
      <div className={styles.goalRow}>
        <div className={styles.goal}>
          <span>
            {name !== condition && <span className={styles.name}>{name}</span>}
            {condition}
          </span>
          <span>{promiseText(goal.target, around)}</span>
          <span className={goal.calendar === undefined ? styles.subtle : undefined}>
            {goal.target.kind !== 'none' && sourceName(counted.calendar, around)}
          </span>
          <ExampleDue goal={counted} {...around} />
        </div>
        {!of.readOnly && (
          <div className={styles.controls}>
            <Button
              spacing="compact"
              aria-expanded={isOpen}
              aria-label={t('settings.goal.edit', { n: of.index + 1, name })}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'settings.goal.close' : 'settings.goal.open')}
            </Button>
            {controls}
          </div>
        )}
      </div>
      {isOpen && <GoalFields {...props} />}
    </FindingsAt>
  );
}
