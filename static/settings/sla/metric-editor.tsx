import Lozenge from '@atlaskit/lozenge';
import { lazy, type ReactNode, useMemo, useState } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import { groupsInComments } from '../../../src/sla/engine/history/comment-groups';
import type { MetricDefinition, SlaDefinitions } from '../../../src/sla/engine/model';
import { EditorPage } from '../../kit/editor-page/editor-page';
import type { EditorFinding } from '../../kit/editor-page/findings';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import type { EditorSection } from '../../kit/editor-page/section';
import { LabelledField } from '../../kit/controls/labelled-field';
import { useEdited } from '../../kit/unsaved/use-edited';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { useGroups } from '../../kit/controls/use-groups';
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
  const around = { catalog, calendars, metrics, groupName: (group: string) => groupOf(group).name };
  const edit = (change: Partial<MetricDefinition>) => setDraft({ ...draft, ...change });
  const part = {
    metric: draft,
    metrics,
    catalog,
    around,
    holidaySets,
    agreements,
    readOnly,
    onChange: setDraft,
  };
  const events = { metrics, catalog, readOnly };
  const name = localized(draft.name);

  const sections: readonly EditorSection[] = [
    {
      key: 'summary',
      title: t('settings.summary.title'),
      content: <MetricLines metric={draft} around={around} />,
    },
    {
      key: 'general',
      title: t('settings.metric.general'),
      paths: ['name', 'agreementId'],
      content: <GeneralPart {...part} />,
    },
    {
      key: 'where',
      title: t('settings.metric.scope'),
      paths: ['scope', 'spaces'],
      content: <ScopePart {...part} />,
    },
    {
      key: 'goals',
      title: t('settings.goals'),
      hint: t('settings.goalsHint'),
      paths: ['goals', 'calendar'],
      content: (
        <FindingsAt path="goals">
          <FindingsAt path="calendar">
            <LabelledField label={t('settings.metric.calendar')}>
              <CalendarChoice
                label={t('settings.metric.calendar')}
                source={draft.calendar}
                around={around}
                readOnly={readOnly}
                onChange={(calendar) => calendar && edit({ calendar })}
              />
            </LabelledField>
          </FindingsAt>
          <GoalList
            path="goals"
            goals={draft.goals}
            calendar={draft.calendar}
            around={around}
            holidaySets={holidaySets}
            readOnly={readOnly}
            onChange={(goals) => edit({ goals })}
          />
        </FindingsAt>
      ),
    },
    {
      key: 'clock',
      title: t('settings.metric.clock'),
      paths: ['start', 'stop', 'pause'],
      content: (
        <>
          <TriggersEditor
            {...events}
            title={t('settings.metric.start')}
            path="start"
            triggers={draft.start}
            onChange={(start) => edit({ start })}
          />
          <PausesEditor
            pauses={draft.pause}
            catalog={catalog}
            readOnly={readOnly}
            onChange={(pause) => edit({ pause })}
          />
          <TriggersEditor
            {...events}
            title={t('settings.metric.stop')}
            path="stop"
            triggers={draft.stop}
            onChange={(stop) => edit({ stop })}
          />
        </>
      ),
    },
    {
      key: 'escalations',
      title: t('settings.escalations'),
      hint: t('settings.escalationsHint'),
      paths: ['escalations'],
      content: (
        <EscalationsEditor
          levels={draft.escalations}
          catalog={catalog}
          readOnly={readOnly}
          onChange={(escalations) => edit({ escalations })}
        />
      ),
    },
    {
      key: 'try',
      title: t('settings.metric.try'),
      paths: ['tests'],
      content: (
        <>
          <Simulator
            metric={draft}
            definitions={definitions}
            catalog={catalog}
            onMakeTest={readOnly ? undefined : (test) => edit({ tests: [...(draft.tests ?? []), test] })}
          />
          <TestCases
            metric={draft}
            definitions={definitions}
            catalog={catalog}
            readOnly={readOnly}
            onChange={(tests) => edit({ tests })}
          />
        </>
      ),
    },
    {
      key: 'cycles',
      title: t('settings.metric.cycles'),
      expert: cycleRulesText(draft),
      paths: ['resume', 'cancel', 'reset', 'order'],
      content: <CycleRules {...part} />,
    },
    {
      key: 'counting',
      title: t('settings.more.counting'),
      expert: countingRulesText(draft),
      paths: ['method', 'goalChange', 'startFromField', 'undoStopMs', 'graceMs', 'stopBeforeStart'],
      content: <CountingRules {...part} />,
    },
    {
      key: 'force',
      title: t('settings.more.force'),
      expert: t(`settings.more.force.${forceOf(draft)}`),
      paths: ['effectiveFrom', 'retired', 'active'],
      content: <MetricState {...part} />,
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
