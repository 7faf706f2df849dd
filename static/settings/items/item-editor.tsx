import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import tabs from '../shared/tabs.module.css';
import { AccessTab } from './access-tab';
import { FormTab } from './form-tab';
import { FulfilmentTab } from './fulfilment-tab';
import { GeneralTab } from './general-tab';

export interface ItemTabProps {
  readonly content: ItemContent;
  readonly list: CatalogList;
  readonly definitions: SlaDefinitions | null;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (content: ItemContent) => void;
}

/** All of an item in one place: texts, form, fulfilment, access, approval, knowledge. */
export function ItemEditor(props: ItemTabProps) {
  return (
    <Tabs id="item-editor">
      <div className={tabs.list}>
        <TabList>
          <Tab>{t('settings.item.tab.general')}</Tab>
          <Tab>{t('settings.item.tab.form')}</Tab>
          <Tab>{t('settings.item.tab.fulfilment')}</Tab>
          <Tab>{t('settings.item.tab.access')}</Tab>
        </TabList>
      </div>
      <TabPanel>
        <GeneralTab {...props} />
      </TabPanel>
      <TabPanel>
        <FormTab {...props} />
      </TabPanel>
      <TabPanel>
        <FulfilmentTab {...props} />
      </TabPanel>
      <TabPanel>
        <AccessTab {...props} />
      </TabPanel>
    </Tabs>
  );
}
