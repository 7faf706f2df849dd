import { describe, expect, it } from '@jest/globals';
import type {
  Agreement,
  Band,
  Commitment,
  FinanceTerms,
  JqlSource,
  AgreementTerms,
} from '../../../engine/model';
import { definitionsOf, metricOf } from '../../../engine/testing/build';
import { accepted } from '../../../testing/accepted';
import { agreements } from '../sections';
import { validateDefinitions } from './validate';

const terms: AgreementTerms = {
  review: { period: 'month', zone: 'Europe/Berlin' },
  compliance: { target: 95, atRisk: 97 },
  finance: { currency: 'EUR', charge: 100, bands: [] },
  commitments: [],
};
const agreement = (terms: unknown): Agreement =>
  ({
    id: 'a',
    name: 'A',
    kind: 'SLA',
    provider: 'IT',
    consumers: [],
    affectsParent: 'none',
    terms,
  }) as Agreement;
const problems = (terms: AgreementTerms, agreementId = 'a') =>
  validateDefinitions(definitionsOf(metricOf({ agreementId }), { agreements: [agreement(terms)] })).filter(
    ({ whose }) => whose === 'agreement:a',
  );
const found = (parts: Partial<AgreementTerms>) =>
  problems({ ...terms, ...parts }).map(({ code, at, severity }) => [code, at, severity]);
const band = (kind: Band['kind'], at: number, share: number): Band => ({
  id: `${kind}${at}:${share}`,
  kind,
  at,
  share,
});
const ofBands = (...bands: readonly Band[]) => found({ finance: { currency: 'EUR', charge: 100, bands } });
const commitment = (parts: Partial<Commitment>): readonly Commitment[] => [
  {
    id: 'c',
    name: 'Reopened',
    unit: '%',
    direction: 'atMost',
    target: 5,
    source: { kind: 'manual' },
    ...parts,
  },
];
const query = (parts: Partial<JqlSource>) =>
  found({
    commitments: commitment({
      source: { kind: 'jql', among: 'resolved >= {from}', matching: 'labels = again', ...parts },
    }),
  });

describe('the terms of a period', () => {
  it('may be sound', () => {
    expect(problems(terms)).toEqual([]);
    expect(
      ofBands(band('credit', 95, 5), band('credit', 90, 10), band('reward', 95, 1), band('reward', 99, 2)),
    ).toEqual([]);
  });

  it('name a zone, a currency, and a risk that begins before the target is missed', () => {
    expect(found({ review: { period: 'month', zone: 'Mars' } })).toEqual([
      ['UNKNOWN_ZONE', 'terms.review.zone', 'error'],
    ]);
    expect(found({ finance: { currency: 'EURO', bands: [] } })).toEqual([
      ['UNKNOWN_CURRENCY', 'terms.finance.currency', 'error'],
    ]);
    expect(found({ compliance: { target: 95, atRisk: 94 } })).toEqual([
      ['AT_RISK_BELOW_TARGET', 'terms.compliance.atRisk', 'error'],
    ]);
  });

  it('have bands that do not contradict one another', () => {
    const at = (index: number) => `terms.finance.bands.${index}`;
    expect(ofBands(band('credit', 95, 5), band('credit', 95, 6))).toEqual([
      ['BANDS_OVERLAP', at(1), 'error'],
    ]);
    expect(ofBands(band('credit', 90, 5), band('credit', 95, 5))).toEqual([
      ['BANDS_DISORDERED', at(0), 'error'],
    ]);
    expect(ofBands(band('reward', 99, 2), band('reward', 98, 3))).toEqual([
      ['BANDS_DISORDERED', at(0), 'error'],
    ]);
    expect(ofBands(band('reward', 94, 1), band('credit', 95, 5))).toEqual([
      ['BANDS_OVERLAP', at(0), 'error'],
    ]);
  });

  it('settle money by calendar periods, of a charge', () => {
    const finance: FinanceTerms = { currency: 'EUR', bands: [band('credit', 95, 5)] };
    expect(found({ finance, review: { period: 'rolling30', zone: 'UTC' } })).toEqual([
      ['BANDS_ROLL', 'terms.finance.bands', 'error'],
      ['NO_CHARGE', 'terms.finance.charge', 'warning'],
    ]);
  });

  it('warn where there is nothing to count', () => {
    expect(problems(terms, 'b').map(({ code }) => code)).toContain('NOTHING_COUNTED');
  });

  it('hold queries that can be counted within a period', () => {
    const at = (part: string) => `terms.commitments.0.${part}`;
    expect(query({})).toEqual([]);
    expect(query({ among: 'a = 1 ORDER BY created' })).toEqual([
      ['JQL_UNUSABLE', at('source.among'), 'error'],
    ]);
    expect(query({ matching: 'a = 1) OR (b = 2' })).toEqual([
      ['JQL_UNUSABLE', at('source.matching'), 'error'],
    ]);
    expect(query({ among: 'project = IT' })).toEqual([['JQL_UNBOUNDED', at('source.among'), 'warning']]);
    const source: JqlSource = { kind: 'jql', among: 'resolved >= {from}', matching: 'labels = again' };
    expect(found({ commitments: commitment({ target: 120, source }) })).toEqual([
      ['TARGET_NO_SHARE', at('target'), 'error'],
    ]);
    expect(found({ commitments: commitment({ name: ' ' }) })).toEqual([['NO_NAME', at('name'), 'error']]);
    expect(found({ commitments: [...commitment({}), ...commitment({})] })).toEqual([
      ['DUPLICATE_ID', 'terms.commitments', 'error'],
    ]);
  });
});

describe('an agreement', () => {
  it('of an older version has no such terms, and needs none', () => {
    expect(accepted(agreements, { id: 'a', name: 'A' }).terms).toBeUndefined();
  });

  it.each([
    [{ ...terms, compliance: { target: 101 } }, 'TOO_LARGE'],
    [{ ...terms, compliance: { target: 99.999 } }, 'TOO_PRECISE'],
    [{ ...terms, finance: { currency: 'EUR', charge: 10.5 } }, 'NOT_WHOLE'],
  ])('with %j is refused: %s', (terms, code) => {
    expect(() => accepted(agreements, agreement(terms))).toThrow(code);
  });
});
