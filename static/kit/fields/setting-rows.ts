import type * as v from 'valibot';
import { hasText } from '../../shared/i18n';
import { worded } from '../controls/option';
import { check, choice, type Control, number } from './controls';
import type { Row } from './fields';

/** A choice of a few, a rule that holds or not, a whole number between two others. */
type Plain =
  | v.PicklistSchema<readonly string[], undefined>
  | v.BooleanSchema<undefined>
  | v.SchemaWithPipe<
      readonly [
        v.NumberSchema<undefined>,
        v.IntegerAction<number, undefined>,
        v.MinValueAction<number, number, undefined>,
        v.MaxValueAction<number, number, undefined>,
      ]
    >;
/** A group of settings, by key: each with a default, so that it always has a value. */
export type Settings = Readonly<Record<string, v.GenericSchema & { readonly wrapped: Plain }>>;
type Values<S extends Settings> = { readonly [K in keyof S & string]: v.InferOutput<S[K]> };

/**
 * The rows of settings that need no control of their own: they follow from the schema, which has a default for each. The texts of
 * one are those of its key under `words`: its name, its options after a dot, and `…Hint` where there is one. `errors` are what
 * the screen itself finds wrong, by key: a text's key.
 */
export const settingRows = <S extends Settings>(
  settings: S,
  words: string,
  errors: { readonly [K in keyof S]?: string | false } = {},
): readonly Row<Values<S>>[] =>
  Object.entries(settings).map(([key, { wrapped }]) => {
    const label = `${words}.${key}`;
    const help = hasText(`${label}Hint`) ? `${label}Hint` : undefined;
    const control = controlOf(wrapped, label);
    // The control of a key's own values: no type says of a key at run time which they are.
    return { key, label, help, error: errors[key], control } as unknown as Row<Values<S>>;
  });

function controlOf(plain: Plain, words: string): Control<string> | Control<boolean> | Control<number> {
  switch (plain.type) {
    case 'picklist':
      return choice(worded(words, plain.options));
    case 'boolean':
      return check();
    case 'number': {
      const [, , { requirement: min }, { requirement: max }] = plain.pipe;
      return number({ isWhole: true, min, max });
    }
  }
}
