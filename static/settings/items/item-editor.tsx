import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { type Field, formOf } from '../../kit/fields/field';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import tabs from '../shared/tabs.module.css';
import { usePlace } from '../shared/use-opened';
import { AccessTab } from './access-tab';
import { FormTab } from './form-tab';
import { FulfilmentTab } from './fulfilment-tab';
import { GeneralTab } from './general-tab';

/** What surrounds an item: the rest of the catalog, the SLAs it may promise, and Jira. */
interface Around {
  readonly list: CatalogList;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
}

export interface ItemTabProps extends Around {
  readonly item: Field<ItemContent>;
}

interface Props extends Around {
  readonly content: ItemContent;
  readonly readOnly: boolean;
  readonly onChange: (content: ItemContent) => void;
}

const PARTS = { general: GeneralTab, form: FormTab, fulfilment: FulfilmentTab, access: AccessTab };
const KEYS = Object.keys(PARTS);

/** All of an item in one place: texts, form, fulfilment, access, approval, knowledge. The address says which part is shown. */
export function ItemEditor({ content, readOnly, onChange, ...around }: Props) {
  const { part = '', openPart } = usePlace('items');
  const item = formOf(content, readOnly, onChange);
  return (
    <Tabs
      id="item-editor"
      selected={Math.max(0, KEYS.indexOf(part))}
      onChange={(index) => openPart(KEYS[index] ?? '')}
    >
      <div className={tabs.list}>
        <TabList>
          {KEYS.map((key) => (
            <Tab key={key}>{t(`settings.item.tab.${key}`)}</Tab>
          ))}
        </TabList>
      </div>
      {Object.entries(PARTS).map(([key, Part]) => (
        <TabPanel key={key}>
          <Part item={item} {...around} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
