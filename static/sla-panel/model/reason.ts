import * as rules from '../../../src/sla/engine/words/reason-text';
import { t } from '../../shared/i18n';

/** A pause reason in the viewer's words, or as the admin wrote it. */
export const reasonText = (reason: string): string => rules.reasonText(reason, { say: t });
