import { parseArgs } from 'node:util';
import { readInstant } from '../engine';
import { INSTANT_FAULTS } from './instant-faults';
import type { Instant } from '../engine/model';

/** What the command line asks for. */
export type Command =
  | {
      readonly kind: 'replay';
      readonly definition: string;
      readonly history: string;
      readonly asOf: Instant;
      readonly explain: boolean;
      readonly locale: 'en' | 'ru';
    }
  | { readonly kind: 'vectors'; readonly directory: string }
  | { readonly kind: 'test'; readonly file: string }
  | { readonly kind: 'help'; readonly problem?: string };

export const USAGE = `Usage:
  npm run --silent sla -- replay --definition FILE --history FILE --as-of INSTANT [--explain] [--locale en|ru]
  npm run --silent sla -- vectors DIR
  npm run --silent sla -- test FILE
File formats: docs/sla-cli.md`;

const replayCommand = (values: Readonly<Record<string, string | boolean | undefined>>): Command => {
  const { definition, history, explain, locale } = values;
  const asOf = values['as-of'];
  if (typeof definition !== 'string' || typeof history !== 'string' || typeof asOf !== 'string') {
    return { kind: 'help', problem: 'replay needs --definition, --history and --as-of.' };
  }
  const instant = readInstant(asOf);
  if (typeof instant === 'string')
    return { kind: 'help', problem: `--as-of ${asOf} ${INSTANT_FAULTS[instant]}` };
  if (locale !== undefined && locale !== 'en' && locale !== 'ru')
    return { kind: 'help', problem: '--locale is en or ru.' };
  return {
    kind: 'replay',
    definition,
    history,
    asOf: instant,
    explain: explain === true,
    locale: locale ?? 'en',
  };
};

export const readArguments = (argv: readonly string[]): Command => {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        definition: { type: 'string' },
        history: { type: 'string' },
        'as-of': { type: 'string' },
        explain: { type: 'boolean' },
        locale: { type: 'string' },
      },
    });
    const [name, path] = positionals;
    if (name === 'replay') return replayCommand(values);
    if (name === 'vectors' && path !== undefined) return { kind: 'vectors', directory: path };
    if (name === 'test' && path !== undefined) return { kind: 'test', file: path };
    return {
      kind: 'help',
      problem: name === undefined ? undefined : `There is no command "${positionals.join(' ')}".`,
    };
  } catch (error) {
    return { kind: 'help', problem: error instanceof Error ? error.message : String(error) };
  }
};
