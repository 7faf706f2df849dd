import { isKnownZone } from '../calendar/zone';
import type { Agreement, FinanceTerms, PerformanceTerms, ReviewTerms, SlaDefinitions } from '../model';
import { bandProblems } from './band-rules';
import { commitmentProblems } from './commitment-rules';
import { type Problem, refusal, warning } from './problem';

const PATH = 'performance';

const zoneProblems = (subject: string, { zone }: ReviewTerms): readonly Problem[] =>
  isKnownZone(zone)
    ? []
    : [
        refusal(
          'UNKNOWN_ZONE',
          subject,
          `${PATH}.review.zone`,
          `"${zone}" is not a known time zone.`,
          'Use an IANA name such as Europe/Berlin.',
        ),
      ];

const complianceProblems = (subject: string, { compliance }: PerformanceTerms): readonly Problem[] =>
  compliance?.atRisk !== undefined && compliance.atRisk < compliance.target
    ? [
        refusal(
          'AT_RISK_BELOW_TARGET',
          subject,
          `${PATH}.compliance.atRisk`,
          `At risk begins at ${compliance.atRisk} %, when the target of ${compliance.target} % is already missed.`,
          'Let it begin at the target or above it.',
        ),
      ]
    : [];

const isKnownCurrency = (currency: string): boolean => Intl.supportedValuesOf('currency').includes(currency);

const financeProblems = (
  subject: string,
  finance: FinanceTerms,
  { period }: ReviewTerms,
): readonly Problem[] => {
  const path = `${PATH}.finance`;
  const found: Problem[] = [];
  if (!isKnownCurrency(finance.currency))
    found.push(
      refusal(
        'UNKNOWN_CURRENCY',
        subject,
        `${path}.currency`,
        `"${finance.currency}" is not a currency.`,
        'Use a code of three letters such as EUR.',
      ),
    );
  if (finance.bands.length > 0 && period === 'rolling30')
    found.push(
      refusal(
        'BANDS_ROLL',
        subject,
        `${path}.bands`,
        'Windows of thirty days overlap, so one breach would be credited thirty times.',
        'Judge money by calendar months or quarters, or leave the bands out.',
      ),
    );
  if (finance.bands.length > 0 && (finance.charge ?? 0) === 0)
    found.push(
      warning(
        'NO_CHARGE',
        subject,
        `${path}.charge`,
        'Bands are shares of the charge per period, which is 0: nothing will ever be due.',
        'Say what is charged for a period.',
      ),
    );
  return [...found, ...bandProblems(subject, `${path}.bands`, finance.bands)];
};

const countProblems = (
  subject: string,
  { id, performance }: Agreement,
  { metrics }: SlaDefinitions,
): readonly Problem[] =>
  performance?.compliance === undefined || metrics.some(({ agreementId }) => agreementId === id)
    ? []
    : [
        warning(
          'NOTHING_COUNTED',
          subject,
          `${PATH}.compliance`,
          'No metric belongs to the agreement, so there is nothing to count.',
          'Put metrics under it in their own editor.',
        ),
      ];

/** Everything wrong with how agreements are judged over a period. */
export const performanceProblems = (definitions: SlaDefinitions): readonly Problem[] =>
  definitions.agreements.flatMap((agreement) => {
    const { performance } = agreement;
    if (performance === undefined) return [];
    const subject = `agreement:${agreement.id}`;
    const { review, finance, commitments } = performance;
    return [
      ...zoneProblems(subject, review),
      ...complianceProblems(subject, performance),
      ...(finance === undefined ? [] : financeProblems(subject, finance, review)),
      ...commitmentProblems(subject, `${PATH}.commitments`, commitments),
      ...countProblems(subject, agreement, definitions),
    ];
  });
