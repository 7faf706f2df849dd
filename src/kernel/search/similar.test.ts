import { similarTo } from './similar';

const ROWS = [
  'The printer on the third floor jams again',
  'Не печатает принтер на третьем этаже',
  'VPN drops every ten minutes',
  'New chair for the meeting room',
];
const like = (typed: string) => similarTo(typed, ROWS, (text) => [text]);

it.each([
  ['printer third floor jammed', [ROWS[0]]],
  ['Third floor: prnter jams', [ROWS[0]]],
  ['принтер на 3 этаже не печатает', [ROWS[1]]],
  ['my vpn drops every few minutes since the update, and I can’t work from home', [ROWS[2]]],
  ['vpn', []],
  ['printer', []],
  ['a meeting about the printer', []],
  ['', []],
])('%s is like %j', (typed, expected) => {
  expect(like(typed)).toEqual(expected);
});

it('takes the likest of several texts, and looks at all of a long one', () => {
  const long =
    'In the meeting room beside the kitchen on our side of the building every single lamp is broken';
  expect(similarTo('лампа не горит', [{}], () => [long, 'Лампа в переговорной не горит'])).toHaveLength(1);
  expect(similarTo('broken lamp', [{}], () => [long])).toHaveLength(1);
});

it('has the likest first', () => {
  const rows = ['printer jams on floor two', 'printer jams on floor three again'];
  expect(similarTo('printer jams floor three', rows, (text) => [text])[0]).toBe(rows[1]);
});
