import { account } from '../company/accounts';
import { readData } from '../data';
import { structureSchema } from './schema';

const { catalogs, categories, services, stages } = readData('catalog/structure.yml', structureSchema);

export const CATALOGS = catalogs;
export const CATEGORIES = categories.map((spec, order) => ({ ...spec, catalogId: 'company', order }));
export const SERVICES = services.map((spec) => ({
  ...spec,
  schema: 1 as const,
  rev: 1,
  owner: account('sergey'),
  status: 'active' as const,
}));
export const STAGES = stages;
