import { stageTimes } from './stage-times';

const stages = [
  { id: 'new', statusIds: ['1'] },
  { id: 'work', statusIds: ['2', '3'] },
  { id: 'done', statusIds: ['9'] },
];
const move = (at: number, from: string, to: string) => ({ at, from, to });
const times = (moves: Parameters<typeof stageTimes>[1], since = 0) =>
  Object.fromEntries(stageTimes(stages, moves, 100, since));

it('adds all the time a request was in a stage, in whichever of its statuses', () => {
  const moves = [
    move(110, '1', '2'),
    move(150, '2', '3'),
    move(160, '3', '1'),
    move(165, '1', '2'),
    move(200, '2', '9'),
  ];
  expect(times(moves)).toEqual({ new: 15, work: 85 });
});

it('does not count the stage it is in, which is not over, nor what is no stage', () => {
  expect(times([move(110, '1', '7'), move(140, '7', '2')])).toEqual({ new: 10 });
  expect(times([move(110, '1', '2'), move(120, '2', '1')])).toEqual({ work: 10 });
  expect(times([])).toEqual({});
});

it('does not count what was left before the time that is looked at', () => {
  expect(times([move(110, '1', '2'), move(200, '2', '9')], 150)).toEqual({ work: 90 });
});
