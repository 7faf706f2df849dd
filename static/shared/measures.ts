import { isMeasure } from '../../src/catalog/domain/field-types';
import type { FieldType, MeasureType } from '../../src/catalog/domain/model';
import { type Measure, NUMBER } from './use-number-text';

/** How people write and read the answers that are numbers, by the type of field. */
export const MEASURES: Readonly<Record<MeasureType, Measure>> = { number: NUMBER };

/** The same of any type: what is no measure is a plain number. */
export const measureOf = (type: FieldType): Measure => (isMeasure(type) ? MEASURES[type] : NUMBER);
