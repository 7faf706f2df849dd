import Button from '@atlaskit/button/default/button';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { t } from '../shared/i18n';
import { pageAddress } from './addresses';
import { GROUPS, type SettingsPage } from './pages';
import styles from './navigation.module.css';

interface Props {
  /** Those the viewer may see. */
  readonly pages: readonly SettingsPage[];
  readonly current: SettingsPage;
}

/** The pages by group, beside the one that is shown; on a narrow screen behind its name. */
export function Navigation({ pages, current }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className={styles.nav} aria-label={t('settings.title')}>
      <div className={styles.toggle}>
        <Button
          iconAfter={ChevronDownIcon}
          aria-expanded={isOpen}
          aria-controls={id}
          shouldFitContainer
          onClick={() => setOpen(!isOpen)}
        >
          {t(`settings.tab.${current.key}`)}
        </Button>
      </div>
      <div id={id} className={isOpen ? styles.open : styles.groups}>
        {GROUPS.map((group) => {
          const own = pages.filter((page) => page.group === group);
          return (
            own.length > 0 && (
              <div key={group}>
                <p id={`${id}-${group}`} className={styles.group}>
                  {t(`settings.group.${group}`)}
                </p>
                <ul className={styles.pages} aria-labelledby={`${id}-${group}`}>
                  {own.map(({ key }) => (
                    <li key={key}>
                      <Link
                        to={pageAddress(key)}
                        className={styles.page}
                        aria-current={key === current.key ? 'page' : undefined}
                        onClick={() => setOpen(false)}
                      >
                        {t(`settings.tab.${key}`)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            )
          );
        })}
      </div>
    </nav>
  );
}
