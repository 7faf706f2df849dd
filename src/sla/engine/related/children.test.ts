import { describe, expect, test } from '@jest/globals';
import { replay } from '../replay/replay';
import type { Fact } from '../model';
import { at, definitionsOf, historyOf, HOUR, metricOf, statusAt } from '../testing/build';
import { childFacts, childSignature, type Crossing, crossingsOf, isRelationItem, workItemsAbove } from '.';

const party = { name: 'a', kind: 'OLA', provider: 'it', consumers: [] } as const;
const definitionsWith = (affectsParent: 'none' | Crossing['effect']) =>
  definitionsOf([metricOf({ agreementId: 'ola' }), metricOf({ id: 'above', agreementId: 'sla' })], {
    agreements: [
      { ...party, id: 'sla', affectsParent: 'none' },
      { ...party, id: 'ola', parentId: 'sla', affectsParent, measuredOn: { kind: 'child' } },
    ],
  });

const day: readonly Fact[] = [
  statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
  statusAt('2026-06-01T13:00', 'Waiting', 'Open'),
];

const told = (effect: Crossing['effect'], facts: readonly Fact[], now: string) => {
  const definitions = definitionsWith(effect);
  const report = replay(definitions, historyOf('2026-06-01T09:00', facts), at(now), { trace: true });
  return crossingsOf(definitions).flatMap((crossing) => childFacts(crossing, report));
};
const shortly = (facts: readonly { readonly at: number; readonly what: string }[]) =>
  facts.map((fact) => [fact.what, new Date(fact.at).toISOString()]);
const iso = (time: string): string => new Date(at(time)).toISOString();

describe('whom the clocks of a work item concern', () => {
  test('only metrics of an agreement below another that is measured elsewhere and means something to it', () => {
    expect(crossingsOf(definitionsWith('none'))).toEqual([]);
    expect(crossingsOf(definitionsWith('open'))).toEqual([
      { metricId: 'm', measuredOn: { kind: 'child' }, effect: 'open', above: ['above@1'] },
    ]);
  });

  const fields = {
    parent: { id: '1', key: 'A-1' },
    issuelinks: [
      { type: { id: '10' }, outwardIssue: { id: '2' } },
      { type: { id: '10' }, inwardIssue: { id: '3' } },
      { type: { id: '11' }, outwardIssue: { id: '4' } },
    ],
  };
  test.each([
    [{ kind: 'child' } as const, ['1']],
    [{ kind: 'link', linkTypeId: '10', direction: 'outward' } as const, ['2']],
    [{ kind: 'link', linkTypeId: '10', direction: 'inward' } as const, ['3']],
    [{ kind: 'link', linkTypeId: '10', direction: 'any' } as const, ['2', '3']],
  ])('are the work items that %j leads to', (measuredOn, ids) => {
    expect(workItemsAbove(fields, measuredOn)).toEqual(ids);
    expect(workItemsAbove({}, measuredOn)).toEqual([]);
    expect(workItemsAbove({ parent: null, issuelinks: null }, measuredOn)).toEqual([]);
  });

  test.each([
    ['Link', null, true],
    ['IssueParentAssociation', null, true],
    ['Parent', 'parent', true],
    ['status', 'status', false],
  ])('may be others after a change of %s', (field, fieldId, expected) => {
    expect(isRelationItem({ field, fieldId })).toBe(expected);
  });
});

describe('what they are told', () => {
  test('of a clock that holds while it is open: its beginning and its end', () => {
    expect(shortly(told('open', day, '2026-06-01T14:00'))).toEqual([['pauses', iso('2026-06-01T09:00')]]);
    const done = [...day, statusAt('2026-06-01T15:00', 'Open', 'Done')];
    expect(shortly(told('open', done, '2026-06-01T16:00'))).toEqual([
      ['pauses', iso('2026-06-01T09:00')],
      ['resumes', iso('2026-06-01T15:00')],
    ]);
  });

  test('of a clock whose pauses count above: each of them, with its reason, one under way without an end', () => {
    expect(told('pause', day, '2026-06-01T12:00')).toMatchObject([
      { what: 'pauses', at: at('2026-06-01T11:00'), reason: 'requester' },
    ]);
    expect(shortly(told('pause', day, '2026-06-01T14:00'))).toEqual([
      ['pauses', iso('2026-06-01T11:00')],
      ['resumes', iso('2026-06-01T13:00')],
    ]);
  });

  test('of a clock whose breach is a risk: the breach, unless it is excused', () => {
    expect(told('breach', [], '2026-06-01T16:59')).toEqual([]);
    const late = told('breach', [], '2026-06-02T12:00');
    expect(shortly(late)).toEqual([['breached', iso('2026-06-01T17:00')]]);
    const excuse = { kind: 'excuse', metricId: 'm', cycle: 1, category: 'outage', reason: 'x' } as const;
    const excused = [{ ...excuse, at: at('2026-06-02T10:00'), id: '9', by: null }];
    expect(told('breach', excused, '2026-06-02T12:00')).toEqual([]);
  });
});

describe('whether there is something new to tell', () => {
  const signature = (effect: 'none' | Crossing['effect'], facts: readonly Fact[], now: number): string => {
    const definitions = definitionsWith(effect);
    return childSignature(
      crossingsOf(definitions),
      replay(definitions, historyOf('2026-06-01T09:00', facts), now),
    );
  };
  const noon = at('2026-06-01T12:00');

  test('never, while no clock concerns anybody above', () => {
    expect(signature('none', day, noon)).toBe('');
  });

  test.each(['open', 'pause', 'breach'] as const)('not as time passes ("%s")', (effect) => {
    expect(signature(effect, day, noon)).toBe(signature(effect, day, noon + HOUR / 2));
  });

  test.each([
    ['open', false, true],
    ['pause', true, true],
    ['breach', false, false],
  ] as const)('for "%s": %p when it goes on, %p when it ends', (effect, whenResumed, whenDone) => {
    const before = signature(effect, day.slice(0, 1), noon);
    expect(signature(effect, day, at('2026-06-01T13:00')) !== before).toBe(whenResumed);
    const done = [...day.slice(0, 1), statusAt('2026-06-01T12:00', 'Waiting', 'Done')];
    expect(signature(effect, done, noon) !== before).toBe(whenDone);
  });

  test('when the breach has come', () => {
    const due = at('2026-06-01T17:00');
    expect(signature('breach', [], due)).not.toBe(signature('breach', [], due + 1));
  });

  test('when a pause came and went unseen', () => {
    expect(signature('pause', day, at('2026-06-01T14:00'))).not.toBe(
      signature('pause', [], at('2026-06-01T14:00')),
    );
  });
});
