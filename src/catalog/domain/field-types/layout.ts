import type { FieldRules } from './rules';

const NOTHING_ASKED: FieldRules = { settings: [], operators: [], check: () => null };

/** What stands between the questions: a text, a line, and the heading of a part, which reaches to the next heading. */
export const LAYOUT = {
  info: NOTHING_ASKED,
  richText: { ...NOTHING_ASKED, settings: ['body'] } satisfies FieldRules as FieldRules,
  section: { ...NOTHING_ASKED, settings: ['columns'] } satisfies FieldRules as FieldRules,
  separator: NOTHING_ASKED,
};
