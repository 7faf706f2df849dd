/** A site on which two people have much to hide from each other, and from everybody else. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { seedPeople } from '../../../local/demo';
import { importSections } from '../../../local/demo/apply/app';
import { configDocument, type ConfigDocument } from '../../../local/demo/config';
import { applyArticles } from '../../../local/demo/apply/articles';
import { createSite, type LocalSite } from '../../../local/server';
import { digestOf } from '../../../src/platform/digest';
import { dropShares } from '../../../src/entry/resolvers/share';
import { runInProcess } from './in-process';
import { accountOf, admitPeople, OWNERS, type Owner, type Person } from './people';

export interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What one person has on the site. */
export interface Belongings {
  /** A question to the People team: a confidential space. */
  readonly requestId: string;
  readonly issueId: string;
  readonly issueKey: string;
  /** Waits for the approver. */
  readonly waitingId: string;
  /** The approver said yes to it. */
  readonly decidedId: string;
  /** A form to the People team that they have begun. */
  readonly draftId: string;
  /** Uploaded for a form, and named in no request. */
  readonly fileId: string;
  /** An article that only they and the agent read. */
  readonly pageId: string;
}

export interface Scene {
  readonly site: LocalSite;
  readonly of: Readonly<Record<Owner, Belongings>>;
  /** A page everybody reads. */
  readonly openPageId: string;
  /** An issue of the confidential space that no request of the catalog made. */
  readonly confidential: { readonly id: string; readonly key: string };
  readonly config: ConfigDocument;
  /** Calls the app as a person; `extension` is where Forge says the call comes from. */
  call(person: Person, name: string, payload?: unknown, extension?: object): Promise<Answer>;
  /** The same, for its value. @throws what the app refuses it with. */
  insist<T = unknown>(person: Person, name: string, payload?: unknown): Promise<T>;
  close(): Promise<void>;
}

/** What a person wrote or owns, by a word that occurs nowhere else. */
export const marker = (owner: Owner | 'nobody', what: string): string => `Zq${owner}${what}Qz`;

/** Only for the group of the approver. */
export const HIDDEN_ITEM = 'attack-hidden';
export const OPEN_ITEM = 'hr-question';
/** Base64 of what begins like a JPEG; that of the hidden item says its word. */
export const pictureOf = (itemId: string): string =>
  `/9j/${'A'.repeat(12)}${itemId === HIDDEN_ITEM ? marker('nobody', 'item') : 'A'.repeat(14)}AA`;
/** A list of options; that of the hidden item says its word. */
export const listOf = (itemId: string) => [
  { id: 'one', label: { en: itemId === HIDDEN_ITEM ? marker('nobody', 'item') : 'One' } },
];
const WAITING_ITEM = 'attack-leave';
/** The question of both for files. */
export const PROOF = 'proof';

const START = '2026-11-23T08:30:00.000Z';
const ANY_DATE = '2027-01-15';

export async function openScene(): Promise<Scene> {
  let pages: ReadonlyMap<string, string> = new Map();
  const site = await createSite({
    dir: path.join(tmpdir(), 'pledge-attack'),
    inMemory: true,
    startAt: START,
    runner: runInProcess(),
    seed: (opened) => {
      seedPeople(opened);
      pages = applyArticles(opened);
    },
  });
  site.host.settings.change({ rateLimits: false });
  admitPeople(site);
  const call = caller(site);
  const insist = insister(call);
  const config = withOwnItems(
    configDocument({
      groupId: (name) => site.jira.users.createGroup(name).groupId,
      pageId: (article) => pages.get(article) ?? article,
    }),
    site.jira.users.createGroup('managers').groupId,
  );
  await importSections((name, payload) => insist('jiraAdmin', name, payload), config.sections);

  const of = {
    requester: await settleIn(site, insist, 'requester'),
    other: await settleIn(site, insist, 'other'),
  };
  const confidential = site.jira.importIssue({
    project: 'HR',
    issueType: 'Service Request',
    reporter: accountOf('agent'),
    createdAt: site.now - 3_600_000,
    fields: { summary: marker('nobody', 'case') },
  });
  await site.clock.advance(10_000);
  return {
    site,
    of,
    openPageId: [...pages.values()][0] ?? '',
    confidential,
    config,
    call,
    insist,
    close: () => site.close(),
  };
}

