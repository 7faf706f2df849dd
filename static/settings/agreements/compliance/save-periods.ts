import type { AgreementPerformance } from '../../../../src/sla/domain/answers/compliance';
import { saveCsv } from '../../../shared/save-csv';
import { todayThere } from '../../../shared/dates';
import { periodsCsv } from './periods-csv';

/** Hands the list of periods to the browser as a file. */
export const savePeriods = (name: string, performance: AgreementPerformance): void =>
  saveCsv(
    `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${todayThere(performance.asOf)}`,
    periodsCsv(performance),
  );
