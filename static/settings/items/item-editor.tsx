import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ComponentType } from 'react';
import { hasPart, type ItemPart } from '../../../src/catalog/domain/kinds';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { formOf } from '../../kit/fields/field';
import { type EditorFinding, findingsIn } from '../../kit/editor-page/findings';
import { WithFindings } from '../../kit/editor-page/with-findings';
import { t } from '../../shared/i18n';
import tabs from '../shared/tabs.module.css';
import { usePlace } from '../shared/use-opened';
import { AccessTab } from './access-tab';
import { ApprovalTab } from './approval-tab';
import { Around as AroundItem } from './around';
import { BundleTab } from './bundle-tab';
import { OptionsOfJira } from './form/options-of-jira';
import { FormTab } from './form-tab';
import { FulfilmentTab } from './fulfilment-tab';
import { GeneralTab } from './general-tab';
import type { ItemSurroundings, ItemTabProps } from './item-tab-props';
import { KnowledgeTab } from './knowledge-tab';
import { LinkTab } from './link-tab';
import { PromiseTab } from './promise-tab';

interface Props extends ItemSurroundings {
  readonly content: ItemContent;
  readonly readOnly: boolean;
  /** The same list until there are others. */
  readonly findings: readonly EditorFinding[];
  /** What these are; why it can't be published when left out. */
  readonly title?: string;
  readonly onChange: (content: ItemContent) => void;
}

type Part = readonly [
  key: string,
  Part: ComponentType<ItemTabProps>,
  paths: readonly (keyof ItemContent)[],
  /** Only of items that have it. */
  of?: ItemPart,
];

/** The tabs in their order, each with what is edited in it. */
const PARTS: readonly Part[] = [
  [
    'general',
    GeneralTab,
    [
      'kind',
      'name',
      'summary',
      'description',
      'included',
      'audience',
      'prerequisites',
      'receipt',
      'categoryIds',
      'serviceId',
      'icon',
      'picture',
      'keywords',
      'catchAll',
      'price',
      'quantity',
    ],
  ],
  ['link', LinkTab, ['opens'], 'opens'],
  ['form', FormTab, ['form', 'rules'], 'form'],
  ['bundle', BundleTab, ['bundle'], 'bundle'],
  ['fulfilment', FulfilmentTab, ['fulfilment', 'stages', 'actions'], 'work'],
  ['promise', PromiseTab, ['promise'], 'work'],
  ['approval', ApprovalTab, ['approvals'], 'work'],
  ['access', AccessTab, ['owner', 'entitlement', 'ownCriteria', 'onBehalf', 'joining']],
  ['knowledge', KnowledgeTab, ['articles', 'knowledgeScope']],
];

/** All of an item in one place: a tab for each part that its kind has. The address says which is shown. */
export function ItemEditor({ content, readOnly, findings, title: told, onChange, ...around }: Props) {
  const { part = '', openPart } = usePlace('items');
  const item = formOf(content, readOnly, onChange);
  const tabbed = PARTS.filter(([, , , of]) => of === undefined || hasPart(content, of));
  const keys = tabbed.map(([key]) => key);
  const parts = tabbed.map(([key, , paths]) => ({ key, title: t(`settings.item.tab.${key}`), paths }));
  return (
    <WithFindings
      findings={findings}
      parts={parts}
      title={told ?? t('settings.item.notYet')}
      onLead={(finding) => {
        const led = parts.find(({ paths }) => findingsIn([finding], paths).length > 0);
        if (led !== undefined && led.key !== (part || keys[0])) openPart(led.key);
      }}
    >
      <AroundItem.Provider value={around}>
        <OptionsOfJira content={content}>
          <Tabs
            id="item-editor"
            selected={Math.max(0, keys.indexOf(part))}
            onChange={(index) => openPart(keys[index] ?? '')}
          >
            <div className={tabs.list}>
              <TabList>
                {parts.map(({ key, title }) => (
                  <Tab key={key}>{title}</Tab>
                ))}
              </TabList>
            </div>
            {tabbed.map(([key, Tabbed]) => (
              <TabPanel key={key}>
                <Tabbed item={item} {...around} />
              </TabPanel>
            ))}
          </Tabs>
        </OptionsOfJira>
      </AroundItem.Provider>
    </WithFindings>
  );
}
