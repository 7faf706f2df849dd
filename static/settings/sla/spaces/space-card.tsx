import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { driftOf } from '../../../../src/sla/definitions/domain/rules/drift';
import type { Goal, MetricDefinition } from '../../../../src/sla/engine/model';
import { FindingsAt } from '../../../kit/editor-page/findings-at';
import { type Field, formOf } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { driftText } from '../../model/drift-text';
import { givenOwnGoals, withOwnGoals } from '../../model/spaces';
import { GoalList, type GoalListProps } from '../goal-list';

interface Props extends Pick<GoalListProps, 'around'> {
  /** The project's id. */
  readonly id: string;
  readonly of: Field<MetricDefinition>;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One space: whether it follows the standard, in what it does not, and its own goals when they are opened. */
export function SpaceCard({ id, of, around, open, onOpen }: Props) {
  const { value: metric, readOnly, onChange } = of;
  const spaces = metric.spaces ?? [];
  const place = spaces.findIndex((space) => space.id === id);
  const goals = spaces[place]?.goals;
  const space = around.catalog.valueName('projectId', id);
  const path = `spaces.${place}`;
  // Without goals it follows the standard.
  const write = (own: readonly Goal[]) => onChange(withOwnGoals(metric, id, own));
  const act = (action: string, onClick: () => void, isExpanded?: boolean) => (
    <Button
      appearance="subtle"
      aria-expanded={isExpanded}
      aria-label={t('settings.spaces.action', { space, action: t(action) })}
      onClick={onClick}
    >
      {t(action)}
    </Button>
  );
  const opens = open ? 'settings.spaces.close' : readOnly ? 'settings.spaces.show' : 'settings.spaces.edit';
  return (
    <li className={forms.card}>
      <FindingsAt path={path}>
        <div className={forms.row}>
          <strong className={forms.grow}>{space}</strong>
          <Lozenge appearance={goals === undefined ? 'default' : 'inprogress'}>
            {goals === undefined
              ? t('settings.spaces.follows')
              : t('settings.spaces.own', { count: goals.length })}
          </Lozenge>
          {goals !== undefined && act(opens, () => onOpen(!open), open)}
          {goals !== undefined && !readOnly && act('settings.spaces.follow', () => write([]))}
          {goals === undefined &&
            !readOnly &&
            act('settings.spaces.give', () => {
              onChange(givenOwnGoals(metric, id));
              onOpen(true);
            })}
        </div>
        {goals !== undefined && <DriftList metric={metric} goals={goals} around={around} />}
        {goals !== undefined && open && (
          <div className={forms.nested} role="group" aria-label={t('settings.spaces.goalsOf', { space })}>
            <GoalList
              of={{ ...formOf(goals, readOnly, write), path: `${path}.goals` }}
              standard={metric.calendar}
              around={around}
            />
            <Button appearance="subtle" onClick={() => onOpen(false)}>
              {t('settings.spaces.close')}
            </Button>
          </div>
        )}
      </FindingsAt>
    </li>
  );
}

interface DriftProps extends Pick<Props, 'around'> {
  readonly metric: MetricDefinition;
  readonly goals: readonly Goal[];
}

/** In what the space departs from the standard, line by line. */
function DriftList({ metric, goals, around }: DriftProps) {
  const drift = driftOf(metric, goals);
  if (drift.length === 0) return <p className={forms.hint}>{t('settings.spaces.alike')}</p>;
  return (
    <ul className={forms.problems}>
      {drift.map((each, index) => (
        <li key={index}>{driftText(each, metric.calendar, around)}</li>
      ))}
    </ul>
  );
}
