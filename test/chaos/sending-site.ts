/** A site where sending a form goes wrong: functions die at any place, answers get lost, tabs send at once, items change on the way. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { carryOver } from '../../src/catalog/domain/answers/carry-over';
import type { Answers, OtherAnswer, PublishedItem } from '../../src/catalog/domain/model';
import { AppFailure, JiraUnavailable, notFound } from '../../src/kernel/errors';
import type { Saving } from '../../src/requests/domain/draft-list';
import { saveDraft } from '../../src/requests/drafts/drafts';
import { openDrafts } from '../../src/requests/drafts/open-drafts';
import { readRequest } from '../../src/requests/records/store';
import { submit } from '../../src/requests/sending/submit';
import { type StepPorts, withoutPerson } from '../../src/requests/steps';
import type { SubmitPorts } from '../../src/requests/sending/submission';
import { stepTimers } from '../../src/work/due-steps';
import { sweepKind } from '../../src/work/timers';
import { carried, runnerOver } from '../support/carried';
import { storedDraft } from '../support/drafts';
import { alice, NOW, requestWorld } from '../support/request-world';
import { published } from '../support/samples';
import type { Random } from './chaos-site';

/** Where a function dies or is failed: before or after the so-manieth thing that it does outside itself. */
export interface Fault {
  readonly at: number;
  readonly kind: 'dies' | 'busy';
  readonly when: 'before' | 'after';
}

/** What somebody is told of a try: that it is sent, or why not and what became of their answers. */
export type Told =
  | { readonly sent: string }
  | { readonly code: string; readonly draft?: string | undefined; readonly retryable: boolean };

interface Invocation {
  readonly fault: Fault | undefined;
  done: number;
  isDead: boolean;
}

/** Jira's index shows a new work item so long after it was made. */
const LAG_MS = 3_000;

export class SendingSite {
  readonly clock = { now: NOW };
  readonly issues: { readonly requestId: string; readonly at: number }[] = [];
  readonly versions: PublishedItem[] = [published()];
  readonly world = requestWorld();
  /** What becomes of the item while forms of it are open. */
  state: 'offered' | 'retired' | 'hidden' = 'offered';
  readonly #now = new AsyncLocalStorage<Invocation>();
  readonly #ports: SubmitPorts & StepPorts;

  constructor(private readonly random: Random = () => 0) {
    const { kvs } = this.world.forge;
    const busy = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'busy' } };
    kvs.before = () => (this.#does('before') === 'busy' ? busy : undefined);
    kvs.after = () =>
      this.#does('after') === 'busy' ? { status: 503, body: { code: 'GONE', message: '' } } : undefined;
    this.#ports = carried({
      ...this.world.ports,
      now: () => this.clock.now,
      pause: async (ms: number) => void (this.clock.now += ms),
      findItem: async (id) => this.#find(id),
      itemInVersion: async (id, version) =>
        id === 'laptop' ? (this.versions.find((each) => each.version === version) ?? null) : newer(id),
      createAsApp: async ({ property }) => {
        await this.#givesWay();
        if (this.#does('before') === 'busy') throw new JiraUnavailable('It answered 503.');
        this.issues.push({ requestId: idIn(property), at: this.clock.now });
        await this.#givesWay();
        if (this.#does('after') === 'busy') throw new JiraUnavailable('It answered 504.');
        return { id: `${this.issues.length}`, key: `IT-${this.issues.length}` };
      },
      issueOfRequest: async (id) => {
        await this.#givesWay();
        const at = this.issues.findIndex((each) => each.requestId === id);
        const made = this.issues[at];
        if (made === undefined || this.clock.now - made.at < LAG_MS) return null;
        return { id: `${at + 1}`, key: `IT-${at + 1}` };
      },
    });
  }

  /** Somebody's try, as their screen is told of it. `places` is how many things the function did outside itself. */
  async call<T>(work: (ports: SubmitPorts) => Promise<T>, fault?: Fault) {
    const invocation: Invocation = { fault, done: 0, isDead: false };
    const answer = await this.#now.run(invocation, async () =>
      work(this.#ports).catch((error: unknown) => error as Error),
    );
    // A function that died answers nothing; the bridge calls it an error.
    if (invocation.isDead) return { answer: new Error('It died.'), places: invocation.done };
    return { answer, places: invocation.done };
  }

  /** What the app does by itself while nobody looks. */
  async wait(ms: number): Promise<void> {
    this.clock.now += ms;
    const timers = stepTimers(runnerOver(withoutPerson(this.#ports)));
    for (const due of ['y', 'f'] as const) await sweepKind(timers, this.clock.now, due);
  }

  /** Another version: one that asks the same, or one question less. */
  publish(asksTheSame: boolean): void {
    const last = this.offered;
    const version = last.version + 1;
    const { form, fulfilment } = last.content;
    const content = {
      ...last.content,
      summary: { en: `Version ${version}` },
      ...(!asksTheSame && {
        form: form.length > 1 ? form.slice(0, 1) : published().content.form,
        fulfilment: { ...fulfilment, mappings: [] },
      }),
    };
    this.versions.push({ ...last, version, content });
  }

  get offered(): PublishedItem {
    return this.versions.at(-1) ?? published();
  }

  readonly madeOf = (token: string): number =>
    this.issues.filter(({ requestId }) => requestId === token).length;

  /**
   * What has become of a form, once everything has settled: one request, and no draft that would make another; or nothing, and the
   * answers are kept. Anything else is thrown.
   */
  async outcome(token: string, itemId = 'laptop'): Promise<'request' | 'draft' | 'nothing'> {
    const made = this.madeOf(token);
    const request = await readRequest(token);
    const opened = await openDrafts(alice(this.clock.now), itemId, token);
    if (made > 1) throw new Error(`${made} work items of one form.`);
    if (made === 1) {
      if (request?.state !== 'open') throw new Error(`Its request is ${request?.state ?? 'nowhere'}.`);
      if (opened.draft !== null || opened.missed?.requestId !== token)
        throw new Error('It opens as if it were not sent.');
      return 'request';
    }
    if (request !== null && request.state !== 'creating') throw new Error('A request without a work item.');
    return opened.draft === null ? 'nothing' : 'draft';
  }

  #find(id: string): PublishedItem {
    if (id !== 'laptop') return newer(id);
    if (this.state === 'hidden') throw notFound('This item');
    if (this.state === 'retired')
      throw new AppFailure('ITEM_RETIRED', 'Retired.', { params: { replacedBy: 'laptop-2' } });
    return this.offered;
  }

  /** Others go on meanwhile. */
  async #givesWay(): Promise<void> {
    for (let turns = Math.floor(this.random() * 6); turns > 0; turns -= 1) await Promise.resolve();
  }

  #does(when: Fault['when']): 'busy' | undefined {
    const invocation = this.#now.getStore();
    if (invocation === undefined) return undefined;
    if (invocation.isDead) throw new Error('It died.');
    const { fault } = invocation;
    const isHit = fault?.when === when && fault.at === invocation.done;
    if (when === 'after') invocation.done += 1;
    if (!isHit) return undefined;
    if (fault.kind === 'busy') return 'busy';
    invocation.isDead = true;
    throw new Error('It died.');
  }
}

