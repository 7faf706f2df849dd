import { isFormer } from '../../src/kernel/former-people';
import { t } from './i18n';

/** A name that the backend gave. Of former users it has none: their mark stands in its place. */
export const personName = (name: string): string => (isFormer(name) ? t('common.formerUser') : name);
