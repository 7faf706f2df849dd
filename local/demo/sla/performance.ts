/** What the company is charged for its services, and what it may expect of a month. */

const SOLVED = 'resolved >= {from} AND resolved < {to}';

export const TERMS = {
  review: { period: 'month', zone: 'Europe/Berlin' },
  compliance: { target: 85, atRisk: 90 },
  finance: {
    currency: 'EUR',
    charge: 4_800_000,
    bands: [
      { id: 'below-85', kind: 'credit', at: 85, share: 5 },
      { id: 'below-75', kind: 'credit', at: 75, share: 10 },
      { id: 'from-97', kind: 'reward', at: 97, share: 1 },
    ],
    breachCost: 12_000,
  },
  commitments: [
    {
      id: 'csat',
      name: 'Satisfaction of those who asked (1 to 5)',
      unit: '',
      direction: 'atLeast',
      target: 4.3,
      source: { kind: 'manual' },
    },
    {
      id: 'not-delivered',
      name: 'Requests that were not delivered',
      unit: '%',
      direction: 'atMost',
      target: 5,
      source: { kind: 'jql', among: SOLVED, matching: `resolution in ("Won't Do", Declined)` },
    },
  ],
} as const;

/** What the surveys of this month and the last said. */
export const SURVEYS: readonly { readonly value: number; readonly note: string }[] = [
  { value: 4.2, note: 'So far: 31 answers of 140' },
  { value: 4.4, note: 'Survey of the month: 58 answers' },
];
