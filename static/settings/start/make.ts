/** Makes and takes back what a plan says, by the calls that the editors of each thing use. */
import type { Made } from '../../../src/catalog/domain/setup';
import { call, codeOf } from '../../shared/api';
import { publishItem, saveDraft } from '../items/item-calls';
import type { Step } from './model/plan';

/** Makes one thing. One that is there already, because an answer was lost, is left as it is. Throws `RequestFailed`. */
export async function make(step: Step): Promise<void> {
  switch (step.section) {
    case 'calendar':
      return define(step.section, step.id, step.value, 'new');
    case 'metric':
      return define(step.section, step.id, step.value, step.begin);
    case 'item':
      return publish(step);
    default:
      await unlessThere(() => call('settings.save', { section: step.section, value: step.value, rev: 0 }));
  }
}

async function define(
  section: 'calendar' | 'metric',
  id: string,
  value: object,
  scope: 'new' | 'replay',
): Promise<void> {
  const { definitions } = await call('sla.settings', {});
  const members: readonly { readonly id: string }[] =
    section === 'metric' ? definitions.metrics : definitions.calendars;
  if (members.some((member) => member.id === id)) return;
  await call('sla.applyChange', {
    version: definitions.version,
    target: { section, value },
    plan: { scope },
  });
}

async function publish({ id, value }: Extract<Step, { section: 'item' }>): Promise<void> {
  const saved = await unlessThere(() => saveDraft(id, 0, value));
  const { item } = saved ?? (await call('catalog.item', { itemId: id }));
  if (item.state === 'draft') await publishItem(id, item.rev);
}

/** What is new is in nobody's way: it can only be there already because it was made a moment ago; nothing is answered then. */
async function unlessThere<T>(save: () => Promise<T>): Promise<T | undefined> {
  try {
    return await save();
  } catch (error) {
    if (codeOf(error) !== 'CONFLICT') throw error;
    return undefined;
  }
}

/** Takes one thing back; `kept` where it has a past that must stay: an item that was ordered, an SLA that has counted. */
export async function takeBack({ section, id }: Made): Promise<'gone' | 'kept'> {
  switch (section) {
    case 'item':
      return (await call('settings.withdrawItem', { itemId: id })).outcome === 'retired' ? 'kept' : 'gone';
    case 'calendar':
    case 'metric':
      return undefine(section, id);
    default:
      return removeFrom(section, id);
  }
}

const LISTS = { catalog: 'catalogs', category: 'categories', service: 'services' } as const;

async function removeFrom(section: keyof typeof LISTS, id: string): Promise<'gone' | 'kept'> {
  const structure = await call('catalog.structure', {});
  const members: readonly { readonly id: string; readonly rev?: number }[] = structure[LISTS[section]];
  const member = members.find((each) => each.id === id);
  if (member === undefined) return 'gone';
  return unlessUsed(() => call('catalog.delete', { section, id, rev: member.rev ?? 0 }));
}

async function undefine(section: 'calendar' | 'metric', id: string): Promise<'gone' | 'kept'> {
  const { definitions } = await call('sla.settings', {});
  const isThere =
    section === 'metric'
      ? definitions.metrics.some((metric) => metric.id === id && metric.retired === undefined)
      : definitions.calendars.some((calendar) => calendar.id === id);
  if (!isThere) return 'gone';
  return unlessUsed(() =>
    call('settings.delete', { version: definitions.version, section, id, open: 'cancel' }),
  );
}

/** What something else refers to stays: somebody has built on it since. */
async function unlessUsed(remove: () => Promise<unknown>): Promise<'gone' | 'kept'> {
  try {
    await remove();
    return 'gone';
  } catch (error) {
    if (codeOf(error) === 'INVALID_DEFINITION') return 'kept';
    throw error;
  }
}
