/** Rows of the health page in the viewer's words: what is wrong, and what to do. */
import type { HealthRow } from '../../../src/settings/contract';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { formatDateTime, formatLocalDate } from '../../shared/dates';
import { hasText, locale, t } from '../../shared/i18n';
import { placeText, problemText } from '../model/problem-text';

const DEFINITION = 'sla.definition.';

const shown = ({ params }: HealthRow): Readonly<Record<string, string | number>> => ({
  ...params,
  ...(params['count'] === undefined ? {} : { count: Number(params['count']) }),
  ...(params['at'] === undefined || params['at'] === '' ? {} : { at: formatDateTime(params['at']) }),
  ...(params['date'] === undefined ? {} : { date: formatLocalDate(params['date']) }),
  ...(params['action'] === undefined ? {} : { action: actionText(params['action']) }),
});

/** What an escalation wanted to do; a kind of action this screen does not know is told as it is. */
const actionText = (kind: string): string => {
  const key = `settings.escalation.${kind}`;
  return hasText(key) ? t(key) : kind;
};

/** What is wrong; where it is in a definition stands before it. */
export function rowText(row: HealthRow, definitions: SlaDefinitions | null): string {
  if (row.code.startsWith(DEFINITION)) return definitionText(row, definitions);
  const text = t(`settings.health.row.${row.code}`, shown(row));
  const alike = Number(row.params['count'] ?? 1) - 1;
  // The text itself tells how many texts are not translated.
  if (!row.code.startsWith('item.') || row.code === 'item.missingTranslation' || alike < 1) return text;
  return `${text} ${t('settings.health.alike', { count: alike })}`;
}

/** What to do about it; empty where what is wrong says so itself. */
export function adviceOf(row: HealthRow): string {
  const [kind = ''] = row.code.split('.');
  const key = [`settings.health.advice.${row.code}`, `settings.health.advice.${kind}`].find(hasText);
  return key === undefined || row.code.startsWith(DEFINITION) ? '' : t(key, shown(row));
}

function definitionText({ code, params, subject }: HealthRow, definitions: SlaDefinitions | null): string {
  const { path = '', message = '', howToMend = '' } = params;
  const metric = definitions?.metrics.find(({ id }) => subject === `metric:${id}`);
  const text = problemText({ code: code.slice(DEFINITION.length), message, howToMend, params }, metric);
  const place = placeText(path);
  return place === '' || locale() === 'en' ? text : t('settings.problemAt', { place, text });
}
