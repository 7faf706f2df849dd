import { lazy } from 'react';
import { agreementBudgets } from '../../../src/sla/definitions/domain';
import type { Agreement, SlaDefinitions } from '../../../src/sla/engine/model';
import { named, type Option, worded } from '../../kit/controls';
import type { EditorSection } from '../../kit/editor-page/section';
import {
  choice,
  date,
  type Field,
  Fields,
  groups,
  maybe,
  own,
  part,
  person,
  type Row,
  text,
} from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { possibleParents } from '../model/agreement-tree';
import { BudgetNote } from './budget-note';
import { termsText } from './compliance/period-words';
import { MeasuredOn } from './measured-on';
import { PageInput } from './page-input';

const TermsFields = lazy(() => import('./compliance/terms-fields').then((m) => ({ default: m.TermsFields })));

const KINDS = ['SLA', 'OLA', 'UC'] as const;
const EFFECTS = ['none', 'pause', 'open', 'breach'] as const;

interface Around {
  readonly definitions: SlaDefinitions;
  readonly services: readonly Option[];
  /** Whether Confluence is. */
  readonly isConnected: boolean;
}

const orNone = (none: string, options: readonly Option[]) =>
  maybe(choice([{ value: '', label: t(none) }, ...options]));

const PARTIES = (agreement: Agreement, { definitions, services }: Around): readonly Row<Agreement>[] => [
  { key: 'name', label: 'settings.name', control: text() },
  {
    key: 'kind',
    label: 'settings.metric.kind',
    half: true,
    control: choice(worded('settings.agreement.kind', KINDS)),
  },
  {
    key: 'parentId',
    label: 'settings.agreement.parent',
    half: true,
    control: orNone(
      'settings.agreement.noParent',
      named(possibleParents(definitions.agreements, agreement.id)),
    ),
  },
  {
    key: 'provider',
    label: 'settings.agreement.provider',
    help: 'settings.agreement.providerHint',
    control: text(),
  },
  {
    key: 'consumers',
    label: 'settings.agreement.consumers',
    help: 'settings.agreement.consumersHint',
    control: groups(),
  },
  {
    key: 'serviceId',
    label: 'settings.item.service',
    control: orNone('settings.agreement.noService', services),
  },
  {
    key: 'responsible',
    label: 'settings.agreement.responsible',
    help: 'settings.agreement.responsibleHint',
    control: maybe(person()),
  },
];

const VALIDITY = ({ isConnected }: Around): readonly Row<Agreement>[] => [
  { key: 'validFrom', label: 'settings.agreement.validFrom', half: true, control: maybe(date()) },
  { key: 'validTo', label: 'settings.agreement.validTo', half: true, control: maybe(date()) },
  { key: 'reviewDate', label: 'settings.agreement.reviewDate', control: maybe(date()) },
  {
    key: 'pageId',
    label: 'settings.agreement.page',
    help: isConnected ? 'settings.agreement.pageHint' : 'settings.agreement.pageUnconnected',
    control: maybe(own((row) => <PageInput {...row} isConnected={isConnected} />, 'input')),
  },
];

const EFFECT = ({ parentId, measuredOn, affectsParent }: Agreement): readonly (Row<Agreement> | false)[] => [
  parentId !== undefined && {
    key: 'measuredOn',
    label: 'settings.agreement.measuredOn',
    ...(measuredOn !== undefined && { help: 'settings.agreement.measuredOnHint' }),
    control: own((row) => <MeasuredOn {...row} />, 'input'),
  },
  {
    key: 'affectsParent',
    label: 'settings.agreement.affectsParent',
    help: `settings.agreement.affectsHint.${affectsParent}`,
    control: choice(worded('settings.agreement.affects', EFFECTS)),
  },
];

/** One agreement: who promises what to whom, since when, where it is written, and what hangs on it. */
export function agreementSections(form: Field<Agreement>, around: Around): readonly EditorSection[] {
  const agreement = form.value;
  const section = (key: string, rows: readonly (Row<Agreement> | false)[]) => ({
    key,
    title: t(`settings.agreement.part.${key}`),
    paths: rows.flatMap((row) => (row === false ? [] : [row.key])),
    content: <Fields of={form} rows={rows} />,
  });
  return [
    section('parties', PARTIES(agreement, around)),
    { ...section('validity', VALIDITY(around)), hint: t('settings.agreement.validHint') },
    section('effect', EFFECT(agreement)),
    {
      key: 'metrics',
      title: t('settings.agreement.metrics'),
      content: <Metrics agreement={agreement} definitions={around.definitions} />,
    },
    {
      key: 'terms',
      title: t('settings.compliance.title'),
      expert: agreement.terms === undefined ? t('settings.compliance.none') : termsText(agreement.terms),
      paths: ['terms'],
      content: <TermsFields terms={part(form, 'terms')} />,
    },
  ];
}

/** What is measured under it, and whether the time of what is below it fits. */
function Metrics({
  agreement,
  definitions,
}: { readonly agreement: Agreement } & Pick<Around, 'definitions'>) {
  const metrics = definitions.metrics.filter(({ agreementId }) => agreementId === agreement.id);
  const others = definitions.agreements.filter(({ id }) => id !== agreement.id);
  const budget = agreementBudgets({ ...definitions, agreements: [...others, agreement] }).find(
    ({ agreementId }) => agreementId === agreement.id,
  );
  return (
    <>
      <p className={forms.hint}>
        {metrics.length === 0
          ? t('settings.agreement.noMetrics')
          : metrics.map(({ name }) => localized(name)).join(', ')}
      </p>
      {budget !== undefined && <BudgetNote budget={budget} />}
    </>
  );
}
