/**
 * One row for each call of the contract: a payload that is right in every respect, about what belongs to one of two
 * people, and what each person is answered, after the permission matrix of the admin guide. What would change something is
 * sent with a revision that is not stored where it has one, so that whoever is let in is answered CONFLICT.
 */
import { randomUUID } from 'node:crypto';
import type { Contract } from '../../../src/contract';
import { digestOf } from '../../../src/platform/digest';
import { content } from '../../support/samples';
import { accountOf, type Owner, type Person } from './people';
import { HIDDEN_ITEM, listOf, OPEN_ITEM, pictureOf, PROOF, type Scene } from './scene';

export type CallName = keyof Contract;

export interface Row {
  readonly payload: (scene: Scene, owner: Owner) => object;
  /** `ok`, or the code of the refusal. */
  readonly answer: (person: Person, owner: Owner) => string;
}

type Payload = Row['payload'];
type Answer = Row['answer'];

// ------------------------------------------------------------- who is answered what

const signedIn =
  (answer: Answer): Answer =>
  (person, owner) =>
    person === 'anonymous' ? 'FORBIDDEN' : answer(person, owner);

const everybody = signedIn(() => 'ok');

const inJira = (answer: Answer, refusal = 'JIRA_REFUSED'): Answer =>
  signedIn((person, owner) => (person === 'reader' ? refusal : answer(person, owner)));

const ADMINS: readonly Person[] = ['pledgeAdmin', 'jiraAdmin'];

/** Holders of a role, and administrators; they are answered `then`. */
const holders = (roles: readonly Person[], then: Answer | string = 'ok'): Answer =>
  signedIn((person, owner) => {
    if (![...ADMINS, ...roles].includes(person)) return 'FORBIDDEN';
    return typeof then === 'string' ? then : then(person, owner);
  });

/** Only the person whose it is; for all others, agents and administrators too, there is no such thing. */
const ownerOnly = (then = 'ok'): Answer =>
  signedIn((person, owner) => (person === owner ? then : 'NOT_FOUND'));

const WORKS_ON_IT: readonly Person[] = ['agent', 'jiraAdmin'];

/** Whoever may browse the issue of a confidential space: its reporter, its team and its administrators. */
const browsing: Answer = (person, owner) =>
  person === owner || WORKS_ON_IT.includes(person) ? 'ok' : 'NOT_FOUND';

/** Whoever may edit that issue; the rest is refused before anything of it is read. */
const editing = (then: Answer): Answer =>
  inJira((person, owner) => (WORKS_ON_IT.includes(person) ? then(person, owner) : 'FORBIDDEN'));

/** The article is the owner's and the agent's: even an administrator of Jira does not read it. */
const readsPage: Answer = (person, owner) => (person === owner || person === 'agent' ? 'ok' : 'NOT_FOUND');

/** The item for everybody in the company is not the reader's; the other is the approver's alone. */
const entitled = (then = 'ok'): Answer =>
  signedIn((person, owner) => {
    const may = owner === 'requester' ? person !== 'reader' : person === 'approver';
    return may ? then : 'NOT_FOUND';
  });

// ------------------------------------------------------------- payloads

const nothing: Payload = () => ({});
const issue: Payload = ({ of }, owner) => ({ issueId: of[owner].issueId });
const page: Payload = ({ of }, owner) => ({ pageId: of[owner].pageId });
const issueAndPage: Payload = (scene, owner) => ({ ...issue(scene, owner), ...page(scene, owner) });
const draft: Payload = ({ of }, owner) => ({ draftId: of[owner].draftId });
const request: Payload = ({ of }, owner) => ({ requestId: of[owner].requestId });

/** Items belong to nobody: the one for everybody stands for one's own, the one for few for somebody else's. */
const itemOf = (owner: Owner): string => (owner === 'requester' ? OPEN_ITEM : HIDDEN_ITEM);
const item: Payload = (_, owner) => ({ itemId: itemOf(owner) });

