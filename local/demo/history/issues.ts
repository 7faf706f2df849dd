import { account } from '../company/accounts';
import { FIELD, LOCATION, PRIORITY, TYPE } from '../company/ids';
import { WORK } from '../company/work';
import { itemLabels } from '../catalog/items';
import { ITEM_SPECS, type ItemSpec } from '../catalog/specs';
import type { PastIssue } from '../company/types';
import { answersTo, type Asker, holds, mappedFields } from './answers';
import { HISTORY, TWISTS } from './data';
import { createRandom, type Random } from './random';
import { type Scene, tell, type Twist } from './story';
import { before, BERLIN, MOSCOW } from './worktime';
import { words } from './words';

const PLACES = { berlin: BERLIN, moscow: MOSCOW, remote: BERLIN } as const;

const ASKERS: readonly Asker[] = HISTORY.askers.map((asker) => ({ ...asker, place: PLACES[asker.location] }));
const PAST_TWISTS = TWISTS.flatMap((twist) =>
  Array.from({ length: HISTORY.pastTwists[twist] ?? 0 }, () => twist),
);
const RUSSIAN = new Set([account('boris'), account('sergey')]);

function targetHours(spec: ItemSpec, fields: Readonly<Record<string, unknown>>): number {
  if (spec.type === 'incident') return HISTORY.incidentHours[String(fields['priority'])] ?? 16;
  const labels = itemLabels(spec);
  if (labels.includes('same-day')) return 8;
  return labels.includes('hardware') || labels.includes('by-date') ? 40 : 24;
}

function agentOf(spec: ItemSpec): string {
  return WORK.spaces.find((project) => project.key === spec.project)?.lead ?? account('ingrid');
}

interface Wish {
  readonly spec: ItemSpec;
  readonly asker: Asker;
  readonly twist: Twist;
  readonly createdAt: (target: number) => number;
}

function write({ spec, asker, twist, createdAt }: Wish, now: number, random: Random): PastIssue {
  const say = words(RUSSIAN.has(asker.accountId));
  const troubles = spec.id === 'repair' ? say.repairs : say.incidents;
  const title = spec.type === 'incident' ? random.pick(troubles) : undefined;
  const details = random.pick(say.details);
  const answers = answersTo(spec, asker, now, { ...(title ? { title } : {}), details }, random);
  const fields = mappedFields(spec, answers);
  const target = targetHours(spec, fields);
  const created = createdAt(target);
  const scene: Scene = {
    createdAt: created,
    reporter: asker.accountId,
    agent: agentOf(spec) === asker.accountId ? account('ingrid') : agentOf(spec),
    place: asker.place,
    say,
    target,
    needsApproval:
      spec.approval === 'always' || (spec.approval !== undefined && holds(spec.approval, answers)),
    twist,
  };
  const requestId = random.uuid();
  return {
    projectKey: spec.project,
    typeId: TYPE[spec.type],
    summary: title ?? `${spec.name.en}: ${asker.displayName}`,
    description: details,
    reporter: asker.accountId,
    createdAt: created,
    fields: {
      priority: PRIORITY.medium,
      [FIELD.location]: LOCATION[asker.location],
      ...fields,
      labels: itemLabels(spec),
    },
    steps: tell(scene, random).filter((step) => step.at < now),
    properties: {
      'pledge-request': {
        v: 1,
        itemId: spec.id,
        itemVersion: 1,
        requestId,
        requester: asker.accountId,
        beneficiary: asker.accountId,
        answers,
      },
    },
  };
}

/** Repairs that wait for a supplier: the first two of the open ones, since an hour after they were raised. */
function withParts(open: readonly PastIssue[], now: number): readonly PastIssue[] {
  const chosen = open.filter(({ typeId }) => typeId === TYPE.incident).slice(0, 2);
  return open.map((issue) => {
    if (!chosen.includes(issue)) return issue;
    const createdAt = Math.min(issue.createdAt + 3_600_000, now - 600_000);
    const summary = RUSSIAN.has(issue.reporter) ? 'Заказать запчасть' : 'Order the spare part';
    return { ...issue, part: { summary, createdAt } };
  });
}

/** Past and open requests of the company, oldest first; the same for the same instant on every machine. */
export function pastIssues(now: number): readonly PastIssue[] {
  const random = createRandom(20261);
  const choose = (open: boolean): { spec: ItemSpec; asker: Asker } => {
    const asker = random.pick(ASKERS);
    const fitting = ITEM_SPECS.filter(
      (spec) =>
        (!spec.managersOnly || asker.accountId === account('maria')) &&
        !(open && spec.approval === 'always' && random.chance(0.6)),
    );
    return {
      spec: random.pick(random.chance(0.35) ? fitting.filter((spec) => spec.project === 'IT') : fitting),
      asker,
    };
  };
  const past = Array.from({ length: HISTORY.done }, () => {
    const { spec, asker } = choose(false);
    const back = random.between(0, HISTORY.pastHours);
    const declined = spec.approval === 'always' && random.chance(0.1);
    const twist = declined ? 'declined' : random.pick(PAST_TWISTS);
    return write(
      { spec, asker, twist, createdAt: (target) => before(now, back + target * 2.2, asker.place) },
      now,
      random,
    );
  });
  const open = HISTORY.open.flatMap(({ share, twist, count }) =>
    Array.from({ length: count }, () => {
      const { spec, asker } = choose(true);
      const spread = random.between(0.85, 1.1);
      return write(
        {
          spec,
          asker,
          twist,
          createdAt: (target) => before(now, Math.max(0.2, target * share * spread), asker.place),
        },
        now,
        random,
      );
    }),
  );
  return [...past, ...withParts(open, now)].sort((left, right) => left.createdAt - right.createdAt);
}
