import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FormNow } from '../../../src/requests/domain/answers';
import { At } from '../../kit/testing/at';
import {
  answer,
  answerProduct,
  invocations,
  payloadOf,
  refusal,
  resetBridge,
} from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { ItemPage } from '../item/item-page';
import { field, homeLoad, homeOf, itemPageOf, savedDraft } from '../testing/samples';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const LAZY = { timeout: 10_000 };
const why = field('why', 'text', { label: { en: 'Why' } });
const who = field('who', 'user', { label: { en: 'For whom' } });
const desk = field('desk', 'text', {
  label: { en: 'Desk' },
  required: false,
  visibleWhen: { field: '@place', op: 'is', value: 'Berlin' },
});
const phone = { ...homeOf().items[0]!, id: 'phone', name: { en: 'Phone' } };

const tells = (form: Partial<FormNow>) =>
  answer('requests.saveDraft', (payload) => savedDraft(payload, form));
const calls = () => invocations.map(({ name }) => name);
const save = () => screen.getByRole('button', { name: 'Save draft' });

async function open(page = itemPageOf({ form: [why] })) {
  answer('portal.item', () => page);
  render(
    <At path="/catalog/item/laptop">
      <HomeProvider value={homeLoad({ items: [...homeOf().items, phone] })}>
        <ItemPage itemId="laptop" />
      </HomeProvider>
    </At>,
  );
  await screen.findByRole('heading', { level: 1 }, LAZY);
  return userEvent.setup();
}

beforeEach(() => {
  resetBridge();
  prepareSurface();
  tells({});
});
afterEach(() => {
  jest.useRealTimers();
});

describe('while its form is open', () => {
  it('an item that went says so with the next save, and takes the answers to what replaces it', async () => {
    const user = await open();
    tells({ offered: 'retired', replacedBy: 'phone' });
    await user.type(screen.getByLabelText(/^Why/), 'Broken');
    await user.click(save());
    expect(await screen.findByText('This service is no longer offered')).toBeVisible();
    expect(screen.getByText(/^What you filled in is saved as a draft/)).toBeVisible();
    expect(screen.getByLabelText(/^Why/)).toHaveValue('Broken');
    expect(screen.getByRole('button', { name: 'Go to Phone with your answers' })).toBeVisible();
    expect(calls()).toEqual(['portal.item', 'requests.saveDraft']);
  });

  it('one that is not for them any more says so, also where nothing was saved before', async () => {
    const user = await open();
    answer('requests.saveDraft', () => refusal({ code: 'NOT_FOUND' }));
    await user.type(screen.getByLabelText(/^Why/), 'Broken');
    await user.click(save());
    expect(await screen.findByText('This service is no longer offered to you')).toBeVisible();
    expect(screen.getByText('Your answers stay on this page until you leave it.')).toBeVisible();
    expect(screen.queryByText(/saved as a draft/)).toBeNull();
  });

  it('one that asks something else offers its new form, which takes the answers along', async () => {
    const user = await open();
    tells({ offered: 'changed' });
    await user.type(screen.getByLabelText(/^Why/), 'Broken');
    await user.click(save());
    expect(await screen.findByText('This form was changed while you were filling it in')).toBeVisible();
    expect(screen.getByLabelText(/^Why/)).toHaveValue('Broken');
    tells({});
    answer('portal.item', () =>
      itemPageOf({ form: [why, field('model', 'text', { label: { en: 'Model' } })] }),
    );
    await user.click(screen.getByRole('button', { name: 'Continue in the new form with my answers' }));
    expect(await screen.findByLabelText(/^Model/)).toHaveValue('');
    expect(screen.getByLabelText(/^Why/)).toHaveValue('Broken');
    expect(screen.queryByText('This form was changed while you were filling it in')).toBeNull();
  });

  it('nothing is said while all is as it was', async () => {
    const user = await open();
    await user.type(screen.getByLabelText(/^Why/), 'Broken');
    await user.click(save());
    await screen.findByText(/^Draft saved at/);
    expect(screen.queryByText(/no longer offered|was changed while/)).toBeNull();
  });
});

