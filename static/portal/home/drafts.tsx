import type { ItemCard, PortalHome } from '../../../src/catalog/domain/call-answers';
import { localized, t } from '../../shared/i18n';
import { LazyDraftList } from '../drafts/lazy';
import { useHomeDraftsChange } from '../drafts/use-item-drafts';
import { Section } from './section';

interface Props {
  readonly drafts: PortalHome['drafts'];
  readonly items: ReadonlyMap<string, ItemCard>;
}

/** Forms that were begun, those of items that are not offered any more too. */
export function Drafts({ drafts, items }: Props) {
  const onChange = useHomeDraftsChange();
  if (drafts.length === 0) return null;
  return (
    <Section title={t('portal.home.drafts')}>
      <LazyDraftList
        drafts={drafts}
        among={drafts}
        nameOf={({ itemId, itemName }) => localized(items.get(itemId)?.name ?? itemName)}
        onChange={onChange}
      />
    </Section>
  );
}