/** Another item that everybody may order, with the same questions. */
const newer = (id: string): PublishedItem => ({ ...published(), id });

const idIn = (property: unknown): string => (property as { readonly requestId: string }).requestId;

/** A form in a tab, as the portal keeps and sends it. */
export class Tab {
  version: number;
  itemId = 'laptop';
  others: readonly OtherAnswer[] = [];
  readonly told: Told[] = [];
  #turn = 0;
  #from: Saving['from'];
  readonly #by: string;

  constructor(
    private readonly site: SendingSite,
    name: string,
    public token: string,
    public answers: Answers = { why: 'Mine is broken', due: '2026-04-01' },
  ) {
    this.#by = `form-of-tab-${name}`;
    this.version = site.offered.version;
  }

  /** Opens the draft that another tab has kept. */
  async open(): Promise<void> {
    const { answer } = await this.site.call(() =>
      openDrafts(alice(this.site.clock.now), this.itemId, this.token),
    );
    if (answer instanceof Error || answer.draft === null) return;
    this.answers = answer.draft.answers;
    this.#from = answer.draft.saved;
  }

  async save(fault?: Fault): Promise<Told> {
    const keeping = this.#keeping();
    const { answer } = await this.site.call(
      (ports) => saveDraft(this.#form(), keeping, alice(this.site.clock.now), ports),
      fault,
    );
    if (answer instanceof Error) return failed(answer);
    this.#from = answer.draft.saved;
    return { sent: '' };
  }

  async send(fault?: Fault): Promise<Told & { readonly places: number }> {
    const keeping = this.#keeping();
    const { answer, places } = await this.site.call(
      (ports) => submit({ ...this.#form(), keeping }, alice(this.site.clock.now), ports),
      fault,
    );
    const told = answer instanceof Error ? failed(answer) : { sent: answer.requestId };
    await this.#insist(told);
    this.told.push(told);
    return { ...told, places };
  }

  /** The item asks something else: the answers go along, and so does what it does not ask for. */
  carry(to: PublishedItem = this.site.offered): void {
    const former = this.site.versions.find(({ version }) => version === this.version) ?? to;
    const carriedOn = carryOver(former.content.form, to.content.form, this.answers);
    this.answers = carriedOn.answers;
    this.others = [...this.others, ...carriedOn.others];
    this.version = to.version;
    this.itemId = to.id;
  }

  #form() {
    const { token: clientToken, itemId, version: itemVersion, answers } = this;
    return { clientToken, itemId, itemVersion, answers };
  }

  #keeping() {
    this.#turn += 1;
    return { by: this.#by, turn: this.#turn, from: this.#from, others: this.others };
  }

  /** What the screen says of a try is so at that moment. */
  async #insist(told: Told): Promise<void> {
    const made = this.site.madeOf(this.token);
    if ('sent' in told) {
      const request = await readRequest(this.token);
      if (made !== 1 || request?.state !== 'open') throw new Error('It says sent, and is not.');
      return;
    }
    const { code, draft } = told;
    if (code === 'ALREADY_SENT' && made !== 1) throw new Error('It says sent before, and was not.');
    if (NOTHING_MADE.includes(code) && made !== 0)
      throw new Error(`It says ${code}, and has made something.`);
    if (draft === 'kept' && (await storedDraft('alice', this.token, this.site.clock.now)) === null)
      throw new Error('It says kept, and is not.');
  }
}

const NOTHING_MADE = ['FORM_CHANGED', 'ITEM_RETIRED', 'NOT_FOUND', 'INVALID_ANSWERS', 'REQUEST_REFUSED'];

const failed = (error: Error): Told =>
  error instanceof AppFailure
    ? { code: error.code, draft: error.params?.['draft'], retryable: error.retryable }
    : { code: 'INTERNAL', retryable: true };
