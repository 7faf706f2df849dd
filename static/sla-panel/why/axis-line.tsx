import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { Axis, Band } from '../model/axis';
import type { Told } from '../model/explain';
import { lanesOf } from '../model/lanes';
import { ticksOf } from '../model/ticks';
import { bandCause, bandText, markText, spanText } from './band-text';
import { Legend } from './legend';
import { useWidth } from './use-width';
import styles from './axis.module.css';

/** The room a letter of a label needs at most, on average. */
const LETTER_PX = 7;
/** Room for `Mon, 30 Nov`. */
const TICK_PX = 100;
const LANE_PX = 22;
const TRACK_PX = 36;

interface Props {
  readonly axis: Axis;
  readonly told: Told;
  /** The heading that names it. */
  readonly titleId: string;
}

/** The axis drawn to scale: bands that say what they are when pointed at or reached by arrow keys, marks above, dates below. */
export function AxisLine({ axis, told, titleId }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [at, setAt] = useState<number | null>(null);
  const hint = useId();
  const { from, to, bands, marks } = axis;
  const part = (moment: number): number => (moment - from) / (to - from);
  const texts = marks.map((mark) => [markText(mark), formatDateTime(mark.at)] as const);
  const placed = lanesOf(
    marks.map((mark, i) => ({
      at: part(mark.at),
      width: ((texts[i]?.join(' ').length ?? 0) * LETTER_PX) / width,
    })),
  );
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  const current = at === null ? undefined : bands[at];
  const move = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const buttons = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(event.currentTarget);
    const aim = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (aim === undefined) return;
    event.preventDefault();
    buttons[aim]?.focus();
  };
  return (
    <div>
      <div ref={frame} className={styles.frame} style={{ height: lanes * LANE_PX + TRACK_PX }}>
        <div
          role="group"
          aria-labelledby={titleId}
          aria-describedby={hint}
          className={styles.track}
          style={{ height: TRACK_PX }}
        >
          {bands.map((band, i) => (
            <button
              key={band.from}
              type="button"
              tabIndex={i === Math.min(at ?? 0, bands.length - 1) ? 0 : -1}
              className={classOf(band)}
              style={{ left: percent(part(band.from)), width: percent(part(band.to) - part(band.from)) }}
              aria-label={[bandText(band, told), spanText(band), bandCause(band, told)]
                .filter(Boolean)
                .join('. ')}
              onKeyDown={move}
              onFocus={() => setAt(i)}
              onPointerEnter={() => setAt(i)}
            />
          ))}
        </div>
        <ul className={styles.marks}>
          {marks.map((mark, i) => {
            const { lane, hold } = placed[i] ?? { lane: 0, hold: 'start' as const };
            const kind = mark.kinds.at(-1) ?? 'now';
            return (
              <li
                key={mark.at}
                className={`${styles.mark ?? ''} ${styles[kind] ?? ''}`}
                style={{ left: percent(part(mark.at)), top: (lanes - 1 - lane) * LANE_PX }}
              >
                <span className={`${styles.label ?? ''} ${styles[hold] ?? ''}`}>
                  <strong>{texts[i]?.[0]}</strong> {texts[i]?.[1]}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      <div className={styles.ticks} aria-hidden="true">
        {ticksOf(axis, width / TICK_PX).map((tick) => (
          <span key={tick.at} style={{ left: percent(part(tick.at)) }}>
            {tick.label}
          </span>
        ))}
      </div>
      <p id={hint} className={styles.told}>
        {current === undefined ? (
          t('sla.axis.hint')
        ) : (
          <>
            <strong>{bandText(current, told)}</strong> · {spanText(current)} · {bandCause(current, told)}
          </>
        )}
      </p>
      <Legend bands={bands} />
    </div>
  );
}

const percent = (part: number): string => `${String(part * 100)}%`;

const classOf = ({ kind, late }: Pick<Band, 'kind' | 'late'>): string =>
  [styles.band, styles[kind], late && styles.late].filter(Boolean).join(' ');
