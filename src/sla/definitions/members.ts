/** Saving and deleting one member of the definitions, whatever its section. */
import type { Editor } from '../../kernel/audit';
import { notFound } from '../../kernel/errors';
import { errorIn, type Finding, type Param, textParam } from '../../kernel/finding';
import { inPlaceOf, refsOf } from '../../kernel/section';
import { type LocalizedText, mapText } from '../../kernel/text';
import { invalidDefinition, parsedOrRefused } from '../../work/sections';
import type { ChangeTarget } from './domain/answers/changes';
import { requestBackfill } from '../clocks/sync/forge-ports';
import type { SlaDefinitions } from '../engine/model';
import { agents, type Member, MEMBERS, memberSection } from './domain/sections';
import type { MemberKey } from './domain/sections/keys';
import { type Changed, changeDefinitions, type MemberSave } from './change-definitions';
import { mayHaveMeasured } from './may-have-measured';

/** Saves a member in the place of the one of its id, or as a new one; who counts as an agent is one for all. @throws INVALID_DEFINITION */
export function saveOf({ section: key, value: input }: ChangeTarget): MemberSave {
  if (key === 'agents') {
    const value = parsedOrRefused(agents, input);
    return { action: 'sla.agents.saved', subject: key, apply: (current) => ({ ...current, agents: value }) };
  }
  const section = memberSection(key);
  const value = parsedOrRefused(section, input);
  return {
    action: `sla.${key}.saved`,
    subject: `${key}:${value.id}`,
    subjectName: section.nameOf(value),
    apply: (current) => {
      const former = membersOf(current, key).find(({ id }) => id === value.id);
      return withMembers(
        current,
        key,
        withMember(membersOf(current, key), inPlaceOf(section, value, former)),
      );
    },
  };
}

export interface Deletion {
  readonly version: number;
  readonly section: MemberKey;
  readonly id: string;
  /** What becomes of cycles under way if a metric has to be retired. */
  readonly open: 'finish' | 'cancel';
}

/** Names of what in the catalog refers to a member: handed in, as the catalog stands on SLAs. */
export type NamesUsing = (section: MemberKey, id: string) => Promise<readonly LocalizedText[]>;

/**
 * Deletes a member that nothing refers to; open records follow in the background. A metric that has ever had a cycle is retired
 * instead: what was measured keeps its name.
 * @throws INVALID_DEFINITION naming all that refers to it; NOT_FOUND, CONFLICT
 */
export async function deleteMember(
  { version, section: key, id, open }: Deletion,
  editor: Editor,
  namesUsing: NamesUsing,
): Promise<Changed & { readonly outcome: 'deleted' | 'retired' }> {
  const [users, measured] = await Promise.all([
    namesUsing(key, id),
    key === 'metric' ? mayHaveMeasured(id) : false,
  ]);
  const outcome = measured ? 'retired' : 'deleted';
  const changed = await changeDefinitions(
    {
      version,
      action: `sla.${key}.${outcome}`,
      subject: `${key}:${id}`,
      subjectName: { en: id },
      apply: (current) => {
        const member = membersOf(current, key).find((each) => each.id === id);
        if (member === undefined) throw notFound(`The ${key}`);
        refuseUsed(current, key, id, users);
        const others = membersOf(current, key).filter((each) => each.id !== id);
        if (!measured) return withMembers(current, key, others);
        const retired = (metric: SlaDefinitions['metrics'][number]) =>
          metric.id === id
            ? { ...metric, version: metric.version + 1, retired: { at: editor.now, open } }
            : metric;
        return { ...current, metrics: current.metrics.map(retired) };
      },
    },
    editor,
  );
  // Also where no promise changes: a record says which version it was computed with.
  await requestBackfill('definitions');
  return { ...changed, outcome };
}

function refuseUsed(
  current: SlaDefinitions,
  key: MemberKey,
  id: string,
  users: readonly LocalizedText[],
): void {
  const { inUse } = memberSection(key);
  const uses = [
    ...users.map((name) => errorIn(inUse, 'catalog', 'items', { name: textParam(name) })),
    ...usesOf(current, key, id),
  ];
  if (uses.length > 0) throw invalidDefinition(uses);
}

/** Everything in the definitions that refers to a member, each place once: goals by their own names. */
function usesOf(current: SlaDefinitions, key: MemberKey, id: string): readonly Finding[] {
  const uses = MEMBERS.toReversed().flatMap((user) =>
    membersOf(current, user.key).flatMap((member) =>
      refsOf(user, member)
        .filter((ref) => ref.kind === key && ref.id === id && !(user.key === key && member.id === id))
        .map(({ at, part }) =>
          errorIn(memberSection(key).inUse, `${user.key}:${member.id}`, at, {
            name: nameParam(user.nameOf(member), part),
          }),
        ),
    ),
  );
  return [...new Map(uses.map((use) => [`${use.whose} ${use.at}`, use])).values()];
}

const nameParam = (name: LocalizedText, part: string | undefined): Param =>
  textParam(part === undefined ? name : mapText(name, (said) => `${said}: ${part}`));

const membersOf = (definitions: SlaDefinitions, key: MemberKey): readonly Member[] =>
  definitions[memberSection(key).list];

const withMembers = (
  definitions: SlaDefinitions,
  key: MemberKey,
  members: readonly Member[],
): SlaDefinitions => ({ ...definitions, [memberSection(key).list]: members });

/** The list with one member replaced where it stands, or added at the end. */
const withMember = (members: readonly Member[], member: Member): readonly Member[] =>
  members.some(({ id }) => id === member.id)
    ? members.map((each) => (each.id === member.id ? member : each))
    : [...members, member];
