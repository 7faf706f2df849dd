import { FACT_NAMES, FACTS, operatorsOfFact } from '../../../../src/catalog/domain/form/facts';
import {
  areComparable,
  isMeasure,
  isOrdered,
  isQuestion,
  rulesOf,
} from '../../../../src/catalog/domain/field-types';
import type { AnswerTest, FormField, MeasureType } from '../../../../src/catalog/domain/model';
import { languageOptions } from '../../../kit/controls/languages';
import type { Option } from '../../../kit/controls/option';
import { localized, t } from '../../../shared/i18n';

/** What a condition may test: a question's answer, or a fact of whom the request is for. */
export interface Tested {
  readonly id: string;
  readonly label: string;
  readonly operators: readonly AnswerTest['op'][];
  /** What it is compared with is one of these; empty for whatever somebody types. */
  readonly values: readonly Option[];
  readonly measure?: MeasureType;
  /** Of moments: later and earlier is said of them, where others are more and less. */
  readonly isMoment?: boolean;
  /** Questions whose answers it may be compared with, and how. */
  readonly others?: readonly Option[];
  readonly comparisons?: readonly AnswerTest['op'][];
  /** Is compared with an option of its long list, which is searched for. */
  readonly listed?: FormField;
  /** Is compared with a group, or a time zone, which are searched for. */
  readonly kind?: 'group' | 'zone';
}

/** The questions among some fields. */
export const testedFields = (fields: readonly FormField[]): readonly Tested[] =>
  fields.filter(isQuestion).map((field) => {
    const others = fields.filter((other) => other.id !== field.id && areComparable(field, other));
    return {
      id: field.id,
      label: localized(field.label),
      operators: rulesOf(field).operators,
      values: field.type === 'yesNo' ? yesOrNo() : optionsOf(field),
      ...(field.optionList && { listed: field }),
      ...(isMeasure(field.type) && { measure: field.type }),
      isMoment: isOrdered(field) && !isMeasure(field.type) && field.type !== 'rating',
      others: others.map(({ id, label }) => ({ value: id, label: localized(label) })),
      comparisons: isOrdered(field) ? ORDERED : SAME,
    };
  });

const SAME = ['is', 'isNot'] as const;
const ORDERED = [...SAME, 'gt', 'lt'] as const;

const optionsOf = ({ options = [] }: FormField): readonly Option[] =>
  options.map(({ id, label }) => ({ value: id, label: localized(label) }));

const yesOrNo = (): readonly Option[] => [
  { value: 'true', label: t('settings.form.yes') },
  { value: 'false', label: t('settings.form.no') },
];

/** Those that any condition may test; approvals may test the price as well. */
export const testedFacts = (ofApproval = false): readonly Tested[] =>
  FACT_NAMES.filter((id) => ofApproval || id !== '@price').map((id) => {
    const kind = FACTS[id];
    return {
      id,
      label: t(`settings.fact.${id.slice(1)}`),
      operators: operatorsOfFact(id),
      values: kind === 'yesNo' ? yesOrNo() : kind === 'language' ? languageOptions() : [],
      ...((kind === 'group' || kind === 'zone') && { kind }),
    };
  });
