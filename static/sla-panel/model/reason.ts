import { hasText, t } from '../../shared/i18n';

/** A pause reason in the viewer's words, or as the admin wrote it. */
export const reasonText = (reason: string): string =>
  hasText(`sla.reason.${reason}`) ? t(`sla.reason.${reason}`) : reason;
