/** The runtime over a fake Jira and records in memory; counts what Forge would bill. */
import { toLetters } from '../engine/machine/codec';
import { storedViewSchema } from '../definitions/stored/definitions-schema';
import { eventViewOf } from '../definitions/domain/event-view';
import type { SlaProperty, SlaPropertyMetric } from '../clocks/domain/property';
import type { Instant, SlaDefinitions } from '../engine/model';
import type { Language } from '../../kernel/text';
import { transact } from '../../platform/storage/transact';
import type { SlaPolicy } from '../definitions/domain/policy/model';
import { DEFAULT_POLICY } from '../definitions/domain/policy/schema';
import type { EscalationPorts } from '../clocks/escalation/ports';
import { recordSchema, type SlaRecord } from '../clocks/record/record';
import type { RecordStore } from '../clocks/record/record-store';
import type { DueEvent, SlaPorts } from '../clocks/follow/ports';
import * as v from 'valibot';
import { definitions as defaults } from './definitions';
import { FakeJira } from './fake-jira';

export const T0 = Date.UTC(2026, 5, 1, 9);

const dueAt = ({ nextAt = 0, putOff }: SlaRecord): Instant => putOff?.[1] ?? nextAt;

const mentionsIn = (body: unknown): readonly string[] =>
  [...JSON.stringify(body).matchAll(/"type":"mention","attrs":\{"id":"([^"]+)"/g)].map(([, id]) => id ?? '');

const views = new WeakMap<SlaDefinitions, SlaDefinitions>();

/** What events are given of definitions: stored, and read again. */
function storedView(definitions: SlaDefinitions): SlaDefinitions {
  const known = views.get(definitions);
  if (known !== undefined) return known;
  const view = v.parse(storedViewSchema, JSON.parse(JSON.stringify(eventViewOf(definitions))));
  views.set(definitions, view);
  return view;
}

/** A record as it is stored. */
export const storedText = (record: SlaRecord): string =>
  JSON.stringify({ ...record, state: toLetters(record.state) });

export class World {
  time: Instant = T0;
  definitions: SlaDefinitions = defaults;
  readonly jira = new FakeJira(() => this.time);
  readonly stored = new Map<string, string>();
  readonly woken: DueEvent[] = [];
  readonly mails: string[] = [];
  readonly complaints: string[] = [];
  readonly mentions: string[] = [];
  readonly counts = {
    loads: 0,
    writes: 0,
    bytes: 0,
    readings: 0,
    comments: 0,
    shows: 0,
    fills: 0,
    queries: 0,
  };
  /** Called before and after each step outside the app; a test may throw here. */
  fault: (step: string) => void = () => undefined;

  readonly ports: SlaPorts = {
    now: () => this.time,
    load: async (issueId) => {
      this.fault('load');
      this.counts.loads += 1;
      return { record: this.record(issueId), definitions: this.definitions };
    },
    loadForEvent: async (issueId) => {
      const loaded = await this.ports.load(issueId);
      const definitions = storedView(loaded.definitions);
      if (definitions.pastFields === undefined) return { ...loaded, definitions };
      return { ...loaded, definitions, whole: () => Promise.resolve(loaded) };
    },
    save: async (record, expect, also = []) => {
      this.fault('save');
      const current = this.record(record.state.issueId);
      const expected = typeof expect === 'object' && 'rev' in expect ? expect.rev : 0;
      if (expect !== 'any' && (current?.rev ?? 0) !== expected) return 'conflict';
      const text = storedText(record);
      this.stored.set(record.state.issueId, text);
      this.counts.writes += 1;
      this.counts.bytes += text.length;
      if (also.length > 0) await transact(also);
      this.fault('saved');
      return 'done';
    },
    readHistory: async (issueId) => {
      this.fault('read');
      this.counts.readings += 1;
      return this.jira.history(issueId);
    },
    readComment: async (commentId, { issueId }) => {
      this.fault('readComment');
      this.counts.comments += 1;
      const comment = this.jira.issues.get(issueId)?.comments.find(({ id }) => id === commentId);
      return comment === undefined ? null : { comment, standings: this.jira.standings() };
    },
    publishCopy: async (issueId, property: SlaProperty) => {
      this.fault('show');
      this.counts.shows += 1;
      if (JSON.stringify(property).length > 32_768) throw new Error('Jira refuses a property so long');
      const issue = this.jira.issues.get(issueId);
      if (issue) issue.properties = { ...issue.properties, 'pledge-sla': property };
      this.fault('shown');
    },
    fill: async (issueId, values) => {
      this.fault('fill');
      this.counts.fills += 1;
      const issue = this.jira.issues.get(issueId);
      if (issue) issue.filled = { ...values };
    },
    schedule: async (events) => {
      this.fault('wake');
      this.woken.push(...events);
      return events;
    },
  };

  readonly records: Pick<RecordStore, 'queryAll'> = {
    queryAll: async (query, max) => {
      this.counts.queries += 1;
      const limit = query.range?.op === 'lte' ? query.range.value : '';
      return [...this.stored.keys()]
        .map((id) => this.record(id))
        .filter((record): record is SlaRecord => record?.nextAt !== undefined)
        .filter(({ putOff }) => (putOff === undefined ? 'y' : 'f') === query.partition?.[0])
        .filter((record) => new Date(dueAt(record)).toISOString() <= limit)
        .toSorted((a, b) => dueAt(a) - dueAt(b))
        .slice(0, max);
    },
  };

  policy: SlaPolicy = DEFAULT_POLICY;
  /** Accounts that have left. */
  readonly left = new Set<string>();
  /** Accounts that may see no work item. */
  readonly blind = new Set<string>();
  readonly languages = new Map<string, Language>();
  readonly digests = new Map<string, readonly string[]>();
  /** Mails in full: who was told what about which issue. */
  readonly sent: { readonly issueId: string; readonly to: string; readonly text: string }[] = [];

  readonly actors: EscalationPorts = {
    policy: async () => this.policy,
    site: async () => 'https://site.example',
    people: async (ids) =>
      new Map(
        ids.map((id) => [
          id,
          { active: !this.left.has(id), name: id, language: this.languages.get(id) ?? null },
        ]),
      ),
    viewers: async (_key, ids) => new Set(ids.filter((id) => !this.blind.has(id))),
    tellsViewers: async () => true,
    digest: async (id) => {
      this.fault('digest');
      return this.digests.get(id) ?? null;
    },
    noteDigest: async (id, keys) => {
      if (this.digests.has(id)) return false;
      this.digests.set(id, keys);
      this.fault('noted');
      return true;
    },
    readIssue: async (id) => {
      this.fault('act');
      const issue = this.jira.issues.get(id);
      if (issue === undefined) return null;
      return {
        id,
        key: `T-${id}`,
        projectId: '10000',
        statusId: issue.values.status,
        priorityId: issue.values.priority,
        assignee: issue.values.assignee,
        reporter: 'rita',
        lead: 'lea',
        fields: {},
        owners: ['olaf'],
      };
    },
    membersOfGroup: async () => ['gus'],
    actorsOfRole: async () => ({ users: ['rob'], groups: [] }),
    comment: async (id, body, key) => {
      this.fault('comment');
      this.mentions.push(...mentionsIn(body).map((who) => `${id}:${who}`));
      this.jira.comment(id, 'app', { public: false, key });
      this.fault('commented');
    },
    hasComment: async (id, key, since) => {
      this.fault('look');
      return this.jira.issue(id).comments.some((comment) => comment.key === key && comment.created >= since);
    },
    notify: async (id, to, _subject, text) => {
      this.mails.push(`${id}:${to.users.join(',')}`);
      this.sent.push({ issueId: id, to: to.users.join(','), text });
      this.fault('notified');
    },
    assign: async (id, accountId) => void this.jira.change(id, { assignee: accountId }, 'app'),
    setPriority: async (id, priorityId) => void this.jira.change(id, { priority: priorityId }, 'app'),
    moveTo: async (id, statusId) => {
      this.jira.change(id, { status: statusId }, 'app');
      return true;
    },
    addLabel: async () => undefined,
    setProperty: async (id, name, value) => {
      const issue = this.jira.issue(id);
      issue.properties = { ...issue.properties, [name]: value };
    },
    createLinked: async () => undefined,
    hasLinked: async () => false,
    complain: async ({ code, action }) => void this.complaints.push(`${code}:${action}`),
  };

  record(issueId: string): SlaRecord | null {
    const text = this.stored.get(issueId);
    return text === undefined ? null : v.parse(recordSchema, JSON.parse(text));
  }

  /** Keys of the escalation comments on an issue. */
  keys(issueId: string): readonly string[] {
    return this.jira.issue(issueId).comments.flatMap(({ key }) => (key === undefined ? [] : [key]));
  }

  property(issueId: string): SlaProperty | undefined {
    return this.jira.issue(issueId).properties['pledge-sla'] as SlaProperty | undefined;
  }

  /** A metric of the display copy. */
  line(issueId: string, metricId: string): SlaPropertyMetric | undefined {
    return Object.values(this.property(issueId)?.metrics ?? {}).find(({ id }) => id === metricId);
  }

  reset(): void {
    Object.assign(this.counts, {
      loads: 0,
      writes: 0,
      bytes: 0,
      readings: 0,
      comments: 0,
      shows: 0,
      fills: 0,
      queries: 0,
    });
  }
}
