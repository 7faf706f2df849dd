import { useEffect, useState } from 'react';
import { TZDate } from '@date-fns/tz';
import { api } from '../lib/api';
import { Form, textOf, useAttempt } from '../lib/form';
import { dateTime } from '../lib/format';
import { useSite } from '../lib/site';
import { Button } from '../lib/parts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const STEPS: readonly { readonly label: string; readonly ms: number }[] = [
  { label: '+5 min', ms: 5 * MINUTE },
  { label: '+1 h', ms: HOUR },
  { label: '+4 h', ms: 4 * HOUR },
  { label: '+1 day', ms: 24 * HOUR },
];

/** Milliseconds until it is next nine in the morning where the reader is. */
export function untilMorning(now: number, zone: string): number {
  const today = new TZDate(now, zone);
  const nine = (offset: number): number =>
    new TZDate(today.getFullYear(), today.getMonth(), today.getDate() + offset, 9, 0, 0, zone).getTime();
  return (nine(0) > now ? nine(0) : nine(1)) - now;
}

/** The site's time, and the steps it can be moved by; what falls due on the way happens in order. */
export function ClockPanel() {
  const { clock, person, changed } = useSite();
  const [, tick] = useState(0);
  const [busy, setBusy] = useState(false);
  const { attempt, problem } = useAttempt();
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const move = async (body: object) => {
    setBusy(true);
    await attempt(() => api('/__local/clock', { body }));
    setBusy(false);
    changed();
  };
  const set = (data: FormData) => {
    const hours = Number(textOf(data, 'hours'));
    if (hours > 0) void move({ advanceMs: hours * HOUR });
  };
  return (
    <div>
      <p className="clock">{dateTime(clock.now(), person)}</p>
      <p className="quiet">
        {person.timeZone} · {clock.running ? 'running' : 'standing'}
      </p>
      <div className="actions" aria-busy={busy}>
        {STEPS.map((step) => (
          <Button key={step.label} disabled={busy} onClick={() => void move({ advanceMs: step.ms })}>
            {step.label}
          </Button>
        ))}
        <Button
          disabled={busy}
          onClick={() => void move({ advanceMs: untilMorning(clock.now(), person.timeZone) })}
        >
          Next morning
        </Button>
      </div>
      <Form className="query" onSubmit={set}>
        <label htmlFor="clock-hours">Hours</label>
        <input id="clock-hours" name="hours" type="number" min="0.1" step="0.1" defaultValue="8" />
        <Button type="submit" disabled={busy}>
          Move
        </Button>
      </Form>
      {busy && <p role="status">Time passes…</p>}
      {problem}
      <p className="quiet">
        The clock only moves forward. Escalations, schedules and delayed jobs on the way run in their order.
      </p>
    </div>
  );
}