type Calls = Scene['call'];
type Insists = Scene['insist'];

/** Calls as a person would from the portal; whoever crashes the app fails the test. */
const caller =
  (site: LocalSite): Calls =>
  async (person, name, payload = {}, extension = {}) => {
    // The site's clock stands: each call is taken for one of another minute.
    dropShares();
    const accountId = accountOf(person);
    const module = site.host.manifest.modules.find(({ key }) => key === 'pledge-portal');
    if (module?.resolverFunction === undefined) throw new Error('The app has no portal.');
    const result = await site.host.invoke({
      functionKey: module.resolverFunction,
      kind: 'resolver',
      moduleKey: module.key,
      moduleType: module.type,
      name,
      accountId: accountId === '' ? undefined : accountId,
      product: 'jira',
      args: [
        {
          call: { functionKey: name, payload },
          context: { moduleKey: module.key, extension: { type: module.type, ...extension } },
        },
        site.host.installContext(accountId === '' ? undefined : accountId),
      ],
    });
    if (result.outcome !== 'ok') throw new Error(`${name} as ${person}: ${result.outcome}: ${result.error}`);
    return result.value as Answer;
  };

const insister =
  (call: Calls): Insists =>
  async <T>(person: Person, name: string, payload: unknown = {}) => {
    const { ok, value, error } = await call(person, name, payload);
    if (!ok) throw new Error(`${name} as ${person}: ${JSON.stringify(error)}`);
    return value as T;
  };

/** The code of an answer, `ok` for one that is not refused. */
export const codeOf = ({ ok, error }: Answer): string => (ok ? 'ok' : (error?.code ?? 'none'));

function withOwnItems(document: ConfigDocument, managers: string): ConfigDocument {
  const copyOf = (id: string) => {
    const item = document.sections.item.find((each) => each.id === id);
    if (item === undefined) throw new Error(`The demo has no item ${id}.`);
    return item;
  };
  const leave = copyOf('unpaid-leave');
  const hidden = copyOf(OPEN_ITEM);
  const shown = (id: string) => ({
    label: digestOf(pictureOf(id)),
    ...{ width: 4, height: 3, alt: { en: 'A picture', ru: 'Картинка' } },
  });
  const listed = (id: string) => ({
    id: 'listed',
    type: 'choice',
    label: { en: 'Listed', ru: 'Список' },
    required: false,
    optionList: { parts: [digestOf(listOf(id))], count: 1 },
  });
  const proof = { id: PROOF, type: 'file', label: { en: 'Proof', ru: 'Документ' }, required: false };
  const approvals = leave.content.approvals.map((step) => ({
    ...step,
    approvers: [accountOf('approver')],
  }));
  const items = [
    ...document.sections.item.filter(({ id }) => id !== OPEN_ITEM),
    {
      ...hidden,
      picture: pictureOf(OPEN_ITEM),
      content: {
        ...hidden.content,
        form: [...hidden.content.form, listed(OPEN_ITEM), proof],
        picture: shown(OPEN_ITEM),
      },
    },
    { ...leave, id: WAITING_ITEM, content: { ...leave.content, approvals } },
    {
      ...hidden,
      id: HIDDEN_ITEM,
      picture: pictureOf(HIDDEN_ITEM),
      content: {
        ...hidden.content,
        form: [...hidden.content.form, listed(HIDDEN_ITEM), proof],
        picture: shown(HIDDEN_ITEM),
        name: { en: marker('nobody', 'item'), ru: marker('nobody', 'item') },
        summary: { en: marker('nobody', 'item'), ru: marker('nobody', 'item') },
        entitlement: {
          availableFor: { groups: [managers], users: [] },
          notAvailableFor: { groups: [], users: [] },
        },
      },
    },
  ];
  const people = [
    ...document.sections.person,
    { id: accountOf('requester'), manager: accountOf('approver'), standIn: accountOf('other') },
    { id: accountOf('other'), manager: accountOf('approver'), assistants: [{ id: accountOf('agent') }] },
  ];
  const optionPart = [OPEN_ITEM, HIDDEN_ITEM].map((id) => ({
    id: digestOf(listOf(id)),
    options: listOf(id),
  }));
  const sections = { ...document.sections, person: people, optionPart, item: items };
  return { ...document, sections };
}

