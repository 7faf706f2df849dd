import { Link } from 'wouter';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { Hidden } from '../../../src/catalog/domain/audience/why-hidden';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';

interface Props {
  readonly hidden: Hidden;
  readonly categories: CatalogList['categories'];
}

/** What hides an item from a person: whose list, what it says, and what nobody could tell of them. */
export function WhyHidden({ hidden: { by, categoryId, unknown }, categories }: Props) {
  const category = categories.find(({ id }) => id === categoryId);
  return (
    <>
      {category === undefined ? (
        t(categoryId === undefined ? 'settings.hidden.own' : 'settings.hidden.category')
      ) : (
        <>
          {t('settings.hidden.category')}{' '}
          <Link to={pageAddress('categories', category.id)}>{localized(category.name)}</Link>
        </>
      )}
      : {t(`settings.hidden.${by}`)}
      {unknown !== undefined &&
        ` ${t('settings.hidden.unknown', {
          what: unknown.map((each) => t(`settings.hidden.unknown.${each}`)).join('; '),
        })}`}
    </>
  );
}
