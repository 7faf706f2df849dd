import type { ItemContent } from '../../../src/catalog/domain/model';
import { named } from '../../kit/controls/option';
import { WordsInput } from '../../kit/controls/words-input';
import { choice, localized as bothLanguages, many, maybeLocalized, own } from '../../kit/fields/controls';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { IconPicker } from '../shared/icon-picker';
import type { ItemTabProps } from './item-editor';
import { PriceEditor } from './price-editor';

const WHAT = ({ list }: ItemTabProps): readonly Row<ItemContent>[] => [
  { key: 'name', label: 'settings.item.name', control: bothLanguages() },
  { key: 'summary', label: 'settings.item.summary', control: bothLanguages() },
  { key: 'description', label: 'settings.item.description', control: bothLanguages(true) },
  { key: 'included', label: 'settings.item.included', control: bothLanguages(true) },
  { key: 'audience', label: 'settings.item.audience', control: bothLanguages() },
  { key: 'prerequisites', label: 'settings.item.prerequisites', control: maybeLocalized() },
  { key: 'icon', label: 'settings.item.icon', control: own((row) => <IconPicker {...row} />) },
  { key: 'categoryIds', label: 'settings.item.categories', control: many(named(list.categories)) },
  { key: 'serviceId', label: 'settings.item.service', control: choice(named(list.services)) },
  {
    key: 'keywords',
    label: 'settings.item.keywords',
    help: 'settings.item.keywordsHint',
    control: own((row) => <WordsInput {...row} />, 'input'),
  },
  {
    key: 'price',
    label: 'settings.item.price',
    help: 'settings.item.priceHint',
    control: own((row) => <PriceEditor {...row} />, 'input'),
  },
];

/** Texts in both languages, category, service, keywords, price. */
export const GeneralTab = (props: ItemTabProps) => (
  <div className={forms.panel}>
    <Fields of={props.item} rows={WHAT(props)} />
  </div>
);
