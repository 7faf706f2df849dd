import { type Operand, QueryError } from './ast.ts';
import { type Comparison, type Frame, unknownValue } from './frame.ts';

function accounts(operand: Operand, field: string, { site, accountId }: Frame): string[] {
  if (operand.kind === 'empty') return [];
  if (operand.kind === 'value') {
    const found = site.users
      .all()
      .filter((user) => [user.accountId, user.displayName, user.email].includes(operand.text));
    if (found.length === 0) throw unknownValue(operand.text, field);
    return found.map((user) => user.accountId);
  }
  const name = operand.name.toLowerCase();
  if (name === 'currentuser') return accountId === undefined ? [] : [accountId];
  if (name !== 'membersof')
    throw new QueryError(`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})'.`);
  const group = operand.args[0] ?? '';
  if (!site.users.group(group))
    throw new QueryError(
      `Function 'membersOf' can not generate a list of usernames for group '${group}'; the group does not exist.`,
    );
  return site.users.members(group).map((user) => user.accountId);
}

/** The account ids the operands of a comparison name. */
export const accountsOf = (comparison: Comparison, frame: Frame): string[] =>
  comparison.operands.flatMap((operand) => accounts(operand, comparison.field, frame));
