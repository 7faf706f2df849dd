/** What the simulator says in the viewer's words. */
import type { Goal, IdleReason, Unmet } from '../../../../src/sla/domain/model';
import { fieldIn } from '../../../../src/sla/domain/text/unmet-text';
import { writeLength } from '../../../../src/sla/domain/testcases/length';
import { formatLocalDate } from '../../../shared/dates';
import { t } from '../../../shared/i18n';
import { conditionText } from '../../model/condition-text';
import type { FieldCatalog } from '../../model/field-catalog';

/** Working time in hours and minutes, cut off; never in days, which would hide how long a day is. */
export const hoursText = (ms: number): string => writeLength(Math.floor(ms / 60_000) * 60_000);

const unmetText = (part: Unmet, catalog: FieldCatalog): string => {
  if ('anyOf' in part)
    return part.anyOf.map((each) => allUnmet(each, catalog)).join(` ${t('settings.why.or')} `);
  const field = fieldIn(part.condition);
  const condition = conditionText(part.condition, catalog);
  if (field === undefined) return condition;
  const actual = part.actual.map((value) => catalog.valueName(field, value)).join(', ');
  return t('settings.why.unmet', { condition, actual: actual || t('settings.why.empty') });
};

const allUnmet = (unmet: readonly Unmet[], catalog: FieldCatalog): string =>
  unmet.map((each) => unmetText(each, catalog)).join('; ');

/** Why nothing is measured: one line, or one for each goal that does not match. */
export function whyTexts(why: IdleReason, goals: readonly Goal[], catalog: FieldCatalog): readonly string[] {
  switch (why.kind) {
    case 'scope':
      return [t('settings.why.scope', { unmet: allUnmet(why.unmet, catalog) })];
    case 'agreement': {
      const { name, validFrom, validTo } = why;
      return [
        t('settings.why.agreement', {
          name,
          from: validFrom === undefined ? '…' : formatLocalDate(validFrom),
          to: validTo === undefined ? '…' : formatLocalDate(validTo),
        }),
      ];
    }
    case 'noGoal':
      return why.goals.map(({ goalId, unmet }, index) => {
        const name = goals.find(({ id }) => id === goalId)?.name ?? goalId;
        return t('settings.why.goal', { n: index + 1, name, unmet: allUnmet(unmet, catalog) });
      });
    case 'noDate':
      return [t('settings.why.noDate', { fields: catalog.fieldName(why.field) })];
    case 'notStarted':
      return [t('settings.why.notStarted')];
  }
}
