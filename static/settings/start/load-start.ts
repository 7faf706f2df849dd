import type { Setups } from '../../../src/catalog/domain/setup';
import { call } from '../../shared/api';
import { readSection } from '../shared/section';
import { DEPARTMENTS } from './model/template';
import type { StartData } from './start-page';

/** What the page shows beside what all pages share. */
export async function loadStart(): Promise<StartData> {
  const [{ value: setups }, structure, { path: portalPath }, general] = await Promise.all([
    readSection<Setups>('setups'),
    call('catalog.structure', {}),
    call('settings.portal', {}),
    DEPARTMENTS.general(),
  ]);
  return { setups, structure, portalPath, general };
}
