import { type KeyboardEvent, useState } from 'react';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { type Axis, placedMarks, type Span } from '../model/axis';
import type { Told } from '../model/explain';
import { ticksOf } from '../model/ticks';
import { bandCause, bandText, markText, spanText } from './band-text';
import { bandLook, Legend } from './legend';
import styles from './axis.module.css';

const ROW_PX = 22;
const TRACK_PX = 36;

interface Props {
  readonly axis: Axis;
  readonly told: Told;
  /** The heading that names it. */
  readonly titleId: string;
}

/** The axis drawn to scale: bands that say what they are when pointed at or reached by arrow keys, marks above, dates below. */
export function AxisLine({ axis, told, titleId }: Props) {
  const [current, setCurrent] = useState(0);
  const { from, to } = axis;
  const part = (length: number): string => `${String((length / (to - from)) * 100)}%`;
  const marks = placedMarks(axis);
  const rows = Math.max(1, ...marks.map(({ row }) => row + 1));
  const bands = axis.bands.map((band) => ({
    ...band,
    words: [bandText(band, told), spanText(band), bandCause(band, told)].filter(Boolean),
  }));
  const shown = Math.min(current, bands.length - 1);
  return (
    <div>
      <div className={styles.frame} style={{ height: rows * ROW_PX + TRACK_PX }}>
        <div role="group" aria-labelledby={titleId} className={styles.track} style={{ height: TRACK_PX }}>
          {bands.map((band, i) => (
            <button
              key={band.from}
              type="button"
              tabIndex={i === shown ? 0 : -1}
              className={`${styles.band ?? ''} ${bandLook(band)} ${isThin(band, axis) ? (styles.thin ?? '') : ''}`}
              style={{ left: part(band.from - from), width: part(band.to - band.from) }}
              aria-label={band.words.join('. ')}
              onKeyDown={moveFocus}
              onFocus={() => setCurrent(i)}
              onPointerEnter={() => setCurrent(i)}
            />
          ))}
        </div>
        <ul className={styles.marks}>
          {marks.map((mark) => (
            <li
              key={mark.at}
              className={`${styles.mark ?? ''} ${styles[mark.kinds.at(-1) ?? ''] ?? ''}`}
              style={{ left: part(mark.at - from), top: (rows - 1 - mark.row) * ROW_PX }}
            >
              <span className={`${styles.label ?? ''} ${styles[mark.side] ?? ''}`}>
                <strong>{markText(mark)}</strong> <span>{formatDateTime(mark.at)}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.ticks} aria-hidden="true">
        {ticksOf(axis).map(({ at, label }) => (
          <span key={at} style={{ left: part(at - from) }}>
            {label}
          </span>
        ))}
      </div>
      <p className={styles.told}>{bands[shown]?.words.join(' · ')}</p>
      <p className={styles.hint}>{t('sla.axis.hint')}</p>
      <Legend bands={bands} />
    </div>
  );
}

/** Thinner than a pointer can hit: drawn above its neighbours. */
const isThin = (band: Span, axis: Span): boolean => (band.to - band.from) / (axis.to - axis.from) < 0.01;

/** Arrows lead to the band beside, Home and End to the first and the last. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const buttons = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const here = buttons.indexOf(event.currentTarget);
  const aim = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (aim === undefined) return;
  event.preventDefault();
  buttons[aim]?.focus();
}
