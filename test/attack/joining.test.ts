/** What an item shares of its requests with colleagues opens nothing else of them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, type Person } from './support/people';
import { codeOf, HIDDEN_ITEM, marker, OPEN_ITEM, openScene, type Scene } from './support/scene';

const SHARED = 'shared-questions';
const SAID = 'The lift in the Berlin office stops between floors';
const TOPIC = marker('nobody', 'topic');

let scene: Scene;
let requestId = '';
let issueKey = '';
beforeAll(async () => {
  scene = await openScene();
  const like = scene.config.sections.item.find(({ id }) => id === OPEN_ITEM)?.content;
  const form = [
    { id: 'summary', type: 'text', label: { en: 'In short', ru: 'Коротко' }, required: true },
    { id: 'more', type: 'multiline', label: { en: 'More', ru: 'Подробнее' }, required: true },
  ];
  const { onBehalf: _for, rules: _rules, picture: _none, ...rest }: Record<string, unknown> = { ...like };
  const content = {
    ...rest,
    form,
    joining: { shows: 'summary' },
    fulfilment: { ...like?.fulfilment, summary: '{{field.summary}}', mappings: [] },
  };
  const { item } = await scene.insist<{ item: { rev: number } }>('pledgeAdmin', 'catalog.saveItem', {
    itemId: SHARED,
    rev: 0,
    content,
  });
  await scene.insist('pledgeAdmin', 'catalog.publishItem', { itemId: SHARED, rev: item.rev });
  ({ requestId, issueKey } = await scene.insist<{ requestId: string; issueKey: string }>(
    'requester',
    'requests.submit',
    {
      ...{ clientToken: '00000000-0000-4000-8000-000000000777', itemId: SHARED, itemVersion: 1 },
      answers: { summary: SAID, more: TOPIC },
    },
  ));
  await scene.site.clock.advance(10_000);
}, 120_000);
afterAll(() => scene.close());

const similarTo = async (person: Person, text = 'lift stops between floors') =>
  (await likeIt(person, text)).colleagues;

/** What a form that is being filled is told with its draft. */
async function likeIt(person: Person, text: string, more = {}) {
  const { form } = await scene.insist<{ form: { similar: Similar } }>(person, 'requests.saveDraft', {
    ...{ clientToken: randomUUID(), itemId: SHARED, itemVersion: 1, answers: { summary: text } },
    ...{ keeping: { by: randomUUID(), turn: 1, others: [] }, compares: true, ...more },
  });
  return form.similar;
}
interface Similar {
  readonly own: readonly object[];
  readonly colleagues: readonly object[];
}

/** Whose it is, its work item, and all that was written beside what is shared. */
const closed = () => new RegExp(`${accountOf('requester')}|Attack requester|${issueKey}|${TOPIC}`);

describe('a request that its item shares', () => {
  it('is shown to colleagues by the one answer, without whose it is', async () => {
    const rows = await similarTo('other');
    expect(rows).toEqual([expect.objectContaining({ id: requestId, summary: SAID })]);
    expect(JSON.stringify(rows)).not.toMatch(closed());
    expect(await similarTo('other', TOPIC)).toEqual([]);
  });

  it('is told with whose it is to those alone who may open the work item', async () => {
    expect(await similarTo('agent')).toEqual([expect.objectContaining({ issueKey, by: 'Attack requester' })]);
    expect(await similarTo('requester')).toEqual([]);
  });

  it('is told to no form of an item that is not theirs, nor in somebody’s place', async () => {
    const hidden = await scene.call('other', 'requests.saveDraft', {
      ...{ clientToken: randomUUID(), itemId: HIDDEN_ITEM, itemVersion: 1, answers: { summary: SAID } },
      ...{ keeping: { by: randomUUID(), turn: 1, others: [] }, compares: true },
    });
    expect(codeOf(hidden)).toBe('NOT_FOUND');
    expect((await likeIt('requester', SAID)).own).toEqual([expect.objectContaining({ id: requestId })]);
    await scene.insist('requester', 'people.nameAssistant', { assistant: accountOf('agent') });
    expect(await likeIt('agent', SAID, { for: accountOf('requester') })).toBeUndefined();
    await scene.insist('requester', 'people.dropAssistant', { assistant: accountOf('agent') });
  });

  it('is joined by those who could ask themselves, and opens nothing to them', async () => {
    const join = { requestId, isOn: true };
    expect(codeOf(await scene.call('reader', 'requests.join', join))).toBe('FORBIDDEN');
    expect(codeOf(await scene.call('anonymous', 'requests.join', join))).toBe('FORBIDDEN');
    expect(codeOf(await scene.call('requester', 'requests.join', join))).toBe('NOT_FOUND');
    expect(codeOf(await scene.call('other', 'requests.join', join))).toBe('ok');
    for (const [name, more] of Object.entries({
      'requests.get': {},
      'requests.comment': { text: 'Let me in' },
      'requests.confirm': {},
      'requests.reopen': { reason: 'x' },
      'requests.cancel': { reason: 'x' },
    }))
      expect(codeOf(await scene.call('other', name, { requestId, ...more }))).toBe('NOT_FOUND');
    const { rows } = await scene.insist<{ rows: object[] }>('other', 'requests.joined', {});
    expect(rows).toEqual([expect.objectContaining({ id: requestId, summary: SAID, joined: true })]);
    expect(JSON.stringify(rows)).not.toMatch(closed());
    const own = await scene.insist<{ rows: { id: string }[] }>('other', 'requests.list', { scope: 'open' });
    expect(own.rows.map(({ id }) => id)).not.toContain(requestId);
  });

  it('tells who joined to whom it is of, and to nobody else', async () => {
    const view = await scene.insist<{ joined: string[] }>('requester', 'requests.get', { requestId });
    expect(view.joined).toEqual(['Attack other']);
    expect(JSON.stringify(await similarTo('approver'))).not.toMatch(/Attack other|count/);
  });

  it('is not joined in the name of somebody else, nor left', async () => {
    expect(codeOf(await scene.call('approver', 'requests.join', { requestId, isOn: false }))).toBe('ok');
    const view = await scene.insist<{ joined: string[] }>('requester', 'requests.get', { requestId });
    expect(view.joined).toEqual(['Attack other']);
    const named = { requestId, isOn: true, accountId: accountOf('agent') };
    expect(codeOf(await scene.call('other', 'requests.join', named))).toBe('SCREEN_OUTDATED');
  });
});
