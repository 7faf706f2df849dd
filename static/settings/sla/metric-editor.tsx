import Lozenge from '@atlaskit/lozenge';
import { lazy, type ReactNode, useMemo, useState } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import { groupsInComments } from '../../../src/sla/engine/history/comment-groups';
import type { MetricDefinition, SlaDefinitions } from '../../../src/sla/engine/model';
import { EditorPage } from '../../kit/editor-page/editor-page';
import type { EditorFinding } from '../../kit/editor-page/findings';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import type { EditorSection } from '../../kit/editor-page/section';
import { FieldRow, formOf, orElse, own, part } from '../../kit/fields';
import { useEdited } from '../../kit/unsaved/use-edited';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { useGroups } from '../../kit/controls';
import { useNamedCatalog } from '../directory/use-named-catalog';
import type { FieldCatalog } from '../model/field-catalog';
import { forceKey, forceOf } from '../model/metric-force';
import { stillToChoose } from '../model/new-metric';
import { ownProblems } from '../model/own-problems';
import { CalendarChoice } from './calendar-choice';
import { CountingRules, countingRulesText } from './counting-rules';
import { CycleRules, cycleRulesText } from './cycle-rules';
import { GeneralPart } from './general-part';
import { GoalList } from './goal-list';
import { MetricLines } from './metric-lines';
import { MetricState } from './metric-state';
import { PausesEditor } from './pauses-editor';
import { PresetChoice } from './preset-choice';
import { ScopePart } from './scope-part';
import { TriggersEditor } from './triggers-editor';

// Both bring the engine along.
const Simulator = lazy(() => import('./simulate/simulator').then((m) => ({ default: m.Simulator })));
const TestCases = lazy(() => import('./tests/test-cases').then((m) => ({ default: m.TestCases })));
// It comes after the rest: most visits change a target.
const EscalationsEditor = lazy(() =>
  import('../escalations/escalations-editor').then((m) => ({ default: m.EscalationsEditor })),
);

interface Props {
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  readonly problems: readonly Finding[];
  readonly readOnly: boolean;
  readonly saving: boolean;
  /** What became of the last save. */
  readonly message?: ReactNode;
  readonly onSave: (metric: MetricDefinition) => void;
  readonly onCancel: () => void;
  /** What else can be done with the metric, below the editor. */
  readonly children?: ReactNode;
}

const NONE: readonly EditorFinding[] = [];

/** One metric: where it applies, its goals in order, what starts, pauses and stops its clock, whom it tells, and a way to try it. */
export function MetricEditor(props: Props) {
  const { definitions, problems, readOnly, saving, message, onSave, onCancel, children } = props;
  const catalog = useNamedCatalog(props.catalog);
  const [draft, setDraft] = useEdited(props.metric);
  const [missing, setMissing] = useState(NONE);
  const groupOf = useGroups([...groupsInComments({ metrics: [draft] })]);
  const found = useMemo(() => ownProblems(problems, `metric:${draft.id}`), [problems, draft.id]);
  const { calendars, holidaySets, agreements } = definitions;
  const metrics = definitions.metrics.filter(({ id }) => id !== draft.id);
  const around = {
    catalog,
    calendars,
    holidaySets,
    metrics,
    groupName: (group: string) => groupOf(group).name,
  };
  const form = formOf(draft, readOnly, setDraft);
  const tests = part(form, 'tests');
  const tried = { metric: draft, definitions, catalog };
  const name = localized(draft.name);
  // Copies have a name from the first.
  const isNew = props.metric.name.en === '';
  const section = (key: string, title: string, paths: readonly string[], content: ReactNode) => ({
    key,
    title: t(title),
    paths,
    content,
  });

  const sections: readonly EditorSection[] = [
    section('summary', 'settings.summary.title', [], <MetricLines metric={draft} around={around} />),
    section(
      'general',
      'settings.metric.general',
      ['name', 'agreementId'],
      <>
        {isNew && <PresetChoice of={form} catalog={catalog} />}
        <GeneralPart of={form} agreements={agreements} />
      </>,
    ),
    section('where', 'settings.metric.scope', ['scope', 'spaces'], <ScopePart of={form} around={around} />),
    {
      ...section(
        'goals',
        'settings.goals',
        ['goals', 'calendar'],
        <FindingsAt path="goals">
          <FieldRow
            field={part(form, 'calendar')}
            label="settings.metric.calendar"
            control={own<MetricDefinition['calendar']>((row) => (
              <CalendarChoice label={row.label} of={orElse(row, draft.calendar)} around={around} />
            ))}
          />
          <GoalList of={part(form, 'goals')} standard={draft.calendar} around={around} />
        </FindingsAt>,
      ),
      hint: t('settings.goalsHint'),
    },
    section(
      'clock',
      'settings.metric.clock',
      ['start', 'stop', 'pause'],
      <>
        <TriggersEditor title={t('settings.metric.start')} of={part(form, 'start')} around={around} />
        <PausesEditor of={part(form, 'pause')} catalog={catalog} />
        <TriggersEditor title={t('settings.metric.stop')} of={part(form, 'stop')} around={around} />
      </>,
    ),
    {
      ...section(
        'escalations',
        'settings.escalations',
        ['escalations'],
        <EscalationsEditor levels={draft.escalations} catalog={catalog} {...part(form, 'escalations')} />,
      ),
      hint: t('settings.escalationsHint'),
    },
    section(
      'try',
      'settings.metric.try',
      ['tests'],
      <>
        <Simulator
          {...tried}
          onMakeTest={readOnly ? undefined : (test) => tests.onChange([...(tests.value ?? []), test])}
        />
        <TestCases {...tried} {...tests} />
      </>,
    ),
    {
      ...section(
        'cycles',
        'settings.metric.cycles',
        ['resume', 'cancel', 'reset', 'order'],
        <CycleRules of={form} around={around} />,
      ),
      expert: cycleRulesText(draft),
    },
    {
      ...section(
        'counting',
        'settings.more.counting',
        ['method', 'goalChange', 'startFromField', 'undoStopMs', 'graceMs', 'stopBeforeStart'],
        <CountingRules of={form} catalog={catalog} />,
      ),
      expert: countingRulesText(draft),
    },
    {
      ...section(
        'force',
        'settings.more.force',
        ['effectiveFrom', 'retired', 'active'],
        <MetricState of={form} />,
      ),
      expert: t(`settings.more.force.${forceOf(draft)}`),
    },
  ];

  return (
    <EditorPage
      back={{ to: pageAddress('metrics'), text: t('settings.tab.metrics') }}
      title={name === '' ? t('settings.metric.new') : name}
      state={
        <Lozenge appearance={forceOf(draft) === 'active' ? 'success' : 'default'}>
          {t(forceKey(draft))}
        </Lozenge>
      }
      sections={sections}
      findings={missing.length > 0 ? missing : found}
      readOnly={readOnly}
      saving={saving}
      message={message}
      onCancel={onCancel}
      onSave={() => {
        const chosen = stillToChoose(draft);
        setMissing(chosen);
        if (chosen.length === 0) onSave(draft);
      }}
    >
      {children}
    </EditorPage>
  );
}