describe('whoever comes back to it after minutes', () => {
  const away = async (minutes: number): Promise<void> => {
    await act(async () => {
      fireEvent.blur(window);
      await jest.advanceTimersByTimeAsync(minutes * 60_000);
      fireEvent.focus(window);
      await jest.advanceTimersByTimeAsync(100);
    });
  };
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: true });
  });

  it('is told what has become of what they filled in, and asks nobody after a moment', async () => {
    const user = await open();
    await user.type(screen.getByLabelText(/^Why/), 'Broken');
    await user.click(save());
    await screen.findByText(/^Draft saved at/);
    tells({ offered: 'retired' });
    await away(1);
    expect(calls()).toEqual(['portal.item', 'requests.saveDraft']);
    await away(6);
    expect(await screen.findByText('This service is no longer offered')).toBeVisible();
    expect(calls()).toEqual(['portal.item', 'requests.saveDraft', 'requests.saveDraft']);
  }, 20_000);

  it('finds the form that it has now where they had filled in nothing, and saves nothing', async () => {
    const page = itemPageOf({ form: [why] });
    await open(page);
    const model = field('model', 'text', { label: { en: 'Model' } });
    const next = itemPageOf({ form: [model] });
    answer('portal.item', () => ({ ...next, item: { ...next.item, version: page.item.version + 1 } }));
    await away(6);
    expect(await screen.findByLabelText(/^Model/)).toBeVisible();
    answer('portal.item', () => refusal({ code: 'ITEM_RETIRED', params: { replacedBy: '' } }));
    await away(6);
    expect(await screen.findByText('This service has been retired', undefined, LAZY)).toBeVisible();
    expect(calls()).not.toContain('requests.saveDraft');
  }, 20_000);
});

describe('somebody else who is named', () => {
  const forOther = itemPageOf({ form: [who, desk], onBehalf: { field: 'who' } });
  beforeEach(() => {
    answerProduct('/rest/api/3/user/search', [
      { accountId: 'maria', displayName: 'Maria Keller', active: true, accountType: 'atlassian' },
    ]);
  });
  const name = async (user: Awaited<ReturnType<typeof open>>): Promise<void> => {
    await user.type(await screen.findByRole('combobox', { name: /For whom/ }, LAZY), 'Mar');
    await user.click(await screen.findByText('Maria Keller', {}, LAZY));
  };

  it('is told to be out of reach as soon as they are picked, and nothing is sent', async () => {
    tells({ whom: { accountId: 'maria', problem: 'notForThem' } });
    const user = await open(forOther);
    await name(user);
    expect(
      await screen.findByText(/^This service is not offered to this person/, undefined, { timeout: 2_000 }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Send/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('For whom');
    expect(calls()).toEqual(['portal.item', 'requests.saveDraft']);
  }, 30_000);

  it('is known by what the save tells of them: three calls in all', async () => {
    tells({ whom: { accountId: 'maria', facts: { '@place': 'Berlin' } } });
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    const user = await open(forOther);
    await name(user);
    expect(await screen.findByLabelText(/^Desk/, undefined, { timeout: 2_000 })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Send/ }));
    await screen.findByText('Your request is in');
    expect(calls()).toEqual(['portal.item', 'requests.saveDraft', 'requests.submit']);
    expect(payloadOf('requests.saveDraft')?.['answers']).toEqual({ who: 'maria' });
  }, 30_000);

  it('is asked about where no draft could be saved', async () => {
    answer('requests.saveDraft', () => refusal({ code: 'DRAFT_LIMIT', params: { max: '30' } }));
    answer('portal.facts', () => ({ facts: { '@place': 'Berlin' } }));
    const user = await open(forOther);
    await name(user);
    expect(await screen.findByLabelText(/^Desk/)).toBeVisible();
    await waitFor(() => expect(payloadOf('portal.facts')).toEqual({ itemId: 'laptop', person: 'maria' }));
  }, 30_000);
});
