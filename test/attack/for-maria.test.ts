/**
 * Sentence by sentence what ordering for somebody else means. The assistant is Anna, and Maria lets her; each has a place and a manager
 * of her own.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { askJira } from './support/ask-jira';
import { accountOf, type Person } from './support/people';
import { codeOf, OPEN_ITEM, openScene, type Scene } from './support/scene';

const ANNA = 'requester';
const MARIA = 'other';
const MARIAS_MANAGER = 'approver';
const ANNAS_MANAGER = 'agent';
const ITEM = 'moscow-allowance';
const PLACE_FIELD = 'customfield_10050';
const MOSCOW = '10302';
const WAITS_FOR_REQUESTER = '10003';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await record(ANNA, { place: 'Berlin', manager: accountOf(ANNAS_MANAGER) });
  await record(MARIA, { place: 'Moscow', manager: accountOf(MARIAS_MANAGER) });
  await publish();
  await scene.insist(MARIA, 'people.nameAssistant', { assistant: accountOf(ANNA) });
}, 240_000);
afterAll(() => scene.close());

const FOR_MARIA = { for: accountOf(MARIA) };

/** Says of somebody what People is to say. */
const record = (person: Person, parts: object, rev = 1) =>
  scene.insist('jiraAdmin', 'settings.save', {
    section: 'person',
    rev,
    value: { id: accountOf(person), ...parts },
  });

/** For those of Moscow alone; what its form begins with, asks, costs and makes depends on who it is for. */
async function publish(): Promise<void> {
  const content = scene.config.sections.item.find(({ id }) => id === 'attack-leave')?.content as {
    readonly fulfilment: object;
    readonly approvals: readonly object[];
  };
  const { item } = await scene.insist<{ item: { rev: number } }>('jiraAdmin', 'catalog.saveItem', {
    itemId: ITEM,
    rev: 0,
    content: {
      ...content,
      name: { en: 'Allowance', ru: 'Надбавка' },
      entitlement: {
        availableFor: { groups: [], users: [], places: ['Moscow'] },
        notAvailableFor: { groups: [], users: [] },
      },
      price: {
        amount: 900,
        currency: 'EUR',
        hidden: true,
        shownTo: { groups: [], users: [accountOf(MARIA)] },
      },
      form: [
        {
          id: 'place',
          type: 'text',
          label: { en: 'Place', ru: 'Место' },
          required: true,
          default: { kind: 'requester', what: 'place' },
        },
        {
          id: 'permit',
          type: 'text',
          label: { en: 'Permit', ru: 'Разрешение' },
          required: true,
          default: { kind: 'previous' },
          visibleWhen: { field: '@place', op: 'is', value: 'Moscow' },
        },
      ],
      fulfilment: {
        ...content.fulfilment,
        mappings: [
          {
            jiraField: PLACE_FIELD,
            source: { kind: 'fact', fact: '@place', values: { Moscow: MOSCOW }, otherwise: '10301' },
          },
        ],
      },
      approvals: [
        {
          ...content.approvals[0],
          manager: true,
          approvers: [accountOf(ANNA), accountOf(MARIA)],
        },
      ],
    },
  });
  await scene.insist('jiraAdmin', 'catalog.publishItem', { itemId: ITEM, rev: item.rev });
}

interface Page {
  readonly item: { readonly version: number; readonly content: { readonly price?: object } };
  readonly requester?: object;
  readonly facts: object;
  readonly previous?: object;
}
const pageForMaria = () => scene.insist<Page>(ANNA, 'portal.item', { itemId: ITEM, ...FOR_MARIA });
const filled = (answers: object = { place: 'Moscow', permit: 'A-1' }) => ({
  clientToken: randomUUID(),
  itemId: ITEM,
  itemVersion: 1,
  answers,
});
const send = async (): Promise<{ requestId: string; issueKey: string }> => {
  const sent = await scene.insist<{ requestId: string; issueKey: string }>(ANNA, 'requests.submit', {
    ...filled(),
    ...FOR_MARIA,
  });
  await scene.site.clock.advance(10_000);
  return sent;
};

async function jira(person: Person, method: string, address: string, body?: object): Promise<unknown> {
  const answer = await askJira(scene.site, accountOf(person), method, address, body);
  await scene.site.clock.advance(10_000);
  return answer;
}

const waitingFor = async (person: Person): Promise<readonly string[]> =>
  (await scene.insist<{ waiting: { requestId: string; why: string }[] }>(person, 'portal.home')).waiting.map(
    ({ requestId, why }) => `${why} ${requestId}`,
  );

