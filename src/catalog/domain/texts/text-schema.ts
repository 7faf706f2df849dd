import * as v from 'valibot';
import { textOf } from '../../../kernel/text-schema';
import type { Text } from '../model';

/** Ids are the admin's own words: letters, digits, dots, dashes, underscores. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]{0,63}$/));

export const accountSchema = v.pipe(v.string(), v.maxLength(128));

export const shortText = v.pipe(v.string(), v.maxLength(100));

export const textSchema = (max: number): v.GenericSchema<unknown, Text> =>
  textOf(v.pipe(v.string(), v.maxLength(max)));
