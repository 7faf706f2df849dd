/** What saving and deleting one member of the definitions have in common. */
import type { AppFailure } from '../../kernel/errors';
import { errorIn, type Param } from '../../kernel/finding';
import { InvalidDefinitionError } from './domain';
import { invalidDefinition } from './change-definitions';

/** @throws INVALID_DEFINITION with the problems when the input is not what it should be. */
export const parsed = <T>(parse: (input: unknown) => T, input: unknown): T => {
  try {
    return parse(input);
  } catch (error) {
    if (error instanceof InvalidDefinitionError) throw invalidDefinition(error.problems);
    throw error;
  }
};

interface Member {
  readonly id: string;
}

/** The list with one member replaced where it stands, or added at the end. */
export const withMember = <T extends Member>(members: readonly T[], member: T): readonly T[] =>
  members.some(({ id }) => id === member.id)
    ? members.map((each) => (each.id === member.id ? member : each))
    : [...members, member];

export const withoutMember = <T extends Member>(members: readonly T[], id: string): readonly T[] =>
  members.filter((each) => each.id !== id);

/** Something that refers to what somebody wants to delete: `metric:delivery`, at `agreementId`. */
export interface Use {
  readonly whose: string;
  readonly at: string;
  readonly name: Param;
}

/** A deletion refused, with everything that stands in its way. */
export const inUse = (code: string, uses: readonly Use[]): AppFailure =>
  invalidDefinition(uses.map(({ whose, at, name }) => errorIn(code, whose, at, { name })));
