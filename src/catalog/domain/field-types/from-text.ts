import type { Answer, FormField } from '../model';
import { folded } from '../texts/folded';
import { isAnswerable, isChoosy, isMeasure, problemOfAnswer, rulesOf } from '.';
import { ANY_DATE } from './rules';

const YES: readonly string[] = ['true', 'yes', 'да', '1'];
const NO: readonly string[] = ['false', 'no', 'нет', '0'];

/** As machines write it, for links know no locale; neither of another base nor with an exponent. */
const PLAIN_NUMBER = /^\s*-?\d{1,15}(\.\d+)?\s*$/;

/** An option by its id or by what people read; itself where there is none such. */
const optionIn = ({ options = [] }: FormField, text: string): string =>
  options.find(({ id }) => id === text.trim())?.id ??
  options.find(({ label }) => Object.values(label).some((each = '') => folded(each) === folded(text)))?.id ??
  text;

/**
 * The answer that a text from elsewhere (an address, a profile) gives to a question; `null` where its question would not take it,
 * or is nobody's to answer openly. Several answers stand between commas.
 */
export function answerFrom(field: FormField, text: string): Answer {
  if (!isAnswerable(field) || text.trim() === '') return null;
  const answer = read(field, text);
  return answer === null || problemOfAnswer(field, answer, ANY_DATE) ? null : answer;
}

function read(field: FormField, text: string): Answer {
  const isList = field.type === 'multiChoice' || rulesOf(field).people === 'several';
  if (isList) return [...new Set(text.split(',').map((each) => optionIn(field, each.trim())))];
  if (isChoosy(field)) return optionIn(field, text);
  if (isMeasure(field.type) || field.type === 'rating') return PLAIN_NUMBER.test(text) ? Number(text) : null;
  if (field.type !== 'yesNo') return text;
  return YES.includes(folded(text)) ? true : NO.includes(folded(text)) ? false : null;
}
