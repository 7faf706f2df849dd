import { account } from '../company/accounts';
import type { Article } from '../company/types';

const page = (id: string, title: string, labels: readonly string[], lines: readonly string[]): Article => ({
  id,
  spaceKey: 'FAC',
  title,
  labels,
  author: account('fatima'),
  lines,
});

export const FACILITY_ARTICLES: readonly Article[] = [
  page(
    '65623',
    'Lost your access card?',
    ['access-card', 'security'],
    [
      'Tell us at once, also at night: a lost card is blocked within minutes.',
      '1. Order a new card and choose "I lost mine".',
      '1. Use a visitor badge from the desk until the new one is ready.',
      'The first replacement is free.',
      '@item access-card',
    ],
  ),
  page(
    '65624',
    'Moving desks without tears',
    ['desk', 'how-to'],
    [
      'One person moves within a week, a team within two.',
      '1. Agree with the people who sit there now.',
      '1. Order the move and say how many.',
      '1. Pack into the blue boxes the evening before; label screens and chairs.',
      '@item desk-move',
    ],
  ),
  page(
    '65625',
    'Too cold, too warm',
    ['heating', 'troubleshooting'],
    [
      'Radiators react within two hours, ceilings within four.',
      '- Turn the knob to three, not to five: it does not heat faster.',
      '- Close windows at night, also tilted ones.',
      'Below 19 or above 26 degrees tell us: then it is a fault.',
    ],
  ),
  page(
    '65626',
    'Water where it should not be',
    ['water', 'emergency'],
    [
      '> Switch off devices nearby and keep people away.',
      '1. Call the desk: 4444.',
      '1. Close the valve if you know it: it is behind the kitchen door on each floor.',
      '1. Then report it as broken, with the room.',
      '@item repair',
    ],
  ),
  page(
    '65627',
    'Receiving visitors',
    ['visitor', 'how-to'],
    [
      'Announced visitors get a badge and Wi-Fi within a minute.',
      '1. Announce them a day before.',
      '1. Meet them at the desk yourself.',
      '- Children are welcome outside the laboratory.',
      '@item visitor',
    ],
  ),
  page(
    '65628',
    'Planning an event',
    ['event', 'how-to'],
    [
      'Rooms for more than twenty people, food and microphones come from us.',
      '- Ten working days ahead for food.',
      '- Music needs a licence: tell us the evening before at the latest.',
      '- After ten in the evening the yard must be quiet.',
    ],
  ),
  page(
    '65629',
    'Parking and bicycles',
    ['parking', 'policy'],
    [
      'There are 48 spaces for cars, eight of them with chargers, and 120 for bicycles.',
      '- Spaces are given for a month.',
      '- Bicycles need no number, only a sticker.',
      '- Charging is paid by the company until four hours.',
    ],
  ),
  page(
    '65630',
    'Booking a business trip',
    ['travel', 'how-to'],
    [
      'We book trains up to six hours, flights above. Hotels up to 140 euros a night.',
      '1. Order the trip at least five working days ahead.',
      '1. Wait for your manager: the clock stands still meanwhile.',
      '1. You get the tickets by mail, the bill comes to us.',
      '@item business-trip',
    ],
  ),
  page(
    '65631',
    'Supplies and coffee',
    ['supplies', 'overview'],
    [
      'Cupboards are refilled on Tuesdays and Thursdays.',
      '- Special paper and toner: order them.',
      '- Coffee machine: the service comes on Mondays; clean the milk part daily.',
    ],
  ),
];
