/** Patterns that would never end: what an editor can save, publish and import, and what a requester's answer then costs. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CATASTROPHIC } from '../../src/catalog/domain/testing/catastrophic';
import { processorMs } from '../setup/processor-time';
import { OPEN_ITEM, openScene, type Scene } from './support/scene';

/** Far more than a check takes, far less than the 25 seconds a function has. */
const A_MOMENT = 3_000;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 120_000);
afterAll(() => scene.close());

const itemWith = (regex: string) => {
  const item = scene.config.sections.item.find(({ id }) => id === OPEN_ITEM);
  if (item === undefined) throw new Error('There is no such item.');
  const form = item.content.form.map((field) =>
    field.id === 'details' ? { ...field, pattern: { regex, message: { en: 'Not like this.' } } } : field,
  );
  return { ...item, content: { ...item.content, form } };
};

it.each(CATASTROPHIC)('$regex stops nobody when it is saved, published and answered', async (hostile) => {
  const id = `hostile-${randomUUID()}`;
  const taken = await processorMs(async () => {
    await scene.call('catalogManager', 'catalog.saveItem', {
      itemId: id,
      rev: 0,
      content: itemWith(hostile.regex).content,
    });
    const published = await scene.call('catalogManager', 'catalog.publishItem', { itemId: id, rev: 1 });
    expect([undefined, 'INVALID_DEFINITION']).toContain(published.error?.code);
    for (const details of hostile.answers.slice(0, 2)) {
      const sent = await scene.call('requester', 'requests.submit', {
        clientToken: randomUUID(),
        itemId: id,
        itemVersion: 1,
        answers: { topic: 'benefits', location: 'berlin', neededBy: '2027-01-15', details },
      });
      expect(sent.ok).toBe(false);
    }
  });
  expect(taken).toBeLessThan(A_MOMENT);
});

it('stops no import', async () => {
  const members = CATASTROPHIC.map(({ regex }) => itemWith(regex));
  const upload = randomUUID();
  const taken = await processorMs(async () => {
    await scene.call('pledgeAdmin', 'settings.stageImport', { upload, section: 'item', part: 0, members });
    await scene.call('pledgeAdmin', 'settings.import', { upload, parts: { item: 1 }, from: 0, dryRun: true });
  });
  expect(taken).toBeLessThan(A_MOMENT);
});
