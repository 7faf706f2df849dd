import { lazy } from 'react';
import { portalTexts } from '../../../portal/texts';
import { loadTexts, locale } from '../../../shared/i18n';

/** The preview with the portal's own page and words, once somebody looks at it. */
export const ItemPreview = lazy(async () => {
  const [module] = await Promise.all([import('./item-preview'), loadTexts(locale(), portalTexts)]);
  return { default: module.ItemPreview };
});
