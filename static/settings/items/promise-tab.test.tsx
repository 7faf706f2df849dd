import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { definitionsOf, goalOf, is, metricOf } from '../../../src/sla/engine/testing/build';
import { content, field } from '../../../test/support/samples';
import { formOf } from '../../kit/fields/field';
import { At } from '../../kit/testing/at';
import { resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { PromiseTab } from './promise-tab';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const options = ['Now', 'Later'].map((en) => ({ id: en.toLowerCase(), label: { en } }));
const ITEM: Partial<ItemContent> = {
  form: [field('urgency', { type: 'choice', label: { en: 'How urgent?' }, options })],
  fulfilment: {
    ...content().fulfilment,
    mappings: [
      { jiraField: 'priority', source: { kind: 'answer', field: 'urgency' }, valueMap: { now: '2' } },
    ],
  },
};
const definitions = definitionsOf([
  metricOf({ id: 'delivery', visibility: 'hidden', goals: [goalOf(2, is('priority', '2')), goalOf(8)] }),
  metricOf({ id: 'hr', name: { en: 'HR reply' }, scope: is('projectId', '10001') }),
]);
const catalog = fieldCatalog([{ value: 'projectId', label: 'Space' }], {
  projectId: [{ value: '10001', label: 'People' }],
});

const show = (over: Partial<ItemContent> = {}) =>
  render(
    <At path="/items/laptop/promise">
      <PromiseTab
        item={formOf(content({ ...ITEM, ...over }), false, () => undefined)}
        list={{ items: [], services: [], categories: [] }}
        definitions={definitions}
        catalog={catalog}
        confluence
        mayOpenSlas
      />
    </At>,
  );

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

it('shows which SLAs count, by which goal and calendar, and follows an answer that decides', async () => {
  show();
  const table = await screen.findByRole('region', { name: 'SLAs that count' });
  expect(within(table).getByRole('link', { name: 'Delivery' })).toHaveAttribute('href', '/metrics/delivery');
  expect(table).toHaveTextContent('8h: 8 hBerlin');
  await userEvent.setup().selectOptions(screen.getByLabelText('As if answered: How urgent?'), 'now');
  expect(await within(table).findByText(/^2h: 2 h/)).toBeVisible();
});

it('says why an SLA does not count, and where the promised one shows requesters nothing', async () => {
  show();
  const why = 'HR reply: outside its scope: needs Space People (is 10000)';
  expect(await screen.findByRole('listitem')).toHaveTextContent(why);
  expect(screen.getByText(/does not show its dates to them/)).toBeVisible();
});

it('says that an SLA is promised which does not count', async () => {
  show({ promise: { deliveryMetricId: 'hr' } });
  expect(await screen.findByText(/Requesters see no date: this SLA does not start/)).toBeVisible();
});
