/** Where files go that follow a request after it was sent. */
import { LATER } from '../../catalog/domain/files/file-ref';
import type { Answers, FormField } from '../../catalog/domain/model';
import { plainTexts } from '../../catalog/domain/texts/plain-texts';
import { badRequest } from '../../kernel/errors';
import { ANY_FILES } from '../domain/any-files';
import { fileFields, filesOf } from './sent-files';

/** What one request holds in all. */
export const MOST_OF_REQUEST = 60;

/** The questions that were answered with *later*: their places are still free. */
export const toFollow = (form: readonly FormField[], answers: Answers): readonly FormField[] =>
  fileFields(form).filter(({ id }) => plainTexts(answers[id]).includes(LATER));

/** How many files a request has, whether its answers name them or they were added. */
export const countOf = (
  form: readonly FormField[],
  answers: Answers,
  added: readonly { readonly id: string }[],
): number => new Set([...filesOf(form, answers), ...added].map(({ id }) => id)).size;

/** The place of a file: a question whose files were to follow, or none. @throws AppFailure BAD_REQUEST */
export function placeOf(form: readonly FormField[], answers: Answers, field: string | undefined): FormField {
  if (field === undefined) return ANY_FILES;
  const place = toFollow(form, answers).find(({ id }) => id === field);
  if (!place) throw badRequest('No files are to follow there.');
  return place;
}
