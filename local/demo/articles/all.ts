import { account } from '../company/accounts';
import type { Article } from '../company/types';
import { FACILITY_ARTICLES } from './fac';
import { FINANCE_ARTICLES } from './fin';
import { HR_ARTICLES } from './hr';
import { IT_ARTICLES } from './it';
import { RUSSIAN_ARTICLES } from './russian';

export const ARTICLES: readonly Article[] = [
  ...IT_ARTICLES,
  ...HR_ARTICLES,
  ...FACILITY_ARTICLES,
  ...FINANCE_ARTICLES,
  ...RUSSIAN_ARTICLES,
];

export const SPACES = [
  { key: 'IT', name: 'IT knowledge', description: 'How-tos of the service desk', author: account('ingrid') },
  { key: 'HR', name: 'People handbook', description: 'Contracts, leave, benefits', author: account('hugo') },
  { key: 'FAC', name: 'Facilities', description: 'Buildings, doors, travel', author: account('fatima') },
  { key: 'FIN', name: 'Finance guide', description: 'Expenses, purchases, pay', author: account('felix') },
] as const;