it('entitlement is the beneficiary’s', async () => {
  expect(codeOf(await scene.call(ANNA, 'portal.item', { itemId: ITEM }))).toBe('NOT_FOUND');
  expect(codeOf(await scene.call(ANNA, 'requests.submit', filled()))).toBe('NOT_FOUND');
  expect(JSON.stringify(await scene.insist(ANNA, 'portal.home'))).not.toContain(ITEM);
  await pageForMaria();
  expect(JSON.stringify(await scene.insist(ANNA, 'portal.home', FOR_MARIA))).toContain(ITEM);
});

it('price, defaults and conditions are the beneficiary’s', async () => {
  const { item, requester, facts } = await pageForMaria();
  expect(item.content.price).toMatchObject({ amount: 900, currency: 'EUR' });
  expect(requester).toEqual({ place: 'Moscow' });
  expect(facts).toEqual({ '@place': 'Moscow' });
  const short = await scene.call(ANNA, 'requests.submit', { ...filled({ place: 'Moscow' }), ...FOR_MARIA });
  expect(short.error).toMatchObject({ code: 'INVALID_ANSWERS', fields: [{ at: 'permit' }] });
});

it('place, calendar and manager are the beneficiary’s, and the work item says who asked for whom', async () => {
  const { requestId, issueKey } = await send();
  const { fields } = (await jira('jiraAdmin', 'GET', `issue/${issueKey}`)) as {
    readonly fields: Readonly<Record<string, unknown>>;
  };
  // The calendar of the promise follows this field.
  expect(fields[PLACE_FIELD]).toMatchObject({ id: MOSCOW });
  expect(fields['reporter']).toMatchObject({ accountId: accountOf(MARIA) });
  expect(JSON.stringify(fields['description'])).toContain('Requested by Attack requester for Attack other.');
  const asked = async (person: Person) =>
    (await scene.insist<{ rows: { requestId: string }[] }>(person, 'approvals.list')).rows.some(
      (row) => row.requestId === requestId,
    );
  expect([await asked(MARIAS_MANAGER), await asked(ANNAS_MANAGER)]).toEqual([true, false]);
});

it('neither approves, though the item names both', async () => {
  const { requestId } = await send();
  for (const person of [ANNA, MARIA] as const) {
    const { rows } = await scene.insist<{ rows: { requestId: string }[] }>(person, 'approvals.list');
    expect(rows.map((row) => row.requestId)).not.toContain(requestId);
    const decided = await scene.call(person, 'approvals.decide', {
      requestId,
      decision: 'approved',
      comment: '',
    });
    expect(codeOf(decided)).toBe('NOT_FOUND');
  }
  await scene.insist(MARIAS_MANAGER, 'approvals.decide', { requestId, decision: 'approved', comment: '' });
});

it('both see it, are told that it waits for them, answer and cancel', async () => {
  for (const [first, second] of [
    [ANNA, MARIA],
    [MARIA, ANNA],
  ] as const) {
    const { requestId, issueKey } = await send();
    await scene.insist(MARIAS_MANAGER, 'approvals.decide', { requestId, decision: 'approved', comment: '' });
    await scene.site.clock.advance(10_000);
    for (const person of [first, second]) {
      const { rows } = await scene.insist<{ rows: { id: string; onBehalf?: object }[] }>(
        person,
        'requests.list',
        {
          scope: 'open',
        },
      );
      expect(rows.find(({ id }) => id === requestId)?.onBehalf).toEqual({
        by: 'Attack requester',
        of: 'Attack other',
      });
    }
    const { transitions } = (await jira('agent', 'GET', `issue/${issueKey}/transitions`)) as {
      readonly transitions: readonly { readonly id: string; readonly to: { readonly id: string } }[];
    };
    const transition = transitions.find(({ to }) => to.id === WAITS_FOR_REQUESTER);
    await jira('agent', 'POST', `issue/${issueKey}/transitions`, { transition: { id: transition?.id } });
    await scene.site.clock.advance(60_000);
    for (const person of [first, second]) expect(await waitingFor(person)).toContain(`answer ${requestId}`);
    await scene.insist(first, 'requests.comment', { requestId, text: 'Here it is.' });
    await scene.site.clock.advance(60_000);
    for (const person of [first, second])
      expect(await waitingFor(person)).not.toContain(`answer ${requestId}`);
    await scene.insist(second, 'requests.cancel', { requestId, reason: 'No longer needed.' });
    await scene.site.clock.advance(10_000);
    const { stage } = await scene.insist<{ stage: { kind: string } }>(first, 'requests.get', { requestId });
    expect(stage.kind).toBe('cancelled');
  }
});