const token = (owner: Owner, n: number): string =>
  `00000000-0000-4000-8000-00000000${String(OWNERS.indexOf(owner))}00${String(n)}`;

/** Uploads a file as a person's browser does; answers its id. @throws what the app refuses it with. */
export async function uploadAs(
  { site, insist }: Pick<Scene, 'site' | 'insist'>,
  person: Person,
  name: string,
  content: string | Buffer,
): Promise<string> {
  const bytes = Buffer.from(content);
  const checksum = createHash('sha256').update(bytes).digest('base64');
  const wanted = { itemId: OPEN_ITEM, field: PROOF, name, size: bytes.byteLength, checksum };
  const { id, url } = await insist<{ readonly id: string; readonly url: string }>(
    person,
    'files.begin',
    wanted,
  );
  const { status } = site.host.objects.serve({ path: url, method: 'PUT', headers: {}, body: bytes });
  if (status !== 200) throw new Error(`The store answered ${status}.`);
  await insist(person, 'files.confirm', { id });
  return id;
}

/** Requests, a draft, a comment, an article, a vote, a pause and a decision of one person. */
async function settleIn(site: LocalSite, insist: Insists, owner: Owner): Promise<Belongings> {
  const me = accountOf(owner);
  const send = (n: number, itemId: string, answers: object) =>
    insist<{ readonly requestId: string; readonly issueId: string; readonly issueKey: string }>(
      owner,
      'requests.submit',
      { clientToken: token(owner, n), itemId, itemVersion: 1, answers },
    );
  const question = (details: string) => ({
    topic: 'benefits',
    recipient: me,
    neededBy: ANY_DATE,
    location: 'berlin',
    details: `${details} and more`,
  });
  const leave = (explain: string) => ({
    startDate: ANY_DATE,
    lastDay: ANY_DATE,
    kind: 'other',
    explain,
    location: 'berlin',
  });
  const asked = await send(1, OPEN_ITEM, question(marker(owner, 'answer')));
  const waiting = await send(2, WAITING_ITEM, leave(marker(owner, 'leave')));
  const decided = await send(3, WAITING_ITEM, leave(marker(owner, 'leave')));
  await insist(owner, 'requests.comment', { requestId: asked.requestId, text: marker(owner, 'comment') });
  await insist(owner, 'requests.saveDraft', {
    clientToken: token(owner, 4),
    itemId: OPEN_ITEM,
    itemVersion: 1,
    answers: question(marker(owner, 'draft')),
    keeping: { by: token(owner, 5), turn: 1, others: [] },
  });
  await insist('approver', 'approvals.decide', {
    requestId: decided.requestId,
    decision: 'approved',
    comment: marker(owner, 'decision'),
  });
  const fileId = await uploadAs(
    { site, insist },
    owner,
    `${marker(owner, 'file')}.txt`,
    marker(owner, 'file'),
  );
  const { id: pageId } = site.confluence.importPage({
    space: 'HR',
    title: marker(owner, 'page'),
    storage: `<p>${marker(owner, 'page')}</p>`,
    author: me,
    createdAt: site.now - 86_400_000,
    restrictions: [{ operation: 'read', users: [me, accountOf('agent')] }],
  });
  await site.clock.advance(10_000);
  const { issueId } = asked;
  await insist('agent', 'knowledge.link', { issueId, pageId, kind: 'resolved' });
  await insist(owner, 'knowledge.vote', {
    pageId,
    helpful: false,
    reason: 'wrong',
    comment: marker(owner, 'vote'),
  });
  await insist('agent', 'sla.act', { issueId, action: { kind: 'pause', reason: marker(owner, 'pause') } });
  return {
    ...asked,
    waitingId: waiting.requestId,
    decidedId: decided.requestId,
    draftId: token(owner, 4),
    fileId,
    pageId,
  };
}
