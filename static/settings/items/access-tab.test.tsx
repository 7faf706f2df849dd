import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { content, field } from '../../../test/support/samples';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { formOf } from '../../kit/fields/field';
import { answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { AccessTab } from './access-tab';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const edited: ItemContent[] = [];
const show = (over: Partial<ItemContent> = {}, readOnly = false) =>
  render(
    <AccessTab
      item={formOf(
        content({
          form: [field('why'), field('who', { type: 'user', label: { en: 'For whom?' } })],
          ...over,
        }),
        readOnly,
        (next) => void edited.push(next),
      )}
      list={{ items: [], services: [], categories: [] }}
      definitions={definitionsOf()}
      catalog={fieldCatalog([], {})}
      confluence
    />,
  );

beforeEach(() => {
  edited.length = 0;
  resetBridge();
  prepareSurface();
  answerProduct('/rest/api/3/user', { accountId: 'sergey', displayName: 'Sergey' });
});

it('names the question that says for whom, among those that hold a person', async () => {
  show();
  const choice = screen.getByLabelText('Question that says who it is for');
  expect(choice).toHaveTextContent('For whom?');
  expect(choice).not.toHaveTextContent('why');
  await userEvent.setup().selectOptions(choice, 'who');
  expect(edited.at(-1)?.onBehalf).toEqual({ field: 'who', access: 'restricted' });
});

it('says who may be named, and takes the setting back', async () => {
  show({ onBehalf: { field: 'who', access: 'restricted' } });
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText('Who may be named'), 'delegated');
  expect(edited.at(-1)?.onBehalf).toEqual({ field: 'who', access: 'delegated' });
  await user.selectOptions(screen.getByLabelText('Question that says who it is for'), '');
  expect(edited.at(-1)).not.toHaveProperty('onBehalf');
});

it('lets colleagues see an answer to a question for a text, and says why not where work items are confidential', async () => {
  show({ joining: { shows: 'why' } });
  const choice = screen.getByLabelText('Answer that colleagues see');
  expect(choice).toHaveTextContent('why');
  expect(choice).not.toHaveTextContent('For whom?');
  await userEvent.setup().selectOptions(choice, '');
  expect(edited.at(-1)).not.toHaveProperty('joining');
  cleanup();
  const mappings = [{ jiraField: 'security', source: { kind: 'constant', value: '1' } }] as const;
  show({ fulfilment: { ...content().fulfilment, mappings } });
  expect(screen.getByText(/its requests are confidential/)).toBeInTheDocument();
});

it('says that customer organizations can’t be named', () => {
  show();
  expect(screen.getByText(/Customer organizations of Jira Service Management can’t be listed/)).toBeVisible();
});

it('keeps showing a question that was taken out of the form, so that it can be mended', () => {
  show({ form: [field('why')], onBehalf: { field: 'who', access: 'restricted' } });
  expect(screen.getByLabelText('Question that says who it is for')).toHaveValue('who');
});
