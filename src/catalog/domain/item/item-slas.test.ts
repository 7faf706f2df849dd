import { expect, it } from '@jest/globals';
import { content, field } from '../../../../test/support/samples';
import { definitionsOf, goalOf, HOUR, is, metricOf } from '../../../sla/engine/testing/build';
import { factsFor } from '../form/facts';
import { decidingQuestions, slasOfItem } from './item-slas';

const AT = Date.parse('2026-07-13T08:00:00Z'); // a Monday, 10:00 in Berlin
const urgency = field('urgency', {
  type: 'choice',
  options: [
    { id: 'now', label: { en: 'Now' } },
    { id: 'later', label: { en: 'Later' } },
  ],
});
const item = content({
  form: [urgency, field('why')],
  fulfilment: {
    ...content().fulfilment,
    mappings: [
      {
        jiraField: 'priority',
        source: { kind: 'answer', field: 'urgency' },
        valueMap: { now: '2', later: '3' },
      },
      { jiraField: 'customfield_1', source: { kind: 'answer', field: 'why' } },
    ],
  },
});
const definitions = definitionsOf([
  metricOf({ id: 'delivery', goals: [goalOf(2, is('priority', '2')), goalOf(8)] }),
  metricOf({ id: 'elsewhere', scope: is('projectId', '10001') }),
  metricOf({ id: 'approval', start: [{ on: 'approval', decision: 'requested' }] }),
]);
const judged = (answers = {}) => slasOfItem(definitions, item, { answers, requester: 'alice', at: AT });

it('tells goal, calendar and due time of what attaches, by the values that the mapping sets', () => {
  const [delivery] = judged({ urgency: 'now' });
  expect(delivery).toMatchObject({
    id: 'delivery',
    shownAs: 'deliveryMetricId',
    cycle: { goal: { id: '2h' }, calendarId: 'berlin', dueTime: AT + 2 * HOUR },
  });
  expect(judged()[0]?.cycle?.goal.id).toBe('8h');
});

it('tells why the others do not: their scope, or a start that has not happened', () => {
  const [, elsewhere, approval] = judged();
  expect(elsewhere).toMatchObject({ shownAs: null, cycle: undefined, idle: { kind: 'scope' } });
  expect(approval).toMatchObject({ cycle: undefined, idle: { kind: 'notStarted' } });
});

it('lets an approval that is waited for put the work item into its status', () => {
  const approvals = [{ approvers: ['maria'], rule: 'all', waitingStatusId: 'Waiting' } as const];
  const [delivery] = slasOfItem(
    definitions,
    { ...item, approvals },
    { answers: {}, requester: 'alice', at: AT },
  );
  expect(delivery?.cycle?.state).toBe('PAUSED');
});

it('asks for the answers that fill a field which an SLA looks at', () => {
  expect(decidingQuestions(item, new Set(['priority'])).map(({ id }) => id)).toEqual(['urgency']);
});

it('counts on the calendar of the place of whom it is for, which the mapping writes, and on the fallback elsewhere', () => {
  const calendar = {
    kind: 'field',
    field: 'customfield_2',
    map: { '20': 'moscow' },
    fallback: 'berlin',
  } as const;
  const { calendars } = definitionsOf();
  const byPlace = definitionsOf([metricOf({ id: 'delivery', calendar, goals: [goalOf(2)] })], {
    calendars: [...calendars, { ...calendars[0]!, id: 'moscow', zone: 'Europe/Moscow' }],
  });
  const source = { kind: 'fact', fact: '@place', values: { Moscow: '20' }, otherwise: '10' } as const;
  const mapped = {
    ...item,
    fulfilment: { ...item.fulfilment, mappings: [{ jiraField: 'customfield_2', source }] },
  };
  const calendarAt = (place?: string) => {
    const answers = factsFor(mapped, place === undefined ? {} : { '@place': place });
    return slasOfItem(byPlace, mapped, { answers, requester: 'alice', at: AT })[0]?.cycle?.calendarId;
  };
  expect(calendarAt(' moscow')).toBe('moscow');
  expect([calendarAt('Paris'), calendarAt('')]).toEqual(['berlin', 'berlin']);
  expect(calendarAt()).toBe('berlin');
});
