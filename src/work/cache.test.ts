import { installFakeForge } from '../../test/support/fake-forge';
import { cached, dropCached } from './cache';

const MEGA = 1_000_000;

let asked: string[] = [];
const ask = (version: string, size = 10, name = 'view') =>
  cached(name, version, async () => {
    asked.push(`${name} ${version}`);
    return { value: { name, version }, size };
  });

/** Has the process serve another site. */
const serve = (installation: string): void => {
  installFakeForge('ann', true, installation);
};

beforeEach(() => {
  serve('one');
  dropCached();
  asked = [];
});

it('loads a version once', async () => {
  expect(await ask('1')).toEqual({ name: 'view', version: '1' });
  expect(await ask('1')).toEqual({ name: 'view', version: '1' });
  expect(asked).toEqual(['view 1']);
});

it('tells versions, names and installations apart', async () => {
  await ask('1');
  await ask('2');
  await ask('1', 10, 'other');
  serve('two');
  await ask('1');
  expect(asked).toEqual(['view 1', 'view 2', 'other 1', 'view 1']);
});

it('has those who ask at once share one load', async () => {
  expect(await Promise.all([ask('1'), ask('1')])).toHaveLength(2);
  expect(asked).toEqual(['view 1']);
});

it('does not wait for a load that an earlier invocation left behind', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  void cached('view', '1', () => new Promise<null>(() => undefined));
  jest.advanceTimersByTime(5_000);
  expect(await ask('1')).toEqual({ name: 'view', version: '1' });
  jest.useRealTimers();
});

it('keeps neither a failure nor an absence', async () => {
  await expect(cached('view', '1', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await cached('view', '1', () => Promise.resolve(null))).toBeNull();
  expect(await ask('1')).toEqual({ name: 'view', version: '1' });
});

it('drops what was used least lately, over all installations, and never keeps what is larger than everything', async () => {
  await ask('1', 6 * MEGA);
  serve('two');
  await ask('2', 6 * MEGA);
  serve('one');
  await ask('1', 6 * MEGA);
  await ask('3', 6 * MEGA);
  await ask('4', 17 * MEGA);
  asked = [];
  await ask('1');
  await ask('3');
  await ask('4');
  serve('two');
  await ask('2');
  expect(asked).toEqual(['view 4', 'view 2']);
});

it('becomes cold when told', async () => {
  await ask('1');
  dropCached();
  await ask('1');
  expect(asked).toEqual(['view 1', 'view 1']);
});
