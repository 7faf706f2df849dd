import { AppFailure } from '../kernel/errors';

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** One line of JSON per event. Ids, counts and durations only: never payloads, texts or names of people. */
export const log = {
  info: (event: string, values: Values = {}): void => console.info(JSON.stringify({ event, ...values })),
  warn: (event: string, values: Values = {}): void => console.warn(JSON.stringify({ event, ...values })),
  error: (event: string, error: unknown, values: Values = {}): void =>
    console.error(JSON.stringify({ event, ...values, ...describe(error) })),
};

/** The class, the place and the code of an error; its message only where the app itself wrote it. */
function describe(error: unknown): Values {
  if (error instanceof AppFailure) return { code: error.code, cause: nameOf(error.cause) };
  if (!(error instanceof Error)) return { error: typeof error };
  const place = error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
  return { error: error.name, place, cause: nameOf(error.cause) };
}

const nameOf = (cause: unknown): string | undefined => (cause instanceof Error ? cause.name : undefined);
