/** Rows of the health page in the viewer's words: what is wrong, and what to do. */
import { plainParam } from '../../../src/kernel/finding';
import type { HealthRow } from '../../../src/settings/domain/answers';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { whyText } from '../../shared/error-text';
import { hasText, t, type TextParams } from '../../shared/i18n';
import { shownParams } from '../../shared/params';
import { placedText } from '../model/problem-text';

const DEFINITION = 'sla.definition.';
const ITEM = 'item.';

const shown = ({ params = {} }: HealthRow): TextParams => ({
  ...shownParams(params),
  ...(params['action'] === undefined ? {} : { action: actionText(plainParam(params['action'])) }),
  ...(params['why'] === undefined ? {} : { why: whyText(plainParam(params['why'])) }),
});

/** What an escalation wanted to do; a kind of action this screen does not know is told as it is. */
const actionText = (kind: string): string => {
  const key = `settings.escalation.${kind}`;
  return hasText(key) ? t(key) : kind;
};

/** What is wrong; where it is in a definition stands before it. */
export function rowText(row: HealthRow, definitions: SlaDefinitions): string {
  if (row.code.startsWith(DEFINITION)) return definitionText(row, definitions);
  if (!row.code.startsWith(ITEM)) return t(`settings.health.row.${row.code}`, shown(row));
  const text = t(`finding.${row.code.slice(ITEM.length)}`, shown(row));
  const alike = Number(row.params?.['count'] ?? 1) - 1;
  // The text itself tells how many texts are not translated.
  if (row.code === 'item.missingTranslation' || alike < 1) return text;
  return `${text} ${t('settings.health.alike', { count: alike })}`;
}

/** What to do about it; empty where what is wrong says so itself. */
export function adviceOf(row: HealthRow): string {
  const [kind = ''] = row.code.split('.');
  const key = [`settings.health.advice.${row.code}`, `settings.health.advice.${kind}`].find(hasText);
  return key === undefined || row.code.startsWith(DEFINITION) ? '' : t(key, shown(row));
}

function definitionText(row: HealthRow, definitions: SlaDefinitions): string {
  const metric = definitions.metrics.find(({ id }) => row.whose === `metric:${id}`);
  return placedText({ ...row, code: row.code.slice(DEFINITION.length) }, metric);
}
