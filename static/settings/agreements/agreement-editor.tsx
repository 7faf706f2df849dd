import Textfield from '@atlaskit/textfield';
import { lazy } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import { agreementBudgets } from '../../../src/sla/definitions/domain';
import type { Agreement, SlaDefinitions } from '../../../src/sla/engine/model';
import { useEdited } from '../../kit/unsaved/use-edited';
import { localized, t } from '../../shared/i18n';
import { possibleParents } from '../model/agreement-tree';
import type { FieldOption } from '../model/field-catalog';
import { Choice } from '../../kit/controls/choice';
import { Disclosure } from '../../kit/controls/disclosure';
import { FormProblems } from '../shared/form-problems';
import { EditorActions } from '../shared/editor-actions';
import forms from '../../kit/forms.module.css';
import { GroupList } from '../shared/group-list';
import { LabelledField } from '../../kit/controls/labelled-field';
import { ProblemsAt } from '../shared/problems-at';
import { UserSelect } from '../../kit/controls/user-select';
import { BudgetNote } from './budget-note';
import { DateField } from './date-field';
import { MeasuredOnField } from './measured-on-field';
import { PageField } from './page-field';
import { withoutEmpty } from './without-empty';

interface Props {
  readonly agreement: Agreement;
  readonly definitions: SlaDefinitions;
  readonly services: readonly FieldOption[];
  readonly confluence: boolean;
  readonly isNew: boolean;
  readonly readOnly: boolean;
  readonly problems: readonly Finding[];
  readonly saving: boolean;
  readonly onSave: (agreement: Agreement) => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}

const TermsFields = lazy(() => import('./compliance/terms-fields').then((m) => ({ default: m.TermsFields })));

const KINDS = ['SLA', 'OLA', 'UC'] as const;
const EFFECTS = ['none', 'pause', 'open', 'breach'] as const;
const NONE = '';

