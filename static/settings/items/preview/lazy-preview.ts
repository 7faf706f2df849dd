import { lazy } from 'react';
import { portalTexts } from '../../../portal/texts';
import { loadTexts, locale } from '../../../shared/i18n';

/** A part of the settings that shows the portal's own page, with the portal's words. */
async function withPortal<T>(part: Promise<T>): Promise<T> {
  const [module] = await Promise.all([part, loadTexts(locale(), portalTexts)]);
  return module;
}

/** The preview, once somebody looks at it. */
export const ItemPreview = lazy(async () => ({
  default: (await withPortal(import('./item-preview'))).ItemPreview,
}));

/** The form of an item that can be tried, once somebody does. */
export const TrialForm = lazy(async () => ({
  default: (await withPortal(import('./trial-form'))).TrialForm,
}));
