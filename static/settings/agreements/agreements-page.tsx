import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useState } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import type { DefinitionsSaved } from '../../../src/sla/domain/answers/definitions';
import { agreementBudgets } from '../../../src/sla/domain';
import type { Agreement, SlaDefinitions } from '../../../src/sla/domain/model';
import { call } from '../../shared/api';
import { localized, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { DefinitionNames } from '../change/definition-names';
import { RecalculationBar } from '../change/recalculation-bar';
import { useChange } from '../change/use-change';
import forms from '../shared/forms.module.css';
import { Loading } from '../shared/loading';
import { useSave } from '../shared/use-save';
import { AgreementEditor } from './agreement-editor';
import { AgreementList } from './agreement-list';

const CompliancePage = lazy(() =>
  import('./compliance/compliance-page').then((m) => ({ default: m.CompliancePage })),
);

interface Props {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Finding[];
  readonly confluence: boolean;
  readonly readOnly: boolean;
  /** The id of the agreement to begin with. */
  readonly opened?: string | undefined;
  readonly onChanged: (definitions: SlaDefinitions, problems: readonly Finding[]) => void;
}

const newAgreement = (): Agreement => ({
  id: crypto.randomUUID(),
  name: '',
  kind: 'SLA',
  provider: '',
  consumers: [],
  affectsParent: 'none',
});

/** Agreements: the tree, and the editor of one. */
export function AgreementsPage(props: Props) {
  const { loaded, reload } = useLoad('services', () => call('catalog.items', {}));
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;
  const services = loaded.value.services.map(({ id, name }) => ({ value: id, label: localized(name) }));
  return <Agreements {...props} services={services} />;
}

interface WithServices extends Props {
  readonly services: readonly { readonly value: string; readonly label: string }[];
}

function Agreements(props: WithServices) {
  const { definitions, problems, confluence, readOnly, services, opened, onChanged } = props;
  const [editing, setEditing] = useState<Agreement | null>(
    () => definitions.agreements.find(({ id }) => id === opened) ?? null,
  );
  const [judging, setJudging] = useState<Agreement | null>(null);
  const save = useSave();
  const { version } = definitions;
  const finish = (answer: Pick<DefinitionsSaved, 'definitions' | 'problems'>) => {
    onChanged(answer.definitions, answer.problems);
    setEditing(null);
  };
  const change = useChange(version, finish);

  if (editing !== null) {
    const isNew = !definitions.agreements.some(({ id }) => id === editing.id);
    return (
      <>
        <h2 className={forms.title}>{isNew ? t('settings.agreement.new') : editing.name}</h2>
        {save.error}
        {change.error}
        {change.done}
        <DefinitionNames value={definitions}>{change.dialog}</DefinitionNames>
        <AgreementEditor
          key={editing.id}
          agreement={editing}
          definitions={definitions}
          services={services}
          confluence={confluence}
          isNew={isNew}
          readOnly={readOnly}
          saving={save.saving || change.saving}
          problems={
            save.problems ??
            change.problems ??
            problems.filter(({ whose }) => whose === `agreement:${editing.id}`)
          }
          onCancel={() => setEditing(null)}
          onSave={(agreement) => change.propose({ kind: 'agreement', agreement })}
          onDelete={() =>
            void save.run(async () => {
              finish(await call('sla.deleteAgreement', { version, agreementId: editing.id }));
              return t('settings.deleted');
            })
          }
        />
      </>
    );
  }

  if (judging !== null)
    return (
      <Suspense fallback={<SkeletonLines height={40} count={8} />}>
        <CompliancePage
          agreement={judging}
          definitions={definitions}
          readOnly={readOnly}
          onBack={() => setJudging(null)}
        />
      </Suspense>
    );

  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.agreements')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={() => setEditing(newAgreement())}>
            {t('settings.agreement.new')}
          </Button>
        )}
      </div>
      <p className={forms.hint}>{t('settings.agreement.hint')}</p>
      {save.done}
      {change.done}
      <RecalculationBar canAct={!readOnly} version={definitions.version} />
      <AgreementList
        definitions={definitions}
        budgets={agreementBudgets(definitions)}
        onOpen={setEditing}
        onCompliance={setJudging}
      />
    </>
  );
}
