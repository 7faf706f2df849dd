import { useState } from 'react';
import { Link } from 'wouter';
import type { Setup, Setups } from '../../../src/catalog/domain/setup';
import type { ShownStructure } from '../../../src/catalog/domain/call-answers';
import { EditorPage } from '../../kit/editor-page/editor-page';
import type { EditorFinding } from '../../kit/editor-page/findings';
import { formOf } from '../../kit/fields/field';
import { viewer } from '../../shared/context';
import { todayThere } from '../../shared/dates';
import { locale, localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { Beside } from '../items/preview/beside-preview';
import type { OwnProps, PageProps } from '../page-props';
import { FormerSetups } from './former-setups';
import { GoLive } from './go-live';
import { type Choices, forDepartment, proposed } from './model/choices';
import { idIn, metricIdOf, planOf } from './model/plan';
import { preflight, stops, unfilled } from './model/preflight';
import type { Department } from './model/template';
import { SetUpProgress } from './set-up-progress';
import { startSections } from './start-sections';
import { StartTrial } from './start-trial';
import { useOpenCounts } from './use-open-counts';
import { useSetUp } from './use-set-up';
import { useSpace } from './use-place';

/** What the page reads for itself. */
export interface StartData {
  readonly setups: Setups;
  readonly structure: ShownStructure;
  readonly general: Department;
  readonly portalPath: string;
}

type Props = Pick<PageProps, 'rights' | 'readOnly' | 'definitions' | 'catalog' | 'onImported'> &
  OwnProps<StartData>;

/** From an empty site to services that others can order: one department at a time, undone as it was made. */
export function StartPage({ rights, readOnly, definitions, catalog, own, onImported, onReload }: Props) {
  const [id, setId] = useState(newRun);
  const [spaces] = useState(() => catalog.valuesOf('projectId'));
  const begin = () =>
    forDepartment(
      proposed(viewer(), definitions, spaces.length === 1 ? (spaces[0]?.value ?? '') : ''),
      'general',
      own.general,
    );
  const [choices, setChoices] = useState<Choices>(begin);
  const [department, setDepartment] = useState(own.general);
  const space = useSpace(choices, catalog);
  const setUp = useSetUp(own.setups.setups);
  const { progress, setups } = setUp;
  const busy = progress.state === 'making' || progress.state === 'undoing';
  const [tested, setTested] = useState<string | null>(null);
  const [findings, setFindings] = useState<readonly EditorFinding[]>(NONE);

  const { chosen } = space;
  const newId = (of: string): string => idIn({ id }, of);
  const plan = () =>
    planOf(
      rights.editSla ? chosen : { ...chosen, slas: {}, hours: { kind: 'always' } },
      department,
      {
        zone: viewer().zone,
        locale: locale(),
        year: Number(todayThere(Date.now()).slice(0, 4)),
        catalogId: own.structure.catalogs[0]?.id,
        request: space.request,
        incident: space.incident,
      },
      newId,
    );
  const counts = useOpenCounts(space.facts === null || !rights.editSla ? '' : slaKeyOf(chosen, id), plan);
  // What broke off goes on by the plan that it began with.
  const changed = (isDone: boolean): void => {
    onImported();
    if (isDone) onReload();
  };
  const run = (from: number): void => {
    const missing = stillMissing(chosen, space.facts);
    setFindings(missing);
    if (missing.length > 0) return;
    const setup: Omit<Setup, 'made'> = {
      id,
      at: Date.now(),
      department: chosen.department,
      projectId: chosen.projectId,
    };
    void setUp.begin(setup, plan(), from).then(changed);
  };
  const again = (): void => {
    setId(newRun());
    setChoices(begin());
    setDepartment(own.general);
    setTested(null);
    setUp.reset();
  };
  const test = (template: string): void => {
    const missing = stillMissing(chosen, space.facts);
    setFindings(missing);
    if (missing.length === 0) setTested(template);
  };
  const current = setups.find((setup) => setup.id === id);

  if (progress.state === 'made' && current !== undefined)
    return (
      <GoLive
        setup={current}
        department={department}
        portalPath={own.portalPath}
        onAgain={again}
        onUndo={() => void setUp.undo(current).then(changed)}
      />
    );
  const form = formOf(chosen, readOnly || busy || progress.state === 'failed', setChoices);
  const shown = space.facts === null ? undefined : department.items.find((each) => each.id === tested);
  return (
    <Beside
      title={shown === undefined ? '' : t('settings.start.testOf', { service: localized(shown.name) })}
      hint={t('settings.preview.hint')}
      opened={shown?.id ?? null}
      isBelow
      shown={
        shown !== undefined && (
          <StartTrial plan={plan()} itemId={newId(shown.id)} definitions={definitions} catalog={catalog} />
        )
      }
    >
      <EditorPage
        title={t('settings.tab.start')}
        intro={t('settings.start.intro')}
        state={<Link to={pageAddress('health')}>{t('settings.start.health')}</Link>}
        message={<SetUpProgress progress={progress} onRetry={run} />}
        readOnly={readOnly}
        saving={busy || space.isAsking}
        does={{
          text: t('settings.start.make', { count: chosen.items.length }),
          onClick: () => run(progress.state === 'failed' ? progress.done : 0),
        }}
        findings={findings}
        onSave={() => run(0)}
        sections={startSections({
          form,
          department,
          types: space.types,
          facts: space.facts,
          error: space.error,
          catalog,
          calendars: definitions.calendars,
          rights,
          managers: [...new Set(own.structure.catalogs.flatMap((each) => each.managers))],
          counts,
          metricIdOf: (key) => metricIdOf(key, newId),
          onTest: test,
          onDepartment: (next, of) => {
            setChoices(next);
            setDepartment(of);
          },
        })}
      >
        <FormerSetups
          setups={setups}
          catalog={catalog}
          isDisabled={readOnly || busy}
          onUndo={(setup) => void setUp.undo(setup).then(changed)}
        />
      </EditorPage>
    </Beside>
  );
}

const NONE: readonly EditorFinding[] = [];

/** What decides about the SLAs that would be made. */
const slaKeyOf = ({ projectId, requestTypeId, incidentTypeId, hours, slas }: Choices, id: string): string =>
  JSON.stringify([id, projectId, requestTypeId, incidentTypeId, hours, slas]);

/** Short enough for every id that is made of it, and another one each time. */
const newRun = (): string => crypto.randomUUID().slice(0, 8);

function stillMissing(
  chosen: Choices,
  facts: ReturnType<typeof useSpace>['facts'],
): readonly EditorFinding[] {
  const error = (at: string, code: string): EditorFinding => ({
    at,
    severity: 'error',
    text: t(`settings.start.missing.${code}`),
  });
  if (chosen.projectId === '') return [error('projectId', 'space')];
  // What Jira does not tell now stops nothing: what it refuses then is told at its step.
  const refused = facts === null ? [] : preflight(facts).filter(stops);
  return [
    ...refused.map((finding) => error('projectId', finding)),
    ...(facts === null ? [] : unfilled(facts))
      .filter(({ id }) => (chosen.constants[id] ?? '').trim() === '')
      .map(({ id }) => error(`constants.${id}`, 'constant')),
    ...(chosen.items.length === 0 ? [error('items', 'items')] : []),
    ...(chosen.owner === '' ? [error('owner', 'owner')] : []),
  ];
}