/** One agreement: who promises what to whom, since when, where it is written, and what hangs on it. */
export function AgreementEditor(props: Props) {
  const { definitions, services, confluence, isNew, readOnly, problems, saving } = props;
  const { onSave, onDelete, onCancel } = props;
  const [draft, setDraft] = useEdited(props.agreement);
  const edit = (change: Partial<Agreement>) => setDraft(withoutEmpty({ ...draft, ...change }));
  const metrics = definitions.metrics.filter(({ agreementId }) => agreementId === draft.id);
  const others = definitions.agreements.filter(({ id }) => id !== draft.id);
  const budget = agreementBudgets({ ...definitions, agreements: [...others, draft] }).find(
    ({ agreementId }) => agreementId === draft.id,
  );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <FormProblems problems={problems} subject={`agreement:${draft.id}`}>
        <ProblemsAt path="name">
          <LabelledField id="agreement-name" label={t('settings.name')}>
            <Textfield
              id="agreement-name"
              value={draft.name}
              isReadOnly={readOnly}
              onChange={(event) => edit({ name: event.currentTarget.value })}
            />
          </LabelledField>
        </ProblemsAt>
        <div className={forms.pair}>
          <div className={forms.field}>
            <span className={forms.label}>{t('settings.metric.kind')}</span>
            <Choice
              label={t('settings.metric.kind')}
              value={draft.kind}
              isDisabled={readOnly}
              options={KINDS.map((value) => ({ value, label: t(`settings.agreement.kind.${value}`) }))}
              onChange={(kind) => edit({ kind })}
            />
          </div>
          <ProblemsAt path="parentId">
            <div className={forms.field}>
              <span className={forms.label}>{t('settings.agreement.parent')}</span>
              <Choice
                label={t('settings.agreement.parent')}
                value={draft.parentId ?? NONE}
                isDisabled={readOnly}
                options={[
                  { value: NONE, label: t('settings.agreement.noParent') },
                  ...possibleParents(definitions.agreements, draft.id).map(({ id, name }) => ({
                    value: id,
                    label: name,
                  })),
                ]}
                onChange={(parentId) => edit({ parentId })}
              />
            </div>
          </ProblemsAt>
          <LabelledField
            id="agreement-provider"
            label={t('settings.agreement.provider')}
            hint={t('settings.agreement.providerHint')}
          >
            <Textfield
              id="agreement-provider"
              value={draft.provider}
              isReadOnly={readOnly}
              onChange={(event) => edit({ provider: event.currentTarget.value })}
            />
          </LabelledField>
          <div className={forms.field}>
            <span className={forms.label}>{t('settings.item.service')}</span>
            <Choice
              label={t('settings.item.service')}
              value={draft.serviceId ?? NONE}
              isDisabled={readOnly}
              options={[{ value: NONE, label: t('settings.agreement.noService') }, ...services]}
              onChange={(serviceId) => edit({ serviceId })}
            />
          </div>
        </div>
        <div className={forms.field}>
          <span className={forms.label}>{t('settings.agreement.consumers')}</span>
          <GroupList
            label={t('settings.agreement.consumers')}
            groups={draft.consumers}
            readOnly={readOnly}
            onChange={(consumers) => edit({ consumers })}
          />
          <span className={forms.hint}>{t('settings.agreement.consumersHint')}</span>
        </div>
        <div className={forms.pair}>
          <ProblemsAt path="validFrom">
            <DateField
              id="agreement-from"
              label={t('settings.agreement.validFrom')}
              value={draft.validFrom}
              readOnly={readOnly}
              onChange={(validFrom) => edit({ validFrom })}
            />
          </ProblemsAt>
          <ProblemsAt path="validTo">
            <DateField
              id="agreement-to"
              label={t('settings.agreement.validTo')}
              value={draft.validTo}
              readOnly={readOnly}
              onChange={(validTo) => edit({ validTo })}
            />
          </ProblemsAt>
          <ProblemsAt path="reviewDate">
            <DateField
              id="agreement-review"
              label={t('settings.agreement.reviewDate')}
              value={draft.reviewDate}
              readOnly={readOnly}
              onChange={(reviewDate) => edit({ reviewDate })}
            />
          </ProblemsAt>
        </div>
        <p className={forms.hint}>{t('settings.agreement.validHint')}</p>
        <UserSelect
          id="agreement-responsible"
          label={t('settings.agreement.responsible')}
          accountIds={draft.responsible === undefined ? [] : [draft.responsible]}
          single
          readOnly={readOnly}
          onChange={([responsible]) => edit({ responsible })}
        />
        <p className={forms.hint}>{t('settings.agreement.responsibleHint')}</p>
        <PageField
          pageId={draft.pageId ?? ''}
          connected={confluence}
          readOnly={readOnly}
          onChange={(pageId) => edit({ pageId })}
        />
        {draft.parentId !== undefined && (
          <ProblemsAt path="measuredOn">
            <MeasuredOnField
              value={draft.measuredOn}
              readOnly={readOnly}
              onChange={(measuredOn) => edit({ measuredOn })}
            />
          </ProblemsAt>
        )}
        <ProblemsAt path="affectsParent">
          <div className={forms.field}>
            <span className={forms.label}>{t('settings.agreement.affectsParent')}</span>
            <Choice
              label={t('settings.agreement.affectsParent')}
              value={draft.affectsParent}
              isDisabled={readOnly}
              options={EFFECTS.map((value) => ({ value, label: t(`settings.agreement.affects.${value}`) }))}
              onChange={(affectsParent) => edit({ affectsParent })}
            />
            <span className={forms.hint}>{t(`settings.agreement.affectsHint.${draft.affectsParent}`)}</span>
          </div>
        </ProblemsAt>
        <section>
          <h3 className={forms.heading}>{t('settings.agreement.metrics')}</h3>
          <p className={forms.hint}>
            {metrics.length === 0
              ? t('settings.agreement.noMetrics')
              : metrics.map(({ name }) => localized(name)).join(', ')}
          </p>
          {budget !== undefined && <BudgetNote budget={budget} />}
        </section>
        <Disclosure label={t('settings.compliance.title')} startsOpen={draft.terms !== undefined}>
          <TermsFields terms={draft.terms} readOnly={readOnly} onChange={(terms) => edit({ terms })} />
        </Disclosure>
      </FormProblems>
      <EditorActions
        readOnly={readOnly}
        saving={saving}
        onCancel={onCancel}
        onDelete={isNew ? undefined : onDelete}
      />
    </form>
  );
}
