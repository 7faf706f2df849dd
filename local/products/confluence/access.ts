import { type Actor } from '../../kernel/types.ts';
import { type Cell } from '../shared/sql.ts';
import { accountOf, isHeld } from '../users/directory.ts';
import { type Wiki } from './site.ts';
import { type SpaceOperation } from './types.ts';

/** May the actor do this in the space? The app may in every space. */
export function canInSpace(wiki: Wiki, actor: Actor, operation: SpaceOperation, spaceId: number): boolean {
  if (actor.kind === 'app') return true;
  const grants = wiki.sql.all<{ holder: string; who: string }>(
    'select holder, who from conf_space_grants where space_id = ? and operation = ?',
    [spaceId, operation],
  );
  return (
    grants.some(({ holder }) => holder === 'anonymous') || isHeld(wiki.users, actor, 'confluence', grants)
  );
}

/** Ids of the spaces the actor may read. */
const readableSpaces = (wiki: Wiki, actor: Actor): number[] =>
  wiki.sql
    .all<{ id: number }>('select id from conf_spaces')
    .map((row) => row.id)
    .filter((id) => canInSpace(wiki, actor, 'read', id));

interface Condition {
  readonly where: string;
  readonly params: readonly Cell[];
}

/**
 * A condition on `conf_pages p`: pages that restrictions keep from the actor are left out, with all below them.
 * The app's user is bound by restrictions like anyone: it sees a restricted page only if it is named there.
 */
function unrestricted(wiki: Wiki, actor: Actor): Condition {
  const accountId = accountOf(actor) ?? '';
  const groups = wiki.users.groupsOf(accountId).map((group) => group.name);
  const where = `p.id not in (with recursive blocked (id) as (
      select r.page_id from conf_restrictions r where r.operation = 'read' group by r.page_id
        having sum((r.kind = 'user' and r.who = ?) or (r.kind = 'group' and r.who in (select value from json_each(?)))) = 0
      union select child.id from conf_pages child join blocked b on child.parent_id = b.id)
    select id from blocked)`;
  return { where, params: [accountId, JSON.stringify(groups)] };
}

/** A condition on `conf_pages p` that leaves what the actor may read. */
export function readable(wiki: Wiki, actor: Actor): Condition {
  const free = unrestricted(wiki, actor);
  const where = `p.space_id in (${readableSpaces(wiki, actor).join(',')}) and ${free.where}`;
  return { where, params: free.params };
}

/** Does a restriction on updates keep the actor from this page? */
export function updateRestricted(wiki: Wiki, actor: Actor, pageId: number): boolean {
  const rows = wiki.sql.all<{ kind: string; who: string }>(
    "select kind, who from conf_restrictions where operation = 'update' and page_id = ?",
    [pageId],
  );
  const accountId = accountOf(actor) ?? '';
  const groups = wiki.users.groupsOf(accountId).map((group) => group.name);
  return (
    rows.length > 0 &&
    !rows.some(({ kind, who }) => (kind === 'user' ? who === accountId : groups.includes(who)))
  );
}
