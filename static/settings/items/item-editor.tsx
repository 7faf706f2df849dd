import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import tabs from '../shared/tabs.module.css';
import { usePlace } from '../shared/use-opened';
import { AccessTab } from './access-tab';
import { FormTab } from './form-tab';
import { FulfilmentTab } from './fulfilment-tab';
import { GeneralTab } from './general-tab';

export interface ItemTabProps {
  readonly content: ItemContent;
  readonly list: CatalogList;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (content: ItemContent) => void;
}

const PARTS = ['general', 'form', 'fulfilment', 'access'];

/** All of an item in one place: texts, form, fulfilment, access, approval, knowledge. The address says which part is shown. */
export function ItemEditor(props: ItemTabProps) {
  const { part = '', openPart } = usePlace('items');
  return (
    <Tabs
      id="item-editor"
      selected={Math.max(0, PARTS.indexOf(part))}
      onChange={(index) => openPart(PARTS[index] ?? '')}
    >
      <div className={tabs.list}>
        <TabList>
          {PARTS.map((each) => (
            <Tab key={each}>{t(`settings.item.tab.${each}`)}</Tab>
          ))}
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
