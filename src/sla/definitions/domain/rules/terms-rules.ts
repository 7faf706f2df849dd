import { isKnownZone } from '../../../engine/calendar/zone';
import type {
  Agreement,
  FinanceTerms,
  AgreementTerms,
  ReviewTerms,
  SlaDefinitions,
} from '../../../engine/model';
import { bandProblems } from './band-rules';
import { commitmentProblems } from './commitment-rules';
import { errorIn, warningIn } from '../../../../kernel/finding';
import type { Problem } from './problem';

const PATH = 'terms';

const zoneProblems = (whose: string, { zone }: ReviewTerms): readonly Problem[] =>
  isKnownZone(zone) ? [] : [errorIn('UNKNOWN_ZONE', whose, `${PATH}.review.zone`, { zone })];

const complianceProblems = (whose: string, { compliance }: AgreementTerms): readonly Problem[] =>
  compliance?.atRisk !== undefined && compliance.atRisk < compliance.target
    ? [
        errorIn('AT_RISK_BELOW_TARGET', whose, `${PATH}.compliance.atRisk`, {
          atRisk: compliance.atRisk,
          target: compliance.target,
        }),
      ]
    : [];

const isKnownCurrency = (currency: string): boolean => Intl.supportedValuesOf('currency').includes(currency);

const financeProblems = (
  whose: string,
  finance: FinanceTerms,
  { period }: ReviewTerms,
): readonly Problem[] => {
  const at = `${PATH}.finance`;
  const found: Problem[] = [];
  if (!isKnownCurrency(finance.currency))
    found.push(errorIn('UNKNOWN_CURRENCY', whose, `${at}.currency`, { currency: finance.currency }));
  if (finance.bands.length > 0 && period === 'rolling30')
    found.push(errorIn('BANDS_ROLL', whose, `${at}.bands`));
  if (finance.bands.length > 0 && (finance.charge ?? 0) === 0)
    found.push(warningIn('NO_CHARGE', whose, `${at}.charge`));
  return [...found, ...bandProblems(whose, `${at}.bands`, finance.bands)];
};

const countProblems = (
  whose: string,
  { id, terms }: Agreement,
  { metrics }: SlaDefinitions,
): readonly Problem[] =>
  terms?.compliance === undefined || metrics.some(({ agreementId }) => agreementId === id)
    ? []
    : [warningIn('NOTHING_COUNTED', whose, `${PATH}.compliance`)];

/** Everything wrong with how agreements are judged over a period. */
export const termsProblems = (definitions: SlaDefinitions): readonly Problem[] =>
  definitions.agreements.flatMap((agreement) => {
    const { terms } = agreement;
    if (terms === undefined) return [];
    const whose = `agreement:${agreement.id}`;
    const { review, finance, commitments } = terms;
    return [
      ...zoneProblems(whose, review),
      ...complianceProblems(whose, terms),
      ...(finance === undefined ? [] : financeProblems(whose, finance, review)),
      ...commitmentProblems(whose, `${PATH}.commitments`, commitments),
      ...countProblems(whose, agreement, definitions),
    ];
  });
