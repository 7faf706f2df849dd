/** What a set-up makes, in the order in which one thing may refer to those before it. */
import type { Made, Setup } from '../../../../src/catalog/domain/setup';
import type { ItemContent, Text } from '../../../../src/catalog/domain/model';
import { WEEKDAYS } from '../../../../src/sla/engine/calendar/local-date';
import type { CalendarDefinition, MetricDefinition } from '../../../../src/sla/engine/model';
import { type PresetKey, PRESET_KEYS, presetMetric } from '../../model/metric-preset';
import { publicDays } from '../../model/public-days';
import type { Choices, Hours } from './choices';
import { itemOfTemplate, type Place } from './item-of-template';
import type { Department } from './template';

export interface Site {
  /** IANA zone. */
  readonly zone: string;
  readonly locale: 'en' | 'ru';
  readonly year: number;
  /** The first catalog of the site, when there is one. */
  readonly catalogId: string | undefined;
  readonly request: Place;
  readonly incident: Place;
}

/** One thing to be made, and how it is called while it is. */
export type Step = Made & { readonly name: Text } & (
    | { readonly section: 'calendar'; readonly value: CalendarDefinition }
    | { readonly section: 'metric'; readonly value: MetricDefinition; readonly begin: Choices['begin'] }
    | { readonly section: 'catalog' | 'category' | 'service'; readonly value: object }
    | { readonly section: 'item'; readonly value: ItemContent }
  );

const CATALOG: Text = { en: 'Company services', ru: 'Услуги компании' };
const YEARS = 2;

/** The id of what a set-up makes, by a word that says what it is. */
export const idIn = (setup: Pick<Setup, 'id'>, of: string): string => `${of}-${setup.id}`;

/** How the SLA that is made of a preset is called. */
export const metricIdOf = (key: PresetKey, newId: (of: string) => string): string => newId(`sla-${key}`);

/** Ids are made by `newId` from a word that says what they are of. */
export function planOf(
  choices: Choices,
  department: Department,
  site: Site,
  newId: (of: string) => string,
): readonly Step[] {
  const { name, icon, description } = department;
  const calendar = calendarOf(choices.hours, department, site, newId);
  const calendarId = calendar?.id ?? (choices.hours.kind === 'calendar' ? choices.hours.id : null);
  const metrics = metricsOf(choices, site, calendarId, newId);
  const catalogId = site.catalogId ?? newId('catalog');
  const [categoryId, serviceId] = [newId(choices.department), newId(`${choices.department}-service`)];
  const metricId = (...keys: readonly PresetKey[]) =>
    keys.flatMap((key) => metrics.find((metric) => metric.key === key)?.value.id ?? [])[0];
  const first = metricId('firstResponse');
  return [
    ...(calendar === undefined
      ? []
      : [{ section: 'calendar' as const, id: calendar.id, name: { en: calendar.name }, value: calendar }]),
    ...metrics.map(({ value }) => ({
      section: 'metric' as const,
      ...{ id: value.id, name: value.name, value, begin: choices.begin },
    })),
    ...(site.catalogId === undefined
      ? [made('catalog', catalogId, CATALOG, { managers: [choices.owner] })]
      : []),
    made('category', categoryId, name, { catalogId, description, icon, order: 1 }),
    made('service', serviceId, department.service.name, {
      schema: 1,
      description: department.service.description,
      department: name.en,
      owner: choices.owner,
      status: 'active',
    }),
    ...department.items
      .filter(({ id }) => choices.items.includes(id))
      .map((template) => {
        const isIncident = template.kind === 'incident';
        const last = isIncident ? metricId('resolution', 'delivery') : metricId('delivery', 'resolution');
        const value = itemOfTemplate(template, isIncident ? site.incident : site.request, {
          categoryId,
          serviceId,
          owner: choices.owner,
          approver: choices.approver === '' ? undefined : choices.approver,
          promise: {
            ...(first !== undefined && { firstResponseMetricId: first }),
            ...(last !== undefined && { deliveryMetricId: last }),
          },
        });
        return { section: 'item' as const, id: newId(template.id), name: template.name, value };
      }),
  ];
}

const made = (section: 'catalog' | 'category' | 'service', id: string, name: Text, value: object) => ({
  section,
  id,
  name,
  value: { id, name, ...value },
});

function calendarOf(
  hours: Hours,
  { name }: Department,
  { zone, locale, year }: Site,
  newId: (of: string) => string,
): CalendarDefinition | undefined {
  if (hours.kind !== 'new') return undefined;
  const { country, opens, closes } = hours;
  const years = Array.from({ length: YEARS }, (_, index) => year + index);
  const week = Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [[opens, closes] as const]]));
  const source = country === '' ? undefined : { country };
  const days = source === undefined ? undefined : publicDays({ source, years, locale }, week);
  return {
    id: newId('calendar'),
    name: `${(locale === 'ru' ? name.ru : undefined) ?? name.en} ${opens}–${closes}`,
    zone,
    week,
    holidays: days?.holidays ?? [],
    holidaySetIds: [],
    exceptions: days?.exceptions ?? [],
    ...(source !== undefined && { holidaySource: source }),
  };
}

/** Deliveries are promised for what is delivered, resolutions for what is broken, everything else for both. */
function metricsOf(
  { slas, projectId }: Choices,
  { request, incident }: Site,
  calendarId: string | null,
  newId: (of: string) => string,
) {
  const types = (key: PresetKey): readonly string[] => {
    if (key === 'delivery' && slas.resolution !== undefined) return [request.issueTypeId];
    if (key === 'resolution' && slas.delivery !== undefined) return [incident.issueTypeId];
    return [...new Set([request.issueTypeId, incident.issueTypeId])];
  };
  return PRESET_KEYS.flatMap((key) => {
    const hours = slas[key];
    if (hours === undefined) return [];
    const issueTypeIds = types(key);
    const { statuses } = key === 'resolution' ? incident : request;
    const id = metricIdOf(key, newId);
    return [{ key, value: presetMetric(key, { id, projectId, issueTypeIds, calendarId, hours, statuses }) }];
  });
}
