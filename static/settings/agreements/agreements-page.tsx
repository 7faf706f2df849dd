import Button from '@atlaskit/button/default/button';
import { lazy, Suspense } from 'react';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { DefinitionsSaved } from '../../../src/sla/definitions/domain/answers/definitions';
import { agreementBudgets } from '../../../src/sla/definitions/domain';
import type { Agreement } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { localized, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { DefinitionNames } from '../change/definition-names';
import { RecalculationBar } from '../change/recalculation-bar';
import { useChange } from '../change/use-change';
import type { OwnProps, PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { Gone } from '../shared/gone';
import { useOpened } from '../shared/use-opened';
import { useSave } from '../shared/use-save';
import { AgreementEditor } from './agreement-editor';
import { AgreementList } from './agreement-list';
import { COMPLIANCE } from './compliance/address';

const CompliancePage = lazy(() =>
  import('./compliance/compliance-page').then((m) => ({ default: m.CompliancePage })),
);

type Props = Pick<PageProps, 'definitions' | 'problems' | 'confluence' | 'readOnly' | 'onChanged'> &
  Pick<OwnProps<CatalogList>, 'own'>;

const newAgreement = (id: string): Agreement => ({
  id,
  name: '',
  kind: 'SLA',
  provider: '',
  consumers: [],
  affectsParent: 'none',
});

/** Agreements: the tree, the editor of one, and how one was kept. */
export function AgreementsPage(props: Props) {
  const { definitions, problems, confluence, readOnly, own, onChanged } = props;
  const { agreements } = definitions;
  const services = own.services.map(({ id, name }) => ({ value: id, label: localized(name) }));
  const { opened, isGone, part, openNew, close, ...opening } = useOpened(
    'agreements',
    agreements,
    newAgreement,
  );
  const save = useSave();
  const { version } = definitions;
  const finish = (answer: Pick<DefinitionsSaved, 'definitions' | 'problems'>) => {
    onChanged(answer.definitions, answer.problems);
    opening.finish();
  };
  const change = useChange(version, finish);

  if (isGone) return <Gone page="agreements" />;
  if (opened !== null && part === COMPLIANCE)
    return (
      <Suspense fallback={<SkeletonLines height={40} count={8} />}>
        <CompliancePage agreement={opened} definitions={definitions} readOnly={readOnly} onBack={close} />
      </Suspense>
    );

  if (opened !== null) {
    const isNew = !agreements.some(({ id }) => id === opened.id);
    return (
      <>
        <h2 className={forms.title}>{isNew ? t('settings.agreement.new') : opened.name}</h2>
        {save.error}
        {change.error}
        {change.done}
        <DefinitionNames value={definitions}>{change.dialog}</DefinitionNames>
        <AgreementEditor
          key={opened.id}
          agreement={opened}
          definitions={definitions}
          services={services}
          confluence={confluence}
          isNew={isNew}
          readOnly={readOnly}
          saving={save.saving || change.saving}
          problems={
            save.problems ??
            change.problems ??
            problems.filter(({ whose }) => whose === `agreement:${opened.id}`)
          }
          onCancel={close}
          onSave={(agreement) => change.propose({ section: 'agreement', value: agreement })}
          onDelete={() =>
            void save.run(async () => {
              finish(await call('settings.delete', { version, section: 'agreement', id: opened.id }));
              return t('settings.deleted');
            })
          }
        />
      </>
    );
  }

  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.agreements')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={openNew}>
            {t('settings.agreement.new')}
          </Button>
        )}
      </div>
      <p className={forms.hint}>{t('settings.agreement.hint')}</p>
      {save.done}
      {change.done}
      <RecalculationBar canAct={!readOnly} version={definitions.version} />
      <AgreementList definitions={definitions} budgets={agreementBudgets(definitions)} />
    </>
  );
}
