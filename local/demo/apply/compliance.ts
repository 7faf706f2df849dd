import { account } from '../company/accounts';
import { surveys } from '../sla';
import { ask } from './app';
import type { DemoSite } from './site';

const AGREEMENT = 'company-sla';
const MANAGER = account('sergey');

/** `2026-11` and so many months before it. */
const monthBefore = (month: string, count: number): string => {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 1) - 1 - count, 1)).toISOString().slice(0, 7);
};

/** This month and the last of the company's agreement: measured and counted by the app, with what the surveys said. */
export async function applyCompliance(site: DemoSite): Promise<void> {
  const of = { agreementId: AGREEMENT };
  const { current } = (await ask(site, MANAGER, 'sla.compliance', of)) as { readonly current: string };
  const months = surveys().map((survey, back) => ({ ...survey, period: monthBefore(current, back) }));
  await ask(site, MANAGER, 'sla.measureFinished', { ...of, period: months.at(-1)?.period });
  await site.settle();
  for (const { period, value, note } of months) {
    await ask(site, MANAGER, 'sla.countPeriod', { ...of, period });
    await ask(site, MANAGER, 'sla.enterValue', { ...of, period, commitmentId: 'csat', value, note });
  }
}
