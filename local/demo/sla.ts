import * as v from 'valibot';
import { readData } from './data';

/** A definition as the app's import reads it, which is who judges it. */
const definition = v.looseObject({ id: v.string() });

const holidaySet = v.strictObject({
  id: v.string(),
  name: v.string(),
  holidays: v.record(v.string(), v.string()),
});

/** `2026-04-03` is a day of one year, `12-25` one of every year. */
function holidayOf([date, name]: readonly [string, string]) {
  const [month = 0, day = 0] = date.split('-').map(Number);
  return date.length > 5
    ? { kind: 'date' as const, date, name }
    : { kind: 'yearly' as const, month, day, name };
}

const calendarsSchema = v.strictObject({ holidaySets: v.array(holidaySet), calendars: v.array(definition) });
const metricsSchema = v.looseObject({ common: v.looseObject({}), metrics: v.array(definition) });
const agreementsSchema = v.strictObject({
  agreements: v.array(definition),
  surveys: v.array(v.strictObject({ value: v.number(), note: v.string() })),
});

/** The company's SLAs; only the site knows its groups' ids. */
export function slaDocument(groupId: (name: string) => string) {
  const names = { group: groupId };
  const { holidaySets, calendars } = readData('sla/calendars.yml', calendarsSchema);
  const { common, metrics } = readData('sla/metrics.yml', metricsSchema, names);
  const { agreements } = readData('sla/agreements.yml', agreementsSchema, names);
  return {
    calendar: calendars,
    holidaySet: holidaySets.map((set) => ({
      ...set,
      holidays: Object.entries(set.holidays).map(holidayOf),
    })),
    metric: metrics.map((metric) => ({ ...common, ...metric })),
    agreement: agreements,
  };
}

/** What the surveys of this month and the last said. */
export const surveys = () =>
  readData('sla/agreements.yml', agreementsSchema, { group: (name) => name }).surveys;