const picture: Payload = (scene, owner) => ({
  ...item(scene, owner),
  label: digestOf(pictureOf(itemOf(owner))),
});

const file: Payload = ({ of }, owner) => ({ id: of[owner].fileId });

const search = { typed: '', from: 0, most: 50 };

/** A revision or version nobody ever saved. */
const NOT_STORED = 4_000;
const itemUnsaved: Payload = (scene, owner) => ({ ...item(scene, owner), rev: NOT_STORED });
const form: Payload = (scene, owner) => ({
  ...item(scene, owner),
  clientToken: randomUUID(),
  itemVersion: NOT_STORED,
  answers: {},
});

const period = { agreementId: 'no-such-agreement', period: '2026-10' };
const metricOf = ({ config }: Scene): object => {
  const [metric] = config.sections.metric;
  if (metric === undefined) throw new Error('The configuration has no metric.');
  return metric;
};
const change: Payload = (scene) => ({
  version: NOT_STORED,
  target: { section: 'metric', value: metricOf(scene) },
});
const planned: Payload = (scene, owner) => ({ ...change(scene, owner), plan: { scope: 'future' } });

// ------------------------------------------------------------- the rows

const catalogManager = holders(['catalogManager'], 'CONFLICT');
const slaManager = holders(['slaManager'], 'CONFLICT');
const slaManagerFindsNothing = holders(['slaManager'], 'NOT_FOUND');
const slaReader = holders(['slaManager', 'auditor']);
const ANY_MANAGER: readonly Person[] = ['catalogManager', 'slaManager', 'knowledgeManager', 'auditor'];

