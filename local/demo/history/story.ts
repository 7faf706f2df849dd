import { account } from '../company/accounts';
import { FIELD, PRIORITY, RESOLUTION, STATUS } from '../company/ids';
import type { Step } from '../company/types';
import type { TWISTS } from './data';
import type { Random } from './random';
import { after, localDate, type Place } from './worktime';
import type { words } from './words';

const MARIA = account('maria');

/** What happens to a request, in the order it can happen. */
export type Twist = (typeof TWISTS)[number] | 'declined';

export interface Scene {
  readonly createdAt: number;
  readonly reporter: string;
  readonly agent: string;
  readonly place: Place;
  readonly say: ReturnType<typeof words>;
  /** Working hours the delivery is promised in. */
  readonly target: number;
  readonly needsApproval: boolean;
  readonly twist: Twist;
}

/** Writes the steps down; each moment follows the one before by some working hours. */
class Pen {
  readonly steps: Step[] = [];
  constructor(
    private now: number,
    private readonly scene: Scene,
  ) {}

  at(): number {
    return this.now;
  }

  wait(hours: number): this {
    this.now = after(this.now, hours, this.scene.place);
    return this;
  }

  /** Lets so many milliseconds pass, whatever the hour. */
  pause(ms: number): this {
    this.now += ms;
    return this;
  }

  set(by: string, values: NonNullable<Step['set']>): this {
    this.steps.push({ at: this.now, by, set: values });
    return this;
  }

  say(by: string, text: string, internal = false): this {
    this.steps.push({ at: this.now, by, comment: { text, internal } });
    this.now += 60_000;
    return this;
  }
}

function approve(pen: Pen, scene: Scene, random: Random): boolean {
  pen.pause(60_000).set(scene.reporter, { status: STATUS.approval }).wait(random.between(0.5, 9));
  if (scene.twist === 'declined') {
    pen.say(MARIA, 'Not this quarter, please ask again in January.');
    pen.set(MARIA, { status: STATUS.cancelled, resolution: RESOLUTION.declined });
    return false;
  }
  pen.say(MARIA, 'Approved.').set(MARIA, { status: STATUS.progress });
  return true;
}

function pickUp(pen: Pen, scene: Scene, random: Random): void {
  const late = scene.twist === 'lateReply';
  pen.wait(late ? random.between(4.5, 7) : random.between(0.1, 1.6));
  pen.set(scene.agent, { assignee: scene.agent, status: STATUS.progress });
  pen.wait(random.between(0.05, 0.4)).say(scene.agent, random.pick(scene.say.reply));
  if (random.chance(0.3)) pen.wait(0.2).say(scene.agent, random.pick(scene.say.note), true);
}

function askRequester(pen: Pen, scene: Scene, random: Random): void {
  pen.wait(0.5).say(scene.agent, random.pick(scene.say.question));
  pen.set(scene.agent, { status: STATUS.requester }).wait(random.between(3, 18));
  pen.say(scene.reporter, random.pick(scene.say.answer)).set(scene.reporter, { status: STATUS.progress });
}

function askVendor(pen: Pen, scene: Scene, random: Random): void {
  const days = 2 + Math.floor(random.between(0, 5));
  pen.wait(0.7).say(scene.agent, random.pick(scene.say.vendor));
  pen.set(scene.agent, {
    status: STATUS.vendor,
    [FIELD.vendorDate]: localDate(pen.at(), days, scene.place),
  });
  pen.wait(days * 6).set(scene.agent, { status: STATUS.progress });
}

function resolve(pen: Pen, scene: Scene, random: Random): void {
  pen.say(scene.agent, random.pick(scene.say.solved));
  pen.set(scene.agent, { status: STATUS.resolved, resolution: RESOLUTION.done });
}

function finish(pen: Pen, scene: Scene, random: Random): void {
  if (scene.twist === 'reopened') {
    pen.wait(random.between(2, 14)).say(scene.reporter, random.pick(scene.say.notSolved));
    pen.set(scene.reporter, { status: STATUS.progress, resolution: null });
    pen.wait(random.between(1, 6));
    resolve(pen, scene, random);
  }
  pen.wait(random.between(4, 24));
  if (random.chance(0.35)) pen.say(scene.reporter, random.pick(scene.say.thanks));
  pen.set(scene.reporter, { status: STATUS.closed });
}

/** The whole life of one request, as far as it would go; the caller cuts it where today is. */
export function tell(scene: Scene, random: Random): readonly Step[] {
  const pen = new Pen(scene.createdAt, scene);
  if (scene.needsApproval && !approve(pen, scene, random)) return pen.steps;
  pickUp(pen, scene, random);
  if (scene.twist === 'cancelled') {
    pen.wait(random.between(1, 6)).say(scene.reporter, random.pick(scene.say.thanks));
    pen.set(scene.reporter, { status: STATUS.cancelled, resolution: RESOLUTION.wontDo });
    return pen.steps;
  }
  if (scene.twist === 'raised') pen.wait(0.4).set(MARIA, { priority: PRIORITY.high });
  if (scene.twist === 'waiting') askRequester(pen, scene, random);
  if (scene.twist === 'vendor') askVendor(pen, scene, random);
  const share = scene.twist === 'late' ? random.between(1.1, 1.8) : random.between(0.1, 0.6);
  pen.wait(scene.target * share * 0.5);
  if (random.chance(scene.twist === 'late' ? 0.8 : 0.1))
    pen.say(scene.reporter, random.pick(scene.say.nudge));
  pen.wait(scene.target * share * 0.5);
  resolve(pen, scene, random);
  finish(pen, scene, random);
  return pen.steps;
}
