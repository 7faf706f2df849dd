/** Definition files as the commands take them: parsed, then held to the rules that a save in the settings is held to. */
import {
  InvalidDefinitionError,
  parseDefinitions,
  type Problem,
  validateDefinitions,
} from '../definitions/domain';
import type { Instant, SlaDefinitions } from '../engine/model';
import { sayer } from '../../kernel/words';
import { FINDINGS } from '../words/findings';
import { readJson } from './files';

/** Takes a line for people: standard error on the command line. */
export type Warn = (line: string) => void;

const say = sayer(FINDINGS, 'en');

/** One problem on a line: where, by which rule, what is wrong, how to mend it. */
const lineOf = ({ code, whose, at, params }: Problem): string =>
  `- ${whose}${at === '' ? '' : `, ${at}`} (${code}): ${say(`finding.${code}`, params)}`;

const listOf = (problems: readonly Problem[]): string => problems.map(lineOf).join('\n');

const parsed = (file: string, json: unknown): SlaDefinitions => {
  try {
    return parseDefinitions(json);
  } catch (error) {
    if (!(error instanceof InvalidDefinitionError)) throw error;
    throw new Error(`${file} is refused:\n${listOf(error.problems)}`);
  }
};

/**
 * The definitions in a file, all or nothing. `select` picks them out of a larger document; `now` (UTC ms) is the instant
 * at which the rules look, as in `validateDefinitions`. What the rules only warn of goes to `warn`.
 * @throws Error that names the file, and for each problem the definition, the rule's code and how to mend it
 */
export const readDefinitionsFile = async (
  file: string,
  now: Instant,
  warn: Warn,
  select: (json: unknown) => unknown = (json) => json,
): Promise<SlaDefinitions> => {
  const definitions = parsed(file, select(await readJson(file)));
  const problems = validateDefinitions(definitions, now);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`${file} is refused:\n${listOf(errors)}`);
  if (problems.length > 0) warn(`${file} has warnings:\n${listOf(problems)}`);
  return definitions;
};
