/** What saving and deleting one member of the definitions have in common. */
import { AppFailure } from '../../kernel/errors';
import { InvalidDefinitionError } from '../domain';
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

/** Something that refers to what somebody wants to delete. */
export interface Use {
  /** Where: `metric:delivery.agreementId`. */
  readonly field: string;
  readonly name: string;
}

/** A deletion refused, with everything that stands in its way. */
export const inUse = (code: string, what: string, uses: readonly Use[], howToMend: string): AppFailure => {
  const names = uses.map(({ name }) => name).join('; ');
  return new AppFailure('INVALID_DEFINITION', `${what} is used by ${names}. ${howToMend}`, {
    params: { uses: names },
    fields: uses.map(({ field, name }) => ({
      field,
      code,
      params: { name, howToMend },
      message: `${name} uses it.`,
    })),
  });
};
