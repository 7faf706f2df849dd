import { type LocalizedText, mapText } from '../../../src/kernel/text';
import { t } from '../../shared/i18n';

/** What a copy is called: in each language after what it is a copy of. */
export const copiedName = (name: LocalizedText): LocalizedText =>
  mapText(name, (said) => t('kit.list.copyOf', { name: said }));
