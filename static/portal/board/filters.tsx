import Select from '@atlaskit/select';
import type { Board } from '../../../src/sla/board/domain/answers';
import { localized, t } from '../../shared/i18n';
import type { Clock } from './model/clock';
import { type Filter, GROUPINGS, teamOf } from './model/filter';
import { SpaceSelect } from './space-select';
import styles from './filters.module.css';

interface Props {
  readonly board: Board;
  readonly clocks: readonly Clock[];
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
}

interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

const byLabel = (left: Option, right: Option): number => left.label.localeCompare(right.label);

/** Which space, SLA and team, and how the rows are put together. */
export function Filters({ board, clocks, filter, onChange }: Props) {
  const metrics = board.metrics.map(({ id, name }) => ({ value: id, label: localized(name) }));
  const teams = [...new Set(clocks.map(teamOf))].map((team) => ({ value: team, label: team })).sort(byLabel);
  const groupings = GROUPINGS.map((each) => ({ value: each, label: t(`portal.board.groupBy.${each}`) }));
  return (
    <div className={styles.filters} role="group" aria-label={t('portal.board.filters')}>
      <div>
        <label htmlFor="board-space">{t('portal.board.space')}</label>
        <SpaceSelect value={filter.spaceId} onChange={(spaceId) => onChange({ spaceId, team: null })} />
      </div>
      <OneOf
        id="board-metric"
        label={t('portal.board.metric')}
        all={t('portal.board.allMetrics')}
        options={metrics}
        value={filter.metricId}
        onChange={(metricId) => onChange({ metricId })}
      />
      <OneOf
        id="board-team"
        label={t('portal.board.team')}
        all={t('portal.board.allTeams')}
        options={teams}
        value={filter.team}
        onChange={(team) => onChange({ team })}
      />
      <div>
        <label htmlFor="board-group">{t('portal.board.group')}</label>
        <Select
          inputId="board-group"
          options={groupings}
          value={groupings.find(({ value }) => value === filter.groupBy) ?? null}
          spacing="compact"
          isSearchable={false}
          onChange={(option) => onChange({ groupBy: option?.value ?? 'urgency' })}
        />
      </div>
    </div>
  );
}

interface OneOfProps {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A choice that the address may name although the rows no longer do: it shows as it stands and can be taken back. */
function OneOf({ id, label, all, options, value, onChange }: OneOfProps) {
  const chosen =
    value === null ? null : (options.find((each) => each.value === value) ?? { value, label: value });
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select<Option>
        inputId={id}
        options={[...options]}
        value={chosen}
        isClearable
        spacing="compact"
        placeholder={all}
        noOptionsMessage={() => t('portal.board.noOption')}
        onChange={(option) => onChange(option?.value ?? null)}
      />
    </div>
  );
}
