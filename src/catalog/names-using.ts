import type { LocalizedText } from '../kernel/text';
import { readHead, structureOf, tilesOf } from './store';

/** Names of what refers to a part of the SLA definitions: published items that show the promise of a metric, offerings of an agreement. */
export async function namesUsing(section: string, id: string): Promise<readonly LocalizedText[]> {
  const head = await readHead();
  const users =
    section === 'metric'
      ? (await tilesOf(head)).filter(({ metrics }) => metrics.includes(id))
      : section === 'agreement'
        ? (await structureOf(head)).offerings.filter(({ agreementId }) => agreementId === id)
        : [];
  return users.map(({ name }) => name);
}
