import { account } from '../company/accounts';
import type { Article } from '../company/types';

const page = (id: string, title: string, labels: readonly string[], lines: readonly string[]): Article => ({
  id,
  spaceKey: 'HR',
  title,
  labels,
  author: account('hugo'),
  lines,
});

export const HR_ARTICLES: readonly Article[] = [
  page(
    '65614',
    'Certificates and letters',
    ['documents', 'how-to'],
    [
      'We write letters for banks, landlords and embassies. Most are signed electronically on the day you ask.',
      '- Banks accept the electronic signature.',
      '- Embassies want paper: add two days for the post.',
      '@item employment-certificate',
    ],
  ),
  page(
    '65615',
    'Parental leave, step by step',
    ['leave', 'family'],
    [
      'You may take up to three years for each child and share them as you like.',
      '1. Tell your manager and us seven weeks before the first day.',
      '1. We send you the plan and the papers for the family office.',
      '1. You sign; payroll and IT are told by us.',
      'Working part-time meanwhile is possible up to 32 hours a week.',
      '@item parental-leave',
    ],
  ),
  page(
    '65616',
    'Special leave: what you are entitled to',
    ['leave', 'policy'],
    [
      'These days are paid and do not count as holidays.',
      '- Own wedding: two days.',
      '- Moving house: one day, for business reasons two.',
      '- Birth of a child: two days for the other parent.',
      'Unpaid leave needs the consent of your manager.',
    ],
  ),
  page(
    '65617',
    'Checklist for a first day',
    ['onboarding', 'managers'],
    [
      'A good first day begins two weeks earlier.',
      '1. Order the newcomer bundle ten working days ahead.',
      '1. Name a buddy.',
      '1. Invite the newcomer to the team round of the first week.',
      '1. Keep the first afternoon free.',
      '@item newcomer',
    ],
  ),
  page(
    '65618',
    'Being a buddy',
    ['onboarding', 'people'],
    [
      'A buddy answers the questions nobody dares to ask.',
      '- Have lunch together in the first week.',
      '- Show the printer, the coffee and the way to ask for help.',
      '- Talk again after thirty days.',
    ],
  ),
  page(
    '65619',
    'Training budget',
    ['training', 'policy'],
    [
      'Everybody has 1,500 euros and five days a year for learning.',
      '- Courses up to 500 euros: your manager decides alone.',
      '- Above: the head of the department as well.',
      '- Exams are paid when you pass, and once when you do not.',
      '@item training',
    ],
  ),
  page(
    '65620',
    'Changing your name, address or bank account',
    ['documents', 'payroll'],
    [
      'Tell us once; payroll, insurance and IT hear of it from us.',
      '- Bank account: before the 15th for the pay of the same month.',
      '- Name: we need a copy of the certificate.',
      '- Address: also when you move within the city, the tax office asks.',
    ],
  ),
  page(
    '65621',
    'When you are ill',
    ['sick', 'policy'],
    [
      'Get well first. Then:',
      '1. Tell your manager before your working day begins.',
      '1. From the fourth day see a doctor; the note reaches us electronically.',
      'Children ill? You have fifteen days a year for each child.',
    ],
  ),
  page(
    '65622',
    'Benefits at a glance',
    ['benefits', 'overview'],
    [
      'What the company adds to your pay.',
      '- Public transport: the national ticket, free.',
      '- Pension: we double your share up to 100 euros.',
      '- Bicycle: leasing with tax advantage.',
      '- Sport: membership at half price.',
    ],
  ),
  {
    ...page(
      '65654',
      'Salary bands',
      ['salary', 'internal'],
      [
        'For managers and the People team. Bands are reviewed every April.',
        '- Band C: first professional years.',
        '- Band D: works alone, guides others.',
        '- Band E: leads a field or a team.',
      ],
    ),
    restrictedTo: ['hr-agents', 'managers'],
  },
];
