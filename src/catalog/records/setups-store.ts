import { singleton } from '../../work/singleton';
import { NO_SETUPS, setups } from '../domain/setup';

export const setupsStore = singleton(setups, {
  key: 'catalog:setups',
  initial: NO_SETUPS,
  changed: 'catalog',
});
