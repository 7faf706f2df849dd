/** SLAs that most departments begin with: when their clocks start, stop and pause. */
import type { MetricDefinition, PauseRule, Trigger } from '../../../src/sla/engine/model';
import { USUAL_RULES } from '../../../src/sla/engine/model/usual-rules';
import type { TypeStatus } from '../directory/use-space-types';
import { ofSpace } from './new-metric';
import PRESETS from './presets.json';
import { actorOf } from './stages-from-statuses';

export type PresetKey = keyof typeof PRESETS;
export const PRESET_KEYS = Object.keys(PRESETS) as readonly PresetKey[];

/** Working hours that are promised where nobody says otherwise. */
export const usualHours = (key: PresetKey): number => PRESETS[key].hours;

const CREATED: Trigger = { on: 'created' };
const RESOLVED: Trigger = { on: 'changed', field: 'resolution', edge: 'set' };
const REOPENED: Trigger = { on: 'changed', field: 'resolution', edge: 'cleared' };
const ANSWERED: Trigger = { on: 'commented', by: ['agent'], audience: 'public' };
const ASKED: Trigger = { on: 'commented', by: ['requester'], audience: 'any' };

type Clock = Pick<MetricDefinition, 'start' | 'stop' | 'method'> & {
  /** Whether waiting for the requester does not count. */
  readonly waits?: boolean;
};

const CLOCKS: Readonly<Record<PresetKey, Clock>> = {
  firstResponse: { start: [CREATED], stop: [ANSWERED, RESOLVED], method: 'first' },
  nextResponse: { start: [ASKED], stop: [ANSWERED, RESOLVED], method: 'every' },
  // The answer that ends one interval begins the next.
  update: { start: [CREATED, ANSWERED, REOPENED], stop: [ANSWERED, RESOLVED], method: 'every', waits: true },
  pickUp: {
    start: [CREATED],
    stop: [{ on: 'changed', field: 'assignee', edge: 'set' }, RESOLVED],
    method: 'first',
  },
  delivery: { start: [CREATED, REOPENED], stop: [RESOLVED], method: 'every', waits: true },
  resolution: { start: [CREATED, REOPENED], stop: [RESOLVED], method: 'every', waits: true },
  approval: {
    start: [{ on: 'approval', decision: 'requested' }],
    stop: [{ on: 'approval', decision: 'approved' }, { on: 'approval', decision: 'declined' }, RESOLVED],
    method: 'every',
  },
};

interface Measured {
  readonly id: string;
  readonly projectId: string;
  /** Of all work types when left out. */
  readonly issueTypeIds?: readonly string[];
  /** `null` counts day and night. */
  readonly calendarId: string | null;
  readonly hours: number;
  /** What its work items can be in: waiting for the requester and for an approval is told by their names. */
  readonly statuses: readonly TypeStatus[];
}

/** What a preset says of a clock: its name, what starts, stops and pauses it, and the working hours that are promised. */
const clockOf = (key: PresetKey, statuses: readonly TypeStatus[], hours: number) => {
  const { waits = false, ...clock } = CLOCKS[key];
  const { hours: _usual, ...name } = PRESETS[key];
  return {
    ...clock,
    name,
    pause: key === 'approval' ? [] : pausesOf(statuses, waits),
    goals: [
      { id: 'all', name: name.en, target: { kind: 'duration' as const, ms: hours * 3_600_000 } },
    ] as const,
  };
};

/** A preset measured in one space, from now on, in working hours of its calendar. */
export function presetMetric(key: PresetKey, on: Measured): MetricDefinition {
  const space = ofSpace(on.projectId);
  const types = on.issueTypeIds ?? [];
  return {
    ...USUAL_RULES,
    ...clockOf(key, on.statuses, on.hours),
    id: on.id,
    version: 0,
    active: true,
    scope:
      types.length === 0 ? space : { all: [space, { field: 'issuetype', op: 'in', values: [...types] }] },
    calendar: { kind: 'fixed', calendarId: on.calendarId },
  };
}

/** A metric with the clock of a preset, where and in which hours it measures as before. A name of somebody's own stays. */
export const withPreset = (
  metric: MetricDefinition,
  key: PresetKey,
  statuses: readonly TypeStatus[],
): MetricDefinition => {
  const { name, ...clock } = clockOf(key, statuses, usualHours(key));
  const isOurs = metric.name.en === '' || PRESET_KEYS.some((each) => PRESETS[each].en === metric.name.en);
  return { ...metric, ...clock, ...(isOurs && { name }) };
};

function pausesOf(statuses: readonly TypeStatus[], waits: boolean): readonly PauseRule[] {
  const waiting = (actor: 'requester' | 'approver'): readonly PauseRule[] => {
    const values = statuses.filter((status) => actorOf(status) === actor).map(({ id }) => id);
    const reason = actor === 'approver' ? 'approval' : actor;
    return values.length === 0 ? [] : [{ reason, when: { field: 'status', op: 'in', values } }];
  };
  return [...(waits ? waiting('requester') : []), ...waiting('approver')];
}
