import { describe, expect, it } from '@jest/globals';
import type { FormField } from '../../../src/catalog/domain/model';
import { needsApproval, promisedFields } from '../../../src/catalog/domain/form/promised-fields';
import { DEFINITIONS, field, itemOf } from '../testing/samples';
import { livePromise } from './live-promise';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-07-14T09:00:00Z');
const urgency: FormField = field('urgency', 'choice', {
  options: [
    { id: 'now', label: { en: 'Now' } },
    { id: 'later', label: { en: 'Later' } },
  ],
});
const fulfilment = {
  ...itemOf().content.fulfilment,
  mappings: [
    {
      jiraField: 'priority',
      source: { kind: 'answer', field: 'urgency' },
      valueMap: { now: '2', later: '3' },
    } as const,
    { jiraField: 'customfield_1', source: { kind: 'constant', value: '77' } } as const,
  ],
};
const item = itemOf({ form: [urgency], fulfilment });

describe('the promise before sending', () => {
  it('promises both dates of the item', () => {
    const { firstReply, delivery } = livePromise(DEFINITIONS, item, {}, 'alice', NOW);
    expect(firstReply?.dueTime).toBe(NOW + 4 * HOUR);
    expect(delivery?.dueTime).toBe(NOW + 48 * HOUR);
  });

  it('follows an answer that is mapped to a field the goals look at', () => {
    expect(livePromise(DEFINITIONS, item, { urgency: 'now' }, 'alice', NOW).firstReply?.dueTime).toBe(
      NOW + HOUR,
    );
    expect(livePromise(DEFINITIONS, item, { urgency: 'later' }, 'alice', NOW).firstReply?.dueTime).toBe(
      NOW + 4 * HOUR,
    );
  });

  it('ignores the answer of a field that is hidden', () => {
    const hidden = itemOf({
      form: [{ ...urgency, visibleWhen: { field: 'other', op: 'filled' } }, field('other', 'text')],
      fulfilment,
    });
    expect(promisedFields(hidden.content, { urgency: 'now' }, 'alice')).not.toHaveProperty('priority');
  });

  it('still names a date while an approval would stop the clock', () => {
    const approved = itemOf({
      form: [urgency],
      fulfilment,
      approvals: [{ waitingStatusId: '5' }],
    });
    expect(promisedFields(approved.content, {}, 'alice')).toMatchObject({ status: ['5'] });
    expect(livePromise(DEFINITIONS, approved, {}, 'alice', NOW).delivery?.dueTime).toBe(NOW + 48 * HOUR);
  });

  it('asks for approval only when its condition holds', () => {
    const when = { field: 'urgency', op: 'is', value: 'now' } as const;
    const sometimes = itemOf({ form: [urgency], approvals: [{ when }] });
    expect(needsApproval(sometimes.content, { urgency: 'now' })).toBe(true);
    expect(needsApproval(sometimes.content, { urgency: 'later' })).toBe(false);
    expect(needsApproval(item.content, {})).toBe(false);
  });

  it('promises nothing where the metric is hidden from requesters or unknown', () => {
    const hidden = {
      ...DEFINITIONS,
      metrics: DEFINITIONS.metrics.map((m) => ({ ...m, visibility: 'hidden' as const })),
    };
    expect(livePromise(hidden, item, {}, 'alice', NOW)).toEqual({ firstReply: null, delivery: null });
    expect(livePromise(DEFINITIONS, itemOf({ promise: {} }), {}, 'alice', NOW).delivery).toBeNull();
  });

  it('says who asks, where, and what kind of issue it becomes', () => {
    expect(promisedFields(item.content, {}, 'alice')).toEqual({
      customfield_1: ['77'],
      projectId: ['10000'],
      issuetype: ['1'],
      statusCategory: ['new'],
      status: ['1'],
      reporter: ['alice'],
    });
  });
});
