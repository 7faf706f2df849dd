import type { LocalizedValue } from '../../kit/controls';
import { t } from '../../shared/i18n';

/** What a copy is called: in each language after what it is a copy of. */
export const copiedName = ({ en, ru }: LocalizedValue): LocalizedValue => ({
  en: t('kit.list.copyOf', { name: en }),
  ...(ru !== undefined && { ru: t('kit.list.copyOf', { name: ru }) }),
});
