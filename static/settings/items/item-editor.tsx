import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ComponentType } from 'react';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { type Field, formOf } from '../../kit/fields/field';
import { type EditorFinding, findingsIn } from '../../kit/editor-page/findings';
import { WithFindings } from '../../kit/editor-page/with-findings';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import tabs from '../shared/tabs.module.css';
import { usePlace } from '../shared/use-opened';
import { AccessTab } from './access-tab';
import { ApprovalTab } from './approval-tab';
import { FormTab } from './form-tab';
import { FulfilmentTab } from './fulfilment-tab';
import { GeneralTab } from './general-tab';
import { KnowledgeTab } from './knowledge-tab';
import { PromiseTab } from './promise-tab';

/** What surrounds an item: the rest of the catalog, the SLAs it may promise, and Jira. */
interface Around {
  readonly list: CatalogList;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  /** Whether Confluence is connected. */
  readonly confluence: boolean;
  /** Whether SLAs have a page of their own for the viewer. */
  readonly mayOpenSlas?: boolean;
}

export interface ItemTabProps extends Around {
  readonly item: Field<ItemContent>;
}

interface Props extends Around {
  readonly content: ItemContent;
  readonly readOnly: boolean;
  /** The same list until there are others. */
  readonly findings: readonly EditorFinding[];
  readonly onChange: (content: ItemContent) => void;
}

type Part = readonly [key: string, Part: ComponentType<ItemTabProps>, paths: readonly (keyof ItemContent)[]];

/** The tabs in their order, each with what is edited in it. */
const PARTS: readonly Part[] = [
  [
    'general',
    GeneralTab,
    [
      'name',
      'summary',
      'description',
      'included',
      'audience',
      'prerequisites',
      'categoryIds',
      'serviceId',
      'icon',
      'keywords',
      'price',
    ],
  ],
  ['form', FormTab, ['form']],
  ['fulfilment', FulfilmentTab, ['fulfilment', 'stages', 'actions']],
  ['promise', PromiseTab, ['promise']],
  ['approval', ApprovalTab, ['approvals']],
  ['access', AccessTab, ['owner', 'entitlement', 'onBehalf']],
  ['knowledge', KnowledgeTab, ['articles', 'knowledgeScope']],
];
const KEYS = PARTS.map(([key]) => key);

/** All of an item in one place: texts, form, fulfilment, SLAs, approval, access, knowledge. The address says which part is shown. */
export function ItemEditor({ content, readOnly, findings, onChange, ...around }: Props) {
  const { part = '', openPart } = usePlace('items');
  const item = formOf(content, readOnly, onChange);
  const parts = PARTS.map(([key, , paths]) => ({ key, title: t(`settings.item.tab.${key}`), paths }));
  return (
    <WithFindings
      findings={findings}
      parts={parts}
      title={t('settings.item.notYet')}
      onLead={(finding) => {
        const led = parts.find(({ paths }) => findingsIn([finding], paths).length > 0);
        if (led !== undefined && led.key !== (part || KEYS[0])) openPart(led.key);
      }}
    >
      <Tabs
        id="item-editor"
        selected={Math.max(0, KEYS.indexOf(part))}
        onChange={(index) => openPart(KEYS[index] ?? '')}
      >
        <div className={tabs.list}>
          <TabList>
            {parts.map(({ key, title }) => (
              <Tab key={key}>{title}</Tab>
            ))}
          </TabList>
        </div>
        {PARTS.map(([key, Tabbed]) => (
          <TabPanel key={key}>
            <Tabbed item={item} {...around} />
          </TabPanel>
        ))}
      </Tabs>
    </WithFindings>
  );
}