it('what Anna answered for her before is offered again, and nothing that Maria answered herself', async () => {
  await send();
  expect((await pageForMaria()).previous).toEqual({ permit: 'A-1' });
  await scene.insist(MARIA, 'requests.submit', filled({ place: 'Moscow', permit: 'her own' }));
  expect((await pageForMaria()).previous).toEqual({ permit: 'A-1' });
  const { recent } = await scene.insist<{ recent: string[] }>(ANNA, 'portal.home', FOR_MARIA);
  expect(recent).toContain(ITEM);
});

it('a form that was begun for Maria is kept as Anna’s and for Maria alone', async () => {
  const form = filled({ place: 'Moscow', permit: 'begun' });
  const keeping = { by: 'a-form-of-hers', turn: 1, others: [] };
  await scene.insist(ANNA, 'requests.saveDraft', { ...form, keeping, ...FOR_MARIA });
  const draftsOf = async (person: Person, payload: object = {}) =>
    (await scene.insist<{ drafts: { clientToken: string }[] }>(person, 'portal.home', payload)).drafts.map(
      ({ clientToken }) => clientToken,
    );
  expect(await draftsOf(ANNA, FOR_MARIA)).toEqual([form.clientToken]);
  expect(await draftsOf(ANNA)).not.toContain(form.clientToken);
  expect(await draftsOf(MARIA)).not.toContain(form.clientToken);
  const { draft } = await scene.insist<{ draft: object }>(ANNA, 'portal.item', {
    itemId: ITEM,
    ...FOR_MARIA,
  });
  expect(draft).toMatchObject({ answers: { permit: 'begun' }, for: accountOf(MARIA) });
  // Neither is it a draft of Anna's own from then on, nor is what was begun for one sent for another.
  const own = await scene.call(ANNA, 'requests.saveDraft', {
    ...form,
    keeping: { ...keeping, turn: 2 },
    itemId: OPEN_ITEM,
  });
  expect(codeOf(own)).toBe('DRAFT_CHANGED');
  await scene.insist(ANNA, 'requests.submit', { ...form, ...FOR_MARIA });
  expect(await draftsOf(ANNA, FOR_MARIA)).toEqual([]);
});

it('revoking takes effect at the next call', async () => {
  const { requestId } = await send();
  await pageForMaria();
  await scene.insist(MARIA, 'people.dropAssistant', { assistant: accountOf(ANNA) });
  for (const [name, payload] of [
    ['portal.item', { itemId: ITEM }],
    ['portal.home', {}],
    ['requests.submit', filled()],
  ] as const)
    expect(codeOf(await scene.call(ANNA, name, { ...payload, ...FOR_MARIA }))).toBe('FORBIDDEN');
  // What she asked for stays hers to follow.
  await scene.insist(ANNA, 'requests.get', { requestId });
});

it('nothing is told of a colleague whom an item is not for: neither where they are', async () => {
  const content = scene.config.sections.item.find(({ id }) => id === 'attack-leave')?.content as {
    readonly fulfilment: object;
  };
  const entitlement = {
    availableFor: { groups: [], users: [accountOf(ANNA), accountOf(MARIA)] },
    notAvailableFor: { groups: [], users: [] },
  };
  const form = [
    { id: 'who', type: 'user', label: { en: 'Who', ru: 'Кто' }, required: false },
    {
      id: 'why',
      type: 'text',
      label: { en: 'Why', ru: 'Зачем' },
      required: false,
      visibleWhen: { field: '@place', op: 'is', value: 'Moscow' },
    },
  ];
  const { item } = await scene.insist<{ item: { rev: number } }>('jiraAdmin', 'catalog.saveItem', {
    itemId: 'ticket',
    rev: 0,
    content: {
      ...content,
      entitlement,
      form,
      fulfilment: { ...content.fulfilment, mappings: [] },
      onBehalf: { field: 'who', access: 'restricted' },
    },
  });
  await scene.insist('jiraAdmin', 'catalog.publishItem', { itemId: 'ticket', rev: item.rev });
  await record(ANNAS_MANAGER, { place: 'Moscow' }, 0);
  const factsOf = (person: Person) =>
    scene.call(ANNA, 'portal.facts', { itemId: 'ticket', person: accountOf(person) });
  expect((await factsOf(MARIA)).value).toEqual({ facts: { '@place': 'Moscow' } });
  const refused = await factsOf(ANNAS_MANAGER);
  expect(refused.error).toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [{ code: 'notForThem', at: 'who' }],
  });
  expect(JSON.stringify(refused)).not.toContain('Moscow');
});
