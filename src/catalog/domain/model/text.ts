/** What texts and people are. */
import type { LocalizedText } from '../../../kernel/text';

export type Text = LocalizedText;

export type AccountId = string;
