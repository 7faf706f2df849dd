import type { AgreementCompliance } from '../../../../src/sla/compliance/domain/answers';
import { saveCsv } from '../../../shared/save-csv';
import { todayThere } from '../../../shared/dates';
import { periodsCsv } from './periods-csv';

/** Hands the list of periods to the browser as a file. */
export const savePeriods = (name: string, compliance: AgreementCompliance): void =>
  saveCsv(`${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${todayThere(compliance.asOf)}`, periodsCsv(compliance));
