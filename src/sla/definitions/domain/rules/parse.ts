/** Definitions from outside, with problems that say what is wrong with them. */
import type { SlaDefinitions } from '../../../engine/model';
import { malformed } from './malformed';
import type { Problem } from './problem';
import { readParts } from './read-parts';
import { WHOLE_PARTS } from '../../../engine/model/whole';

/** Input that isn't what it should be: the problems say what and where. */
export class InvalidDefinitionError extends Error {
  readonly code = 'INVALID_DEFINITION';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ code, whose, at }) => `${whose} ${at}: ${code}`).join(', '));
  }
}

/** Definitions with whatever parsed, and a problem for each part that did not: one bad part never stops the others. */
export interface ParsedDefinitions {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Problem[];
}

/** @throws InvalidDefinitionError only when the whole is not a set of definitions. */
export const readDefinitions = (input: unknown): ParsedDefinitions => {
  const read = readParts(input, WHOLE_PARTS);
  if ('misfits' in read) throw new InvalidDefinitionError(read.misfits.map(malformed));
  const { definitions, misfits } = read.value;
  return { definitions, problems: misfits.map(malformed) };
};

/** Definitions, all or nothing. @throws InvalidDefinitionError */
export const parseDefinitions = (input: unknown): SlaDefinitions => {
  const { definitions, problems } = readDefinitions(input);
  if (problems.length > 0) throw new InvalidDefinitionError(problems);
  return definitions;
};
