import StarIcon from '@atlaskit/icon/core/star-starred';
import NoStarIcon from '@atlaskit/icon/core/star-unstarred';
import { t } from '../../shared/i18n';
import styles from './star.module.css';
import { useFavourite } from './use-favourite';

interface Props {
  readonly itemId: string;
  readonly name: string;
}

/** The viewer's star of an item; nothing until it is known whether there is one. */
export function Star({ itemId, name }: Props) {
  const favourite = useFavourite(itemId);
  if (favourite === null) return null;
  const { isOn, toggle } = favourite;
  const Icon = isOn ? StarIcon : NoStarIcon;
  return (
    <button
      type="button"
      className={styles.star}
      aria-pressed={isOn}
      aria-label={t('portal.favourite', { name })}
      title={t(isOn ? 'portal.favourite.remove' : 'portal.favourite.add')}
      onClick={toggle}
    >
      <Icon label="" color="currentColor" />
    </button>
  );
}
