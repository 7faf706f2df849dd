import { RequestFailed } from './api';
import { ProductFailed } from './product';
import { hasText, t } from './i18n';

/** What happened, why, and what to do, in the viewer's language. Unknown errors get a plain sentence, never their message. */
export function errorText(error: unknown): string {
  if (error instanceof ProductFailed) return t(`error.${error.code}`);
  if (!(error instanceof RequestFailed)) return t('error.INTERNAL');
  const key = `error.${error.code}`;
  const { why, ...params } = error.params;
  return hasText(key) ? t(key, { ...params, ...(why && { why: whyText(why) }) }) : t('error.INTERNAL');
}

/** Why something was refused: in our words where it is a code, else in Jira's. */
export const whyText = (why: string): string => (hasText(`error.${why}`) ? t(`error.${why}`) : why);

/** Whether the same thing may work a moment later. */
export const mayRetry = (error: unknown): boolean =>
  error instanceof RequestFailed || error instanceof ProductFailed ? error.retryable : true;
