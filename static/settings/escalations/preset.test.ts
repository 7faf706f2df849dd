import { parsed } from '../../../src/kernel/section';
import { metrics } from '../../../src/sla/definitions/domain/sections';
import { metricOf } from '../../../src/sla/engine/testing/build';
import { presetLevels } from './preset';

const names = { warn: 'Warning', due: 'Due', late: (percent: number) => `${percent} % late` };

describe('the usual ladder', () => {
  it('warns at 75 %, tells when due, and three times afterwards', () => {
    let id = 0;
    const levels = presetLevels(names, () => String(id++));
    expect(levels.map(({ at }) => at.kind === 'percent' && at.percent)).toEqual([75, 100, 125, 150, 200]);
    expect(levels.map(({ name }) => name)).toEqual([
      'Warning',
      'Due',
      '25 % late',
      '50 % late',
      '100 % late',
    ]);
    const read = parsed(metrics, metricOf({ escalations: levels }));
    expect('value' in read && read.value.escalations).toHaveLength(5);
  });
});
