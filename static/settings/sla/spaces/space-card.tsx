import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { driftOf } from '../../../../src/sla/definitions/domain/rules/drift';
import type { Goal, HolidaySet, MetricDefinition } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import { driftText } from '../../model/drift-text';
import type { Surroundings } from '../../model/metric-text';
import forms from '../../../kit/forms.module.css';
import { FindingsAt } from '../../../kit/editor-page/findings-at';
import { GoalList } from '../goal-list';

interface Props {
  /** The project's id. */
  readonly id: string;
  readonly metric: MetricDefinition;
  readonly around: Surroundings;
  readonly holidaySets: readonly HolidaySet[];
  readonly readOnly: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Copies the standard's goals. */
  readonly onGive: () => void;
  /** Without goals it follows the standard. */
  readonly onChange: (goals: readonly Goal[]) => void;
}

/** One space: whether it follows the standard, in what it does not, and its own goals when they are opened. */
export function SpaceCard(props: Props) {
  const { id, metric, around, open, onOpen } = props;
  const spaces = metric.spaces ?? [];
  const place = spaces.findIndex((space) => space.id === id);
  const goals = spaces[place]?.goals;
  const space = around.catalog.valueName('projectId', id);
  return (
    <li className={forms.card}>
      <FindingsAt path={`spaces.${place}`}>
        <div className={forms.row}>
          <strong className={forms.grow}>{space}</strong>
          <Lozenge appearance={goals === undefined ? 'default' : 'inprogress'}>
            {goals === undefined
              ? t('settings.spaces.follows')
              : t('settings.spaces.own', { count: goals.length })}
          </Lozenge>
          <Actions {...props} space={space} own={goals !== undefined} />
        </div>
        {goals !== undefined && <DriftList metric={metric} goals={goals} around={around} />}
        {goals !== undefined && open && (
          <div className={forms.nested} role="group" aria-label={t('settings.spaces.goalsOf', { space })}>
            <GoalList
              path={`spaces.${place}.goals`}
              calendar={metric.calendar}
              goals={goals}
              around={around}
              holidaySets={props.holidaySets}
              readOnly={props.readOnly}
              onChange={props.onChange}
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

interface ActionsProps extends Pick<Props, 'readOnly' | 'open' | 'onOpen' | 'onGive' | 'onChange'> {
  readonly space: string;
  readonly own: boolean;
}

function Actions({ space, own, readOnly, open, onOpen, onGive, onChange }: ActionsProps) {
  const named = (action: string) => t('settings.spaces.action', { space, action });
  if (!own)
    return readOnly ? null : (
      <Button appearance="subtle" aria-label={named(t('settings.spaces.give'))} onClick={onGive}>
        {t('settings.spaces.give')}
      </Button>
    );
  const label = t(
    open ? 'settings.spaces.close' : readOnly ? 'settings.spaces.show' : 'settings.spaces.edit',
  );
  return (
    <>
      <Button
        appearance="subtle"
        aria-expanded={open}
        aria-label={named(label)}
        onClick={() => onOpen(!open)}
      >
        {label}
      </Button>
      {!readOnly && (
        <Button
          appearance="subtle"
          aria-label={named(t('settings.spaces.follow'))}
          onClick={() => onChange([])}
        >
          {t('settings.spaces.follow')}
        </Button>
      )}
    </>
  );
}

/** In what the space departs from the standard, line by line. */
function DriftList({
  metric,
  goals,
  around,
}: Pick<Props, 'metric' | 'around'> & { readonly goals: readonly Goal[] }) {
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
