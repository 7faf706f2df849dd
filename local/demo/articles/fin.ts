import { account } from '../company/accounts';
import type { Article } from '../company/types';

const page = (id: string, title: string, labels: readonly string[], lines: readonly string[]): Article => ({
  id,
  spaceKey: 'FIN',
  title,
  labels,
  author: account('felix'),
  lines,
});

export const FINANCE_ARTICLES: readonly Article[] = [
  page(
    '65632',
    'Getting your expenses back',
    ['expenses', 'how-to'],
    [
      'We pay on the 1st and the 15th. What arrives three days before is included.',
      '1. Photograph each receipt so that date and tax are readable.',
      '1. Order the reimbursement, one request for each trip.',
      '- Meals with guests: write who was there and why.',
      '- Tips: up to ten per cent.',
      '@item expenses',
    ],
  ),
  page(
    '65633',
    'When a purchase needs approval',
    ['purchasing', 'policy'],
    [
      'The limits are for the whole order, without tax.',
      '- Up to 500 euros: your team lead.',
      '- Up to 10,000 euros: the head of the department.',
      '- Above: the board, every second Tuesday.',
      '@item purchase',
    ],
  ),
  page(
    '65634',
    'Working with a new supplier',
    ['purchasing', 'how-to'],
    [
      'A new supplier takes a week longer: we check bank details and data protection.',
      '1. Ask for an offer in the name of the company.',
      '1. Send us the mail address, not the bank account.',
      '1. Wait for the supplier number before anything is delivered.',
    ],
  ),
  page(
    '65635',
    'Rules for company cards',
    ['card', 'policy'],
    [
      'The card is for the company only, also when you forgot yours.',
      '- Keep each receipt for ten days.',
      '- Lost? Block it in the app first, then tell us.',
      '- Cash from machines only abroad.',
      '@item company-card',
    ],
  ),
  page(
    '65636',
    'What an invoice must say',
    ['invoice', 'how-to'],
    [
      'Invoices with the wrong address go back: the tax office is strict.',
      '- Our full name and address.',
      '- Number, date and date of delivery.',
      '- Net amount, tax rate, tax.',
      '- Your order number, so that we find you.',
    ],
  ),
  page(
    '65637',
    'Advances for trips',
    ['travel', 'expenses'],
    [
      'You need not lend money to the company.',
      '- Up to 80 % of the expected cost.',
      '- In cash on Mondays and Thursdays, eleven to twelve.',
      '- Settle within two weeks after your return.',
      '@item travel-advance',
    ],
  ),
  page(
    '65638',
    'Cost centres and budgets',
    ['budget', 'managers'],
    [
      'Each team has a cost centre, each project an order number.',
      '- Moves within a department: the head decides.',
      '- Moves between departments: both heads.',
      'Reports come on the fifth working day.',
    ],
  ),
  page(
    '65639',
    'How to read your payslip',
    ['payroll', 'overview'],
    [
      'From top to bottom: what you earned, what is kept, what is paid.',
      '- Line 100: salary. Line 200: bonus. Line 300: benefits in kind.',
      '- Line 500: income tax. Lines 510 to 540: insurance.',
      'Corrections show in the following month with a letter K.',
    ],
  ),
  page(
    '65640',
    'Tax forms at the end of the year',
    ['payroll', 'tax'],
    [
      'The yearly statement reaches the tax office by itself at the end of February; you find a copy in the portal.',
      '- Home office: six euros a day, up to 210 days.',
      '- Second household: ask us for the letter.',
    ],
  ),
];
