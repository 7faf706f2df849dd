/** Runs the app's event handler over a fake Forge and counts what Forge would bill and Jira would be asked. */
import { issueRowKey } from '../../src/platform/storage/issue-row';
import { onIssueEvent } from '../../src/entry/events/on-issue-event';
import { writeDefinitions } from '../../src/sla/definitions/stored/definitions-store';
import type { SlaDefinitions } from '../../src/sla/engine/model';
import { CATEGORIES, definitions, STATUS } from '../../src/sla/testing/definitions';
import { FakeJira } from '../../src/sla/testing/fake-jira';
import type { IssueEvent } from '../../src/work/issue-event';
import { type FakeForge, installFakeForge, type ProductCall } from '../support/fake-forge';

export interface Billed {
  readonly reads: number;
  readonly writes: number;
  readonly writtenBytes: number;
  readonly restReads: number;
  /** Writes of the display copy (issue property, the app's own fields): not billed, but calls to Jira. */
  readonly displayCopies: number;
}

const isDisplay = ({ method, path }: ProductCall): boolean =>
  (method === 'PUT' && path.includes('/properties/')) || path.startsWith('/rest/api/3/app/field/value');

const isRead = (path: string): boolean => /\/(get|query)$/.test(path);

const EMPTY_READ = 1_000;

export class BilledSite {
  readonly forge: FakeForge = installFakeForge('ann');
  readonly jira = new FakeJira(() => Date.now());
  private written = 0;

  constructor() {
    this.forge.product = (call) => this.answer(call);
    this.forge.kvs.before = (path, body) => {
      if (!isRead(path)) this.written += bytesOf(body);
      return undefined;
    };
  }

  /** A request of the catalog stands behind the issue; nothing ends it but status "done". */
  fulfils(issueId: string, requestId: string): void {
    const request = {
      id: requestId,
      itemId: 'laptop',
      projectId: '10000',
      waits: [],
      asks: [],
      endings: { [STATUS.done]: 'resolved' },
      reopenWithinDays: 5,
      askers: [],
    };
    this.forge.kvs.rows.set(`request\0${issueRowKey(issueId)}`, { rev: 1, doc: { request } });
  }

  defines(next: SlaDefinitions = definitions): Promise<void> {
    return writeDefinitions(next);
  }

  /** Bytes a run reads, as Forge bills them: an absent key counts as a kilobyte. */
  async bytesRead(run: () => Promise<unknown>): Promise<number> {
    const { kvs } = this.forge;
    const count = kvs.before;
    let bytes = 0;
    kvs.before = (path, body) => {
      const asked = [body].flat() as readonly { readonly key: string; readonly entityName?: string }[];
      if (isRead(path))
        for (const { key, entityName = '' } of asked)
          bytes += JSON.stringify(kvs.rows.get(`${entityName}\0${key}`))?.length ?? EMPTY_READ;
      return count(path, body);
    };
    await run();
    kvs.before = count;
    return bytes;
  }

  /** What delivering an event to the app's handler costs. */
  async deliver(event: IssueEvent): Promise<Billed> {
    return this.measure(() => onIssueEvent(this.payloadOf(event)));
  }

  async measure(run: () => Promise<unknown>): Promise<Billed> {
    const { kvs, products } = this.forge;
    kvs.calls.length = 0;
    products.length = 0;
    this.written = 0;
    await run();
    const copies = products.filter(isDisplay);
    return {
      reads: kvs.calls.filter(isRead).length,
      writes: kvs.calls.filter((path) => !isRead(path)).length,
      writtenBytes: this.written,
      restReads: products.length - copies.length,
      displayCopies: copies.length,
    };
  }

  /** The event as Forge sends it: of a comment's author no more than the account, and nothing of who may read it. */
  private payloadOf(event: IssueEvent): unknown {
    const base = {
      eventType: `avi:jira:${KINDS[event.kind as keyof typeof KINDS]}`,
      timestamp: String(event.at),
      issue: { id: event.issueId, key: `T-${event.issueId}`, fields: event.fields },
    };
    if (event.kind === 'updated')
      return {
        ...base,
        atlassianId: event.entry?.author,
        changelog: { id: event.entry?.id, items: event.entry?.items },
      };
    const comment = event.kind === 'commented' ? this.commentOf(event) : undefined;
    if (comment === undefined) return base;
    const { id, author, jsdPublic, ...times } = dated(comment);
    return { ...base, comment: { ...times, id, jsdPublic, author: { accountId: author?.accountId } } };
  }

  private commentOf({ issueId, comment }: IssueEvent & { readonly kind: 'commented' | 'uncommented' }) {
    return this.jira.issues.get(issueId)?.comments.find(({ id }) => id === comment?.id);
  }

  private answer({ path, method }: ProductCall) {
    const id = /\/issue\/(\d+)/.exec(path)?.[1] ?? '';
    const full = this.jira.history(id);
    if (path.startsWith('/rest/api/3/field')) return { status: 200, body: [] };
    if (path.startsWith('/rest/api/3/user/assignable/search')) {
      const accountId = new URL(path, 'https://site').searchParams.get('accountId') ?? '';
      return { status: 200, body: this.jira.passersBy.has(accountId) ? [] : [{ accountId }] };
    }
    if (path.startsWith('/rest/api/3/status')) return { status: 200, body: statuses };
    if (method === 'PUT') return { status: 200, body: {} };
    if (full === null) return { status: 404, body: { errorMessages: ['gone'] } };
    if (path.includes('/changelog'))
      return { status: 200, body: { values: full.changelog.map(dated), total: full.changelog.length } };
    const commentId = /\/comment\/(\d+)/.exec(path)?.[1];
    const comment = full.comments.find((each) => each.id === commentId);
    if (commentId !== undefined)
      return comment === undefined ? { status: 404, body: {} } : { status: 200, body: dated(comment) };
    if (path.includes('/comment'))
      return { status: 200, body: { comments: full.comments.map(dated), total: full.comments.length } };
    return { status: 200, body: full.issue };
  }
}

const statuses = Object.entries(CATEGORIES).map(([id, key]) => ({ id, statusCategory: { key } }));
const dated = <T extends { readonly created: number; readonly updated?: number | undefined }>(entry: T) => ({
  ...entry,
  created: new Date(entry.created).toISOString(),
  ...(entry.updated === undefined ? {} : { updated: new Date(entry.updated).toISOString() }),
});

/** The values a call writes, as they are stored. */
function bytesOf(body: unknown): number {
  const values: unknown[] = [];
  JSON.stringify(body, (name, value: unknown) => {
    if (name === 'value') values.push(value);
    return value;
  });
  return values.reduce<number>((sum, value) => sum + Buffer.byteLength(JSON.stringify(value)), 0);
}

const KINDS = { created: 'created:issue', updated: 'updated:issue', commented: 'commented:issue' } as const;
