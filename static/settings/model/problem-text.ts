import type { Finding } from '../../../src/kernel/finding';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { hasText, t } from '../../shared/i18n';
import { shownParams } from '../../shared/params';
import { failureText } from './failure-text';

type Told = Pick<Finding, 'code' | 'params'>;

/** What is wrong and how to mend it. `metric` gives the goals of a red test case their names. */
export const problemText = ({ code, params = {} }: Told, metric?: MetricDefinition): string =>
  t(`finding.${code}`, {
    count: 1,
    ...shownParams(params),
    failure: failureText(params, metric).replace(/\.$/, ''),
  });

/** The same with its place before it: `Goals › 2 › target: …`. */
export function placedText(finding: Told & Pick<Finding, 'at'>, metric?: MetricDefinition): string {
  const place = placeText(finding.at);
  const text = problemText(finding, metric);
  return place === '' ? text : t('settings.problemAt', { place, text });
}

/** `Goals › 2 › target`, for the path of a problem; parts people know by no name are left out. */
const placeText = (path: string): string =>
  path
    .split('.')
    .flatMap((part) => {
      if (/^\d+$/.test(part)) return [String(Number(part) + 1)];
      const key = `settings.change.part.${part}`;
      return hasText(key) ? [t(key)] : [];
    })
    .join(' › ');