export const ROWS: Readonly<Record<CallName, Row>> = {
  'portal.home': { payload: nothing, answer: everybody },
  'portal.favourite': { payload: (_, owner) => ({ itemId: itemOf(owner), isOn: true }), answer: entitled() },
  // Nobody is told of a problem in the scene: to every person it is not found.
  'portal.follow': {
    payload: () => ({ announcementId: 'no-such-problem', isOn: true }),
    answer: signedIn(() => 'NOT_FOUND'),
  },
  'files.begin': {
    payload: (_, owner) => ({
      itemId: itemOf(owner),
      field: PROOF,
      name: 'a.txt',
      size: 1,
      checksum: `${'A'.repeat(43)}=`,
    }),
    answer: inJira(entitled(), 'FORBIDDEN'),
  },
  'files.beginAdded': {
    payload: (scene, owner) => ({
      ...request(scene, owner),
      name: 'a.txt',
      size: 1,
      checksum: `${'A'.repeat(43)}=`,
    }),
    answer: ownerOnly(),
  },
  // Of nobody, so that both keep what is theirs: the request is looked at first.
  'files.add': {
    payload: (scene, owner) => ({ ...request(scene, owner), files: [{ id: randomUUID() }] }),
    answer: signedIn(() => 'NOT_FOUND'),
  },
  'files.confirm': { payload: file, answer: ownerOnly() },
  'files.open': { payload: file, answer: ownerOnly() },
  // Of nobody, so that both keep what is theirs.
  'files.remove': { payload: () => ({ id: randomUUID() }), answer: signedIn(() => 'NOT_FOUND') },
  'portal.words': { payload: nothing, answer: everybody },
  'portal.picture': { payload: picture, answer: entitled() },
  'catalog.picture': { payload: picture, answer: holders(['catalogManager', 'auditor']) },
  'catalog.savePicture': {
    payload: (_, owner) => ({ itemId: itemOf(owner), categoryIds: [], picture: pictureOf(itemOf(owner)) }),
    answer: holders(['catalogManager']),
  },
  'portal.options': {
    payload: (scene, owner) => ({ ...item(scene, owner), field: 'listed', ...search }),
    answer: entitled(),
  },
  'catalog.options': {
    payload: (_, owner) => ({ parts: [digestOf(listOf(itemOf(owner)))], ...search }),
    answer: holders(['catalogManager', 'auditor']),
  },
  'catalog.saveOptions': {
    payload: (_, owner) => ({ options: listOf(itemOf(owner)) }),
    answer: holders(['catalogManager']),
  },
  'portal.item': { payload: item, answer: entitled() },
  // Of somebody the item is for: of others it tells nothing.
  'portal.facts': {
    payload: (scene, owner) => ({
      ...item(scene, owner),
      person: accountOf(owner === 'requester' ? 'requester' : 'approver'),
    }),
    answer: entitled(),
  },
  'portal.preview': { payload: item, answer: holders(['catalogManager', 'auditor']) },
  'catalog.viewAs': {
    payload: ({ config }) => ({ person: 'nobody', catalog: config.sections.catalog[0]?.id }),
    answer: holders(['catalogManager', 'auditor']),
  },
  'catalog.searches': { payload: nothing, answer: holders(['catalogManager', 'auditor']) },
  'catalog.forgetSearch': { payload: () => ({ words: 'not searched' }), answer: holders(['catalogManager']) },
  'catalog.items': { payload: nothing, answer: holders(['catalogManager', 'auditor']) },
  // Nothing that is there, so that everybody finds the same items afterwards.
  'catalog.moveItems': {
    payload: () => ({ ids: ['no-such-item'], serviceId: 'workplace' }),
    answer: holders(['catalogManager']),
  },
  'catalog.item': { payload: item, answer: holders(['catalogManager', 'auditor']) },
  'catalog.saveItem': {
    payload: (scene, owner) => ({
      ...itemUnsaved(scene, owner),
      content: scene.config.sections.item.find(({ id }) => id === OPEN_ITEM)?.content,
    }),
    answer: catalogManager,
  },
  'catalog.publishItem': { payload: itemUnsaved, answer: catalogManager },
  'catalog.retireItem': { payload: itemUnsaved, answer: catalogManager },
  'catalog.securityLevels': {
    payload: () => ({ projectId: '10000', issueTypeId: '10001' }),
    answer: holders(['catalogManager']),
  },
  'catalog.slas': { payload: nothing, answer: holders(['catalogManager', 'auditor']) },
  'catalog.structure': { payload: nothing, answer: holders(['catalogManager', 'slaManager', 'auditor']) },
  'catalog.setUses': { payload: () => ({ id: 'network' }), answer: holders(['catalogManager', 'auditor']) },
  'catalog.delete': {
    payload: ({ config }) => ({
      section: 'category',
      id: config.sections.category[0]?.id,
      rev: NOT_STORED,
    }),
    answer: catalogManager,
  },

  'people.assistants': { payload: nothing, answer: everybody },
  // An account that is not there, so that everybody keeps who orders for them.
  'people.nameAssistant': {
    payload: () => ({ assistant: 'no-such-account', until: '2027-01-01' }),
    answer: signedIn(() => 'INVALID_DEFINITION'),
  },
  'people.dropAssistant': { payload: () => ({ assistant: 'no-such-account' }), answer: everybody },

  'requests.submit': {
    payload: form,
    answer: inJira(entitled('FORM_CHANGED'), 'FORBIDDEN'),
  },
  'requests.try': {
    payload: (scene, owner) => ({ ...item(scene, owner), answers: {} }),
    answer: holders(['catalogManager'], 'INVALID_ANSWERS'),
  },
  'requests.tryPlanned': {
    payload: () => ({ content: content(), answers: {} }),
    answer: holders(['catalogManager'], 'INVALID_ANSWERS'),
  },
  'requests.saveDraft': {
    // Not the item of which the owner has a draft: everybody's drafts are their own, and here they are kept.
    payload: (scene, owner) => ({
      ...form(scene, owner),
      itemVersion: 1,
      itemId: owner === 'requester' ? 'vpn' : HIDDEN_ITEM,
      keeping: { by: randomUUID(), turn: 1, others: [] },
      compares: true,
    }),
    answer: entitled(),
  },
  'requests.draft': { payload: draft, answer: ownerOnly() },
  'requests.renameDraft': {
    payload: (scene, owner) => ({ ...draft(scene, owner), name: 'Mine' }),
    answer: ownerOnly(),
  },
  // Whose it is not has none there to delete.
  'requests.deleteDraft': { payload: () => ({ draftId: randomUUID() }), answer: everybody },
  'requests.list': { payload: () => ({ scope: 'open' }), answer: everybody },
  'requests.joined': { payload: nothing, answer: everybody },
  // Nothing of the scene is shared: to every person it is not found.
  'requests.join': {
    payload: (scene, owner) => ({ ...request(scene, owner), isOn: true }),
    answer: inJira(() => 'NOT_FOUND', 'FORBIDDEN'),
  },
  'requests.get': { payload: request, answer: ownerOnly() },
  'requests.comment': {
    payload: (scene, owner) => ({ ...request(scene, owner), text: 'Any news?' }),
    answer: ownerOnly(),
  },
  'requests.confirm': { payload: request, answer: ownerOnly('CONFLICT') },
  'requests.reopen': {
    payload: (scene, owner) => ({ ...request(scene, owner), reason: 'It is not done.' }),
    answer: ownerOnly('CONFLICT'),
  },
  'requests.cancel': {
    payload: ({ of }, owner) => ({ requestId: of[owner].decidedId, reason: 'No longer needed.' }),
    answer: ownerOnly(),
  },
  'requests.tryAgain': { payload: () => ({ stepId: 'none' }), answer: holders(['catalogManager']) },
  'approvals.list': { payload: nothing, answer: everybody },
  'approvals.decide': {
    payload: ({ of }, owner) => ({ requestId: of[owner].waitingId, decision: 'declined', comment: 'No.' }),
    answer: signedIn((person) => (person === 'approver' ? 'ok' : 'NOT_FOUND')),
  },

  'sla.definitions': { payload: nothing, answer: inJira(() => 'ok', 'FORBIDDEN') },
  'sla.issue': { payload: issue, answer: inJira(browsing) },
  'sla.act': {
    payload: (scene, owner) => ({
      ...issue(scene, owner),
      action: { kind: 'pause', metricId: 'no-such-metric', reason: 'Because.' },
    }),
    answer: inJira((person, owner) => {
      if (person === owner) return 'FORBIDDEN';
      return browsing(person, owner) === 'ok' ? 'BAD_REQUEST' : 'NOT_FOUND';
    }),
  },
  'sla.setSafeMode': { payload: () => ({ on: true, rev: NOT_STORED }), answer: slaManager },
  'sla.settings': { payload: nothing, answer: slaReader },
  'sla.simulate': {
    payload: (scene, owner) => ({ query: `key = ${scene.of[owner].issueKey}`, metric: metricOf(scene) }),
    answer: holders(['slaManager', 'auditor'], (person) => (person === 'jiraAdmin' ? 'ok' : 'BAD_REQUEST')),
  },
  'sla.recompute': { payload: issue, answer: holders(['slaManager']) },
  'sla.board': { payload: nothing, answer: inJira(() => 'ok') },
  'sla.assessChange': { payload: change, answer: slaManager },
  'sla.startDryRun': { payload: planned, answer: slaManager },
  'sla.dryRun': { payload: () => ({ id: 'none' }), answer: holders(['slaManager']) },
  'sla.countOpen': {
    payload: (scene) => ({ metrics: [{ ...metricOf(scene), id: 'thought-of' }], calendars: [] }),
    answer: holders(['slaManager']),
  },
  'sla.applyChange': { payload: planned, answer: slaManager },
  'sla.changes': { payload: nothing, answer: slaReader },
  'sla.changeLog': { payload: () => ({ version: 1, page: 0 }), answer: slaReader },
  'sla.rollBack': {
    payload: () => ({ version: NOT_STORED, undo: 1 }),
    answer: slaManagerFindsNothing,
  },
  'sla.recalculation': { payload: nothing, answer: everybody },
  'sla.cancelRecalculation': { payload: nothing, answer: holders(['slaManager']) },
  'sla.resumeRecalculation': { payload: nothing, answer: holders(['slaManager']) },
  'sla.forecastSample': { payload: issue, answer: inJira(browsing) },
  'sla.forecasts': { payload: nothing, answer: slaReader },
  'sla.learnForecasts': { payload: nothing, answer: holders(['slaManager']) },
  'sla.compliance': {
    payload: () => ({ agreementId: period.agreementId }),
    answer: holders(['slaManager', 'auditor'], 'NOT_FOUND'),
  },
  'sla.countPeriod': { payload: () => period, answer: slaManagerFindsNothing },
  'sla.measureFinished': { payload: () => period, answer: slaManagerFindsNothing },
  'sla.enterValue': {
    payload: () => ({ ...period, commitmentId: 'none', value: 1, note: '' }),
    answer: slaManagerFindsNothing,
  },
  'sla.reviewPeriod': { payload: () => ({ ...period, note: '' }), answer: slaManagerFindsNothing },

  'knowledge.issue': { payload: issue, answer: inJira(browsing) },
  'knowledge.link': {
    payload: (scene, owner) => ({ ...issueAndPage(scene, owner), kind: 'linked' }),
    answer: editing(readsPage),
  },
  'knowledge.unlink': {
    payload: (scene, owner) => ({ ...issue(scene, owner), pageId: scene.openPageId }),
    answer: editing(() => 'ok'),
  },
  'knowledge.canSee': { payload: issueAndPage, answer: editing(readsPage) },
  'knowledge.page': { payload: page, answer: signedIn(readsPage) },
  'knowledge.vote': {
    payload: (scene, owner) => ({ ...page(scene, owner), helpful: true }),
    answer: signedIn(readsPage),
  },
  'knowledge.macro': {
    payload: (scene, owner) => ({ ...item(scene, owner), pageId: scene.openPageId }),
    answer: entitled(),
  },
  'knowledge.macroItems': { payload: nothing, answer: everybody },
  'knowledge.solved': {
    payload: (scene, owner) => ({ ...item(scene, owner), pageId: scene.openPageId }),
    answer: entitled(),
  },

  'settings.me': { payload: nothing, answer: everybody },
  'settings.audit': { payload: nothing, answer: holders(['auditor']) },
  'settings.health': { payload: nothing, answer: holders(ANY_MANAGER) },
  'settings.read': { payload: () => ({ section: 'policy' }), answer: slaReader },
  'settings.save': {
    payload: () => ({ section: 'display', value: {}, rev: NOT_STORED }),
    answer: slaManager,
  },
  'settings.rows': { payload: () => ({ section: 'person' }), answer: holders(['catalogManager', 'auditor']) },
  'settings.deleteRow': {
    payload: ({ config }) => ({ section: 'person', id: config.sections.person[0]?.id, rev: NOT_STORED }),
    answer: catalogManager,
  },
  'settings.portal': { payload: nothing, answer: holders(['catalogManager']) },
  'settings.withdrawItem': { payload: () => ({ itemId: 'gone' }), answer: holders(['catalogManager']) },
  'settings.delete': {
    payload: () => ({ version: NOT_STORED, section: 'metric', id: 'delivery' }),
    answer: slaManager,
  },
  'settings.export': { payload: nothing, answer: holders([]) },
  'settings.stageImport': {
    payload: ({ config }) => ({
      upload: randomUUID(),
      section: 'item',
      part: 0,
      members: config.sections.item,
    }),
    answer: holders([]),
  },
  'settings.import': {
    payload: () => ({ upload: randomUUID(), parts: {}, from: 0, dryRun: true }),
    answer: holders([]),
  },
};
