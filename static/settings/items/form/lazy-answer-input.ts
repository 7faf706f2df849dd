import { lazy } from 'react';
import { portalTexts } from '../../../portal/texts';
import { loadTexts, locale } from '../../../shared/i18n';

/** The input that requesters have for an answer, with the portal's words, in which it speaks. */
export const AnswerInput = lazy(async () => {
  const [module] = await Promise.all([import('./answer-input'), loadTexts(locale(), portalTexts)]);
  return { default: module.AnswerInput };
});
