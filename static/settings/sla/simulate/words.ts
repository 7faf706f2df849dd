/** What the simulator says in the viewer's words. */
import type { WhyNot, Unmet } from '../../../../src/sla/domain/simulate/why-not';
import { writeLength } from '../../../../src/sla/domain/testcases/length';
import { t } from '../../../shared/i18n';
import { conditionText } from '../../model/condition-text';
import type { FieldCatalog } from '../../model/field-catalog';

/** Working time in hours and minutes, cut off; never in days, which would hide how long a day is. */
export const hoursText = (ms: number): string => writeLength(Math.floor(ms / 60_000) * 60_000);

const unmetText = ({ condition, field, actual }: Unmet, catalog: FieldCatalog): string =>
  t('settings.why.unmet', {
    condition: conditionText(condition, catalog),
    actual:
      actual.length === 0
        ? t('settings.why.empty')
        : actual.map((value) => catalog.valueName(field, value)).join(', '),
  });

const allUnmet = (unmet: readonly Unmet[], catalog: FieldCatalog): string =>
  unmet.map((each) => unmetText(each, catalog)).join('; ');

/** Why nothing is measured: one line, or one for each goal that does not match. */
export function whyTexts(why: WhyNot, catalog: FieldCatalog): readonly string[] {
  switch (why.kind) {
    case 'scope':
      return [t('settings.why.scope', { unmet: allUnmet(why.unmet, catalog) })];
    case 'goals':
      return why.goals.map(({ name, unmet }, index) =>
        t('settings.why.goal', { n: index + 1, name, unmet: allUnmet(unmet, catalog) }),
      );
    case 'noDate':
      return [t('settings.why.noDate', { fields: why.fields.map(catalog.fieldName).join(', ') })];
    case 'notStarted':
      return [t('settings.why.notStarted')];
  }
}
