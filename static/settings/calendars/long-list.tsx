import Button from '@atlaskit/button/default/button';
import { type ComponentProps, useState } from 'react';
import { MOST_DATES } from '../../../src/sla/engine/model/limits';
import { RowList } from '../../kit/fields';
import { t } from '../../shared/i18n';

interface Props<T> extends Omit<ComponentProps<typeof RowList<T>>, 'from'> {
  /** Whether a day is over, so that it may be removed with the others that are. */
  readonly isPast: (item: T) => boolean;
}

/** As many rows as a screen answers quickly with. */
const AT_ONCE = 100;

/** Rows of a list that may be long: the last ones, as new ones come last, and ways to see the others and to remove many at once. */
export function LongList<T>({ isPast, ...rows }: Props<T>) {
  const { value: items, readOnly, onChange } = rows.of;
  const [shown, setShown] = useState(AT_ONCE);
  const hidden = Math.max(0, items.length - shown);
  const past = hidden > 0 ? items.filter(isPast).length : 0;
  return (
    <>
      {items.length > MOST_DATES && (
        <p role="alert">
          {t('settings.calendar.tooManyDates', { most: MOST_DATES, over: items.length - MOST_DATES })}
        </p>
      )}
      {hidden > 0 && (
        <Button appearance="subtle" onClick={() => setShown(shown + AT_ONCE)}>
          {t('settings.calendar.more', { count: Math.min(hidden, AT_ONCE) })}
        </Button>
      )}
      {past > 0 && !readOnly && (
        <Button appearance="subtle" onClick={() => onChange(items.filter((item) => !isPast(item)))}>
          {t('settings.calendar.removePast', { count: past })}
        </Button>
      )}
      <RowList {...rows} from={hidden} />
    </>
  );
}
