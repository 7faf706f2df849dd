import { hasPart, ITEM_KIND_NAMES, type ItemKind } from '../../../src/catalog/domain/kinds';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { named, worded } from '../../kit/controls/option';
import { WordsInput } from '../../kit/controls/words-input';
import {
  choice,
  localized as bothLanguages,
  many,
  mapped,
  maybeCheck,
  maybeLocalized,
  own,
} from '../../kit/fields/controls';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { IconPicker } from '../shared/icon-picker';
import type { ItemTabProps } from './item-tab-props';
import { PictureEditor } from './picture-editor';
import { PriceEditor } from './price-editor';
import { QuantityEditor } from './quantity-editor';

const WHAT = ({ item, list }: ItemTabProps): readonly (Row<ItemContent> | false)[] => [
  {
    key: 'kind',
    label: 'settings.item.kind',
    help: `settings.item.kindHint.${item.value.kind ?? 'request'}`,
    control: mapped(
      choice(worded('settings.item.kind', ITEM_KIND_NAMES)),
      (kind: ItemKind | undefined) => kind ?? 'request',
      (kind): ItemKind | undefined => (kind === 'request' ? undefined : kind),
    ),
  },
  { key: 'name', label: 'settings.item.name', control: bothLanguages() },
  { key: 'summary', label: 'settings.item.summary', control: bothLanguages() },
  { key: 'description', label: 'settings.item.description', control: bothLanguages(true) },
  { key: 'included', label: 'settings.item.included', control: bothLanguages(true) },
  { key: 'audience', label: 'settings.item.audience', control: bothLanguages() },
  { key: 'prerequisites', label: 'settings.item.prerequisites', control: maybeLocalized() },
  hasPart(item.value, 'work') && {
    key: 'receipt',
    label: 'settings.item.receipt',
    help: 'settings.item.receiptHint',
    control: maybeLocalized(),
  },
  { key: 'icon', label: 'settings.item.icon', control: own((row) => <IconPicker {...row} />) },
  {
    key: 'picture',
    label: 'settings.item.picture',
    help: 'settings.item.pictureHint',
    control: own((row) => <PictureEditor {...row} categoryIds={item.value.categoryIds} />, 'input'),
  },
  { key: 'categoryIds', label: 'settings.item.categories', control: many(named(list.categories)) },
  { key: 'serviceId', label: 'settings.item.service', control: choice(named(list.services)) },
  {
    key: 'keywords',
    label: 'settings.item.keywords',
    help: 'settings.item.keywordsHint',
    control: own((row) => <WordsInput {...row} />, 'input'),
  },
  hasPart(item.value, 'form') && {
    key: 'catchAll',
    label: 'settings.item.catchAll',
    help: 'settings.item.catchAllHint',
    control: maybeCheck(),
  },
  hasPart(item.value, 'work') && {
    key: 'price',
    label: 'settings.item.price',
    help: 'settings.item.priceHint',
    control: own((row) => <PriceEditor {...row} />, 'input'),
  },
];

/** Texts in both languages, category, service, keywords, price and quantity. */
export const GeneralTab = (props: ItemTabProps) => (
  <div className={forms.panel}>
    <Fields of={props.item} rows={WHAT(props)} />
    {hasPart(props.item.value, 'work') && <QuantityEditor item={props.item} />}
  </div>
);
