import { useEffect, useId, useState } from 'react';
import { t } from './i18n';
import { TIME_STYLES, useTimeStyle } from './time-style';
import { chooseTimeStyle, readTimeStyle } from './time-style-store';
import styles from './time-style-select.module.css';

/** Lets somebody choose how lengths of time are written for them, here and everywhere in the app. */
export function TimeStyleSelect() {
  const style = useTimeStyle();
  const [failed, setFailed] = useState(false);
  const id = useId();
  useEffect(() => void readTimeStyle(), []);
  const choose = (value: string): void => {
    const chosen = TIME_STYLES.find((each) => each === value) ?? 'units';
    setFailed(false);
    chooseTimeStyle(chosen).catch(() => setFailed(true));
  };
  return (
    <p className={styles.line}>
      <label htmlFor={id}>{t('sla.timeStyle')}</label>
      <select
        id={id}
        className={styles.select}
        value={style}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {TIME_STYLES.map((each) => (
          <option key={each} value={each}>
            {t(`sla.timeStyle.${each}`)}
          </option>
        ))}
      </select>
      {failed && <span role="alert">{t('sla.timeStyle.failed')}</span>}
    </p>
  );
}
