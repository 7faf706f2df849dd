import { error } from '../../../src/kernel/finding';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { ItemPage as ItemPageData, OfferedContent } from '../../../src/catalog/domain/call-answers';
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
import { At } from '../../kit/testing/at';
import { draftOf, field, homeLoad, homeOf, itemPageOf, savedDraft } from '../testing/samples';
import { ItemPage } from './item-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const choice = field('model', 'choice', {
  label: { en: 'Model' },
  options: [
    { id: 'light', label: { en: 'Light' } },
    { id: 'other', label: { en: 'Something else' }, price: 100 },
  ],
});
const why = field('why', 'text', {
  label: { en: 'Which one?' },
  visibleWhen: { field: 'model', op: 'is', value: 'other' },
});
const form = [choice, why, field('count', 'number', { label: { en: 'How many' }, min: 1, max: 3 })];

let jira = true;
let items = homeOf().items;
let at = '/catalog/item/laptop';

function Around({ children }: { readonly children: ReactNode }) {
  const me = { accountId: 'alice', roles: [], jiraAdmin: false, edits: false, jira };
  return (
    <At path={at}>
      <HomeProvider value={homeLoad({ me, items })}>{children}</HomeProvider>
    </At>
  );
}

async function open(page: ItemPageData = itemPageOf({ form })) {
  answer('portal.item', () => page);
  answer('requests.saveDraft', (payload) => savedDraft(payload));
  render(<ItemPage itemId="laptop" />, { wrapper: Around });
  await screen.findByRole('heading', { level: 1, name: 'New laptop' });
  return userEvent.setup();
}

const send = () => screen.getByRole('button', { name: /^Send/ });
const submits = () => invocations.filter(({ name }) => name === 'requests.submit');

beforeEach(() => {
  jira = true;
  items = homeOf().items;
  at = '/catalog/item/laptop';
  resetBridge();
  prepareSurface();
});

describe('rules of the form', () => {
  const agree = field('agree', 'yesNo', { label: { en: 'I have read the policy' } });
  const rules: OfferedContent['rules'] = [
    {
      id: 'gate',
      name: 'Gate',
      when: { not: { field: 'agree', op: 'is', value: 'true' } },
      then: [{ do: 'block', text: { en: 'Read the policy first.' } }],
    },
    {
      id: 'light',
      name: 'Light',
      when: { field: 'model', op: 'is', value: 'light' },
      then: [
        { do: 'set', field: 'count', value: 1 },
        { do: 'relabel', field: 'agree', text: { en: 'I have read the light policy' } },
      ],
    },
  ];

  it('let it be sent only once they are content, and say why not before', async () => {
    const user = await open(itemPageOf({ form: [agree], rules }));
    expect(screen.getByText('Read the policy first.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Send/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    expect(send()).toBeVisible();
    expect(screen.queryByText('Read the policy first.')).not.toBeInTheDocument();
  });

  it('set an answer, which can only be read then, and say things in other words', async () => {
    const user = await open(
      itemPageOf({ form: [choice, agree, field('count', 'number', { label: { en: 'How many' } })], rules }),
    );
    await user.type(screen.getByLabelText(/^How many/), '3');
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(screen.getByRole('group', { name: 'How many' })).toHaveTextContent('1');
    expect(screen.queryByLabelText(/^How many.*textbox/)).not.toBeInTheDocument();
    await user.click(
      within(screen.getByRole('group', { name: /light policy/ })).getByRole('radio', { name: 'Yes' }),
    );
    answer('requests.submit', () => ({ requestId: 'r', issueKey: 'IT-1' }));
    await user.click(send());
    await waitFor(() =>
      expect(payloadOf('requests.submit')?.['answers']).toEqual({ model: 'light', agree: true, count: 1 }),
    );
  });
});

describe('a check of what is calculated', () => {
  it('is told at the field that nobody can change, and holds the form back', async () => {
    const amount = field('amount', 'number', { label: { en: 'Amount' } });
    const total = field('total', 'computed', {
      label: { en: 'Total' },
      required: false,
      formula: '{{field.amount}} * 2',
    });
    const limit: OfferedContent['rules'] = [
      {
        id: 'limit',
        name: 'Limit',
        when: { field: 'total', op: 'gt', value: 10 },
        then: [{ do: 'refuse', field: 'total', text: { en: 'At most 10.' } }],
      },
    ];
    const user = await open(itemPageOf({ form: [amount, total], rules: limit }));
    await user.type(screen.getByLabelText(/^Amount/), '6');
    await user.click(send());
    expect(within(screen.getByRole('group', { name: 'Total' })).getByText('At most 10.')).toBeVisible();
    expect(submits()).toEqual([]);
  });
});

describe('what a form begins with', () => {
  it('is filled in by the link, marked as long as nobody changes it, and sent like what is typed', async () => {
    at = '/catalog/item/laptop?answer.model=Something%20else&answer.count=2&answer.pin=1';
    const pin = field('pin', 'secret', { label: { en: 'PIN' }, required: false });
    const user = await open(itemPageOf({ form: [...form, pin] }));
    expect(screen.getByRole('radio', { name: 'Something else' })).toBeChecked();
    expect(screen.getByLabelText(/^PIN/)).toHaveValue('');
    expect(screen.getByLabelText(/^How many/)).toHaveAccessibleDescription(
      'Filled in by the link you followed',
    );
    await user.type(screen.getByLabelText(/^Which one/), 'A red one');
    await user.clear(screen.getByLabelText(/^How many/));
    await user.type(screen.getByLabelText(/^How many/), '3');
    expect(screen.getAllByText('Filled in by the link you followed')).toHaveLength(1);
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.click(send());
    await waitFor(() =>
      expect(payloadOf('requests.submit')?.['answers']).toEqual({
        model: 'other',
        why: 'A red one',
        count: 3,
      }),
    );
  });

  it('is what the page says of the viewer, and what they answered last', async () => {
    const named = [
      field('name', 'text', { label: { en: 'Name' }, default: { kind: 'requester', what: 'name' } }),
      field('desk', 'text', { label: { en: 'Desk' }, default: { kind: 'previous' } }),
    ];
    await open(itemPageOf({ form: named }, { requester: { name: 'Alice' }, previous: { desk: '7' } }));
    expect(screen.getByLabelText(/^Name/)).toHaveValue('Alice');
    expect(screen.getByText('Filled in from your profile')).toBeVisible();
    expect(screen.getByLabelText(/^Desk/)).toHaveValue('7');
    expect(screen.getByText('Filled in from your last request')).toBeVisible();
  });
});

describe('what is known of whom it is for', () => {
  const who = field('who', 'user', { label: { en: 'Who' }, required: false });
  const desk = field('desk', 'text', {
    label: { en: 'Desk' },
    visibleWhen: { field: '@place', op: 'is', value: 'Berlin' },
  });

  it('shows what the page says of the viewer, and is not sent along', async () => {
    const user = await open(itemPageOf({ form: [desk] }, { facts: { '@place': 'Berlin' } }));
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.type(screen.getByLabelText(/^Desk/), '7');
    await user.click(send());
    await waitFor(() => expect(payloadOf('requests.submit')?.['answers']).toEqual({ desk: '7' }));
  });

  it('is asked for once somebody else is named, and decides then', async () => {
    answer('portal.facts', () => ({ facts: { '@place': 'Berlin' } }));
    const draft = draftOf({ answers: { who: 'maria' } });
    const onBehalf = { field: 'who' };
    await open(itemPageOf({ form: [who, desk], onBehalf }, { draft, facts: { '@place': null } }));
    expect(await screen.findByLabelText(/^Desk/)).toBeVisible();
    expect(payloadOf('portal.facts')).toEqual({ itemId: 'laptop', person: 'maria' });
  });
});

describe('an answer that leads elsewhere', () => {
  const there = { kind: 'item', id: 'phone' } as const;
  const lead = { do: 'lead', to: there, text: { en: 'Phones are ordered there.' } } as const;
  const rules = [
    { id: 'r', name: 'R', when: { field: 'model', op: 'is', value: 'light' } as const, then: [lead] },
  ];
  const ledTo = [{ id: 'phone', name: { en: 'Phone' } }];
  const guide = itemPageOf({ form: [choice], rules }, { ledTo });

  it('stands in the place of sending, and takes along what the other item asks too', async () => {
    const user = await open(guide);
    expect(send()).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(screen.getByText('Phones are ordered there.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Go to Phone' }));
    cleanup();
    const phone = itemPageOf({ form: [choice], name: { en: 'Phone' } });
    answer('portal.item', () => ({ ...phone, item: { ...phone.item, id: 'phone' } }));
    render(<ItemPage itemId="phone" />, { wrapper: Around });
    expect(await screen.findByRole('radio', { name: 'Light' })).toBeChecked();
    expect(screen.getByText(/Your answers from “New laptop” were carried over/)).toBeVisible();
  });

  it('names no item that the viewer may not order', async () => {
    const user = await open({ ...guide, ledTo: [] });
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(screen.getByText(/not available to you/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Go to/ })).toBeNull();
  });

  it('is all that a quick answer has: it can’t be sent, and keeps no draft', async () => {
    const text = { en: 'Restart it.' };
    const told = [{ ...rules[0]!, then: [{ do: 'lead', text } as const] }];
    const user = await open(itemPageOf({ kind: 'answer', form: [choice], rules: told, stages: [] }));
    expect(screen.queryByRole('region', { name: 'If you send this now' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Send|Save/ })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(screen.getByText('Restart it.')).toBeVisible();
    cleanup();
    expect(payloadOf('requests.saveDraft')).toBeUndefined();
  });
});

it('opens what a link leads to, and has no form', async () => {
  await open(itemPageOf({ kind: 'link', opens: { kind: 'url', url: 'https://help.example/a' }, form }));
  expect(screen.getByRole('button', { name: 'Open help.example' })).toBeVisible();
  expect(screen.queryByRole('form')).toBeNull();
  expect(screen.queryByRole('region', { name: 'What happens next' })).toBeNull();
});

it.each(['', 'help', 'javascript:alert(1)'])('leads nowhere by what is no address: %j', async (url) => {
  await open(itemPageOf({ kind: 'link', opens: { kind: 'url', url }, form }));
  expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
});

describe('an item', () => {
  it('can be read, but not asked for, by somebody without access to Jira', async () => {
    jira = false;
    await open();
    expect(screen.getByText('Choose a model.')).toBeVisible();
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });

  it('tells what it is and promises both dates in the zone of the viewer and of the team', async () => {
    await open();
    expect(screen.getByText('A power supply')).toBeVisible();
    const promise = screen.getByRole('region', { name: 'If you send this now' });
    expect(within(promise).getByText('First reply by')).toBeVisible();
    expect(within(promise).getByText('Delivered by')).toBeVisible();
    expect(within(promise).getAllByText(/for the team/)).toHaveLength(2);
  });

  it('shows its picture, asked for by the label it is published with, and once', async () => {
    const picture = '/9j/AAAAAAAAAAAAAAAAAAAA';
    answer('portal.picture', () => ({ picture }));
    const shown = itemPageOf({ picture: { label: 'shown', width: 40, height: 30, alt: { en: 'A laptop' } } });
    await open(shown);
    const image = await screen.findByRole('img', { name: 'A laptop' });
    expect(image).toHaveAttribute('src', `data:image/jpeg;base64,${picture}`);
    expect(payloadOf('portal.picture')).toEqual({ itemId: 'laptop', label: 'shown' });
    cleanup();
    await open(shown);
    expect(await screen.findByRole('img', { name: 'A laptop' })).toBeVisible();
    expect(invocations.filter(({ name }) => name === 'portal.picture')).toHaveLength(1);
  });

  it('does not plan for giving up', async () => {
    await open();
    const next = screen.getByRole('region', { name: 'What happens next' });
    expect(within(next).getAllByRole('listitem')).toHaveLength(2);
  });

  it('plans for an approval only where these answers need one, says what comes to pass only if needed, and how long it usually takes', async () => {
    const stages: OfferedContent['stages'] = [
      { id: 'ask', name: { en: 'Approval' }, actor: 'approver', kind: 'open' },
      { id: 'work', name: { en: 'In progress' }, actor: 'provider', kind: 'open' },
      { id: 'turn', name: { en: 'Your turn' }, actor: 'requester', kind: 'open' },
      { id: 'done', name: { en: 'Done' }, actor: 'nobody', kind: 'closed' },
    ];
    const when = { field: 'model', op: 'is', value: 'other' } as const;
    const usual = { approval: 3 * 3_600_000, stages: { work: 26 * 3_600_000 } };
    const user = await open(itemPageOf({ form, stages, approvals: [{ when }] }, { usual }));
    const next = () =>
      within(screen.getByRole('region', { name: 'What happens next' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    expect(next()).toEqual([
      'In progressour team · usually 1 day 2 hr',
      'Your turnonly if needed',
      'Donecompleted',
    ]);
    expect(screen.queryByText(/usually decided/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Something else' }));
    expect(next()[0]).toBe('Approvalthe approver');
    expect(screen.getByText('usually decided within 3 hr')).toBeVisible();
  });

  it('tells beside the promise what deliveries really took', async () => {
    const delivery = { count: 12, p50: 6 * 3_600_000, p85: 50.5 * 3_600_000 };
    await open(itemPageOf({ form }, { usual: { delivery } }));
    expect(screen.getByRole('region', { name: 'If you send this now' })).toHaveTextContent(
      'half of 12 requests were delivered within 6 h of working time, and 85% within 51 h',
    );
  });

  it('leads to services like it, those that share most first', async () => {
    const card = (id: string, keywords: readonly string[], categoryIds = ['it']) => ({
      ...homeOf().items[0]!,
      id,
      name: { en: id },
      keywords: [...keywords],
      categoryIds,
    });
    items = [
      card('laptop', ['computer']),
      card('desk', []),
      card('tablet', ['computer']),
      card('car', [], ['x']),
    ];
    await open();
    const similar = within(screen.getByRole('region', { name: 'Similar services' })).getAllByRole('link');
    expect(similar.map(({ textContent }) => textContent)).toEqual(['tablet', 'desk']);
    expect(similar[0]).toHaveAttribute('href', '/catalog/item/tablet');
  });

  it('can be read in each language it is written in, and keeps what was answered', async () => {
    const label = { en: 'Note', ru: 'Заметка' };
    const user = await open(itemPageOf({ form: [field('note', 'text', { label })] }));
    await user.type(screen.getByLabelText(/^Note/), 'Hello');
    await user.click(screen.getByRole('button', { name: 'Русский' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Новый ноутбук' })).toBeVisible();
    expect(screen.getByLabelText(/^Заметка/)).toHaveValue('Hello');
    expect(screen.queryByText('The form has changed')).toBeNull();
    expect(screen.getByRole('button', { name: 'Русский' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('recommends first what is in the letters of the reader', async () => {
    const page = (id: string, title: string) => ({ content: { id, title }, url: '/x' });
    answerProduct('/search', { results: [page('1', 'Как выбрать ноутбук'), page('2', 'Which laptop fits')] });
    await open(itemPageOf({ form, articles: [{ pageId: '1' }, { pageId: '2' }] }));
    const region = screen.getByRole('region', { name: 'Good to know' });
    const found = await within(region).findAllByRole('button');
    expect(found.map(({ textContent }) => textContent)).toEqual(['Which laptop fits', 'Как выбрать ноутбук']);
  });

  it('says that an item is gone and what replaces it', async () => {
    answer('portal.item', () => refusal({ code: 'ITEM_RETIRED', params: { replacedBy: 'laptop-2' } }));
    render(<ItemPage itemId="laptop" />, { wrapper: Around });
    expect(await screen.findByRole('link', { name: 'See its replacement' })).toHaveAttribute(
      'href',
      '/catalog/item/laptop-2',
    );
  });
});

describe('the form of an item', () => {
  it('tells what is wrong in one place with ways to the questions, and at each of these, sending nothing', async () => {
    const user = await open();
    await user.click(send());
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('2 answers need another look');
    expect(summary).toHaveTextContent('Model: Choose one of the options.');
    expect(screen.getByRole('group', { name: /^Model/ })).toHaveAccessibleDescription(
      /Choose one of the options/,
    );
    expect(screen.getByLabelText(/^How many/)).toHaveAccessibleDescription(/Enter a number/);
    await user.click(within(summary).getByRole('button', { name: 'How many' }));
    expect(screen.getByLabelText(/^How many/)).toHaveFocus();
    await user.keyboard('2');
    // The lines stay where they are, so that nothing moves while somebody types.
    expect(summary).toHaveTextContent('How many: corrected');
    expect(summary).toHaveTextContent('1 answer needs another look');
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(summary).toHaveTextContent(/^The request is ready ?Everything is corrected. Send it again/);
    expect(submits()).toEqual([]);
  });

  it('is read over before it is sent where it has several parts, with a way back from each answer', async () => {
    const part = (id: string) => field(id, 'section', { label: { en: id } });
    const parts = [part('Trip'), form[2]!, part('Stay'), field('hotel', 'text', { label: { en: 'Hotel' } })];
    const user = await open(itemPageOf({ form: parts }));
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
    const review = screen.getByRole('button', { name: 'Review' });
    await user.click(review);
    expect(screen.getByRole('alert')).toHaveFocus();
    await user.type(screen.getByLabelText(/^How many/), '2');
    expect(screen.getByText('Part 1 of 2: 1 of 1 answered')).toBeVisible();
    await user.type(screen.getByLabelText(/^Hotel/), 'Adlon');
    await user.click(review);
    expect(screen.getByRole('heading', { name: 'Check your answers' })).toHaveFocus();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('Adlon')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Edit: Hotel' }));
    expect(screen.getByLabelText(/^Hotel/)).toHaveFocus();
    expect(submits()).toEqual([]);
    await user.keyboard('!');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    // What Jira refuses is told where it can be mended.
    const problem = error('jiraRefused', 'count', { jiraField: 'Stock' });
    answer('requests.submit', () => refusal({ code: 'REQUEST_REFUSED', fields: [problem] }));
    await user.click(send());
    expect(await screen.findByLabelText(/^How many/)).toHaveAccessibleDescription(/its field “Stock”/);
    expect(screen.getByRole('alert')).toHaveFocus();
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.type(screen.getByLabelText(/^How many/), '{Backspace}1');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits().at(-1)?.payload['answers']).toEqual({ count: 1, hotel: 'Adlon!' });
  });

  it('shows what an option costs where it is chosen, and the total where it is sent', async () => {
    const user = await open(itemPageOf({ form, price: { amount: 1190, currency: 'EUR' } }));
    expect(screen.getByText('Total: €1,190')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Something else (+€100)' }));
    expect(screen.getByText('Total: €1,290')).toBeVisible();
  });

  it('names no price of an option where none is told', async () => {
    await open();
    expect(screen.getByRole('radio', { name: 'Something else' })).toBeVisible();
    expect(screen.queryByText(/^Total/)).toBeNull();
  });

  it('says from which day on it takes one, and lets no earlier one be picked', async () => {
    const day = field('day', 'date', { label: { en: 'Day' }, minWorkingDays: 3 });
    const user = await open(itemPageOf({ form: [day], promise: {} }));
    const input = await screen.findByRole('combobox', { name: /Day/ });
    expect(input).toHaveAccessibleDescription(/ is the earliest day\./);
    await user.click(screen.getByRole('button', { name: /Open calendar/ }));
    const today = await screen.findByRole('button', { current: 'date' });
    expect(today).toHaveAttribute('aria-disabled', 'true');
  });

  it('says of a day by which it is needed that delivery is promised later', async () => {
    const day = (value: string) =>
      field('day', 'date', { label: { en: 'Day' }, default: { kind: 'static', value } });
    const told = async (content: Partial<OfferedContent>) => {
      await open(itemPageOf(content));
      const text = (await screen.findByRole('combobox', { name: /Day/ })).getAttribute('aria-describedby');
      cleanup();
      return text;
    };
    await open(itemPageOf({ form: [day('2020-01-01')], neededBy: ['day'] }));
    expect(await screen.findByRole('combobox', { name: /Day/ })).toHaveAccessibleDescription(
      /^Delivery is promised by .*, later than this day\./,
    );
    cleanup();
    expect(await told({ form: [day('2020-01-01')] })).not.toContain('note');
    expect(await told({ form: [day('2199-01-01')], neededBy: ['day'] })).not.toContain('note');
  });

  it('shows no date where none is chosen', async () => {
    await open(itemPageOf({ form: [field('when', 'dateTime', { label: { en: 'When' } })] }));
    expect(await screen.findByText('Choose a date')).toBeVisible();
    expect(screen.getByText('Choose a time')).toBeVisible();
    expect(screen.queryByText(/1993/)).toBeNull();
  });

  it('shows a field only while its condition holds and does not send what is hidden', async () => {
    const user = await open();
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    expect(screen.queryByLabelText(/Which one/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Something else' }));
    await user.type(screen.getByLabelText(/Which one/), 'A red one');
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(screen.queryByLabelText(/Which one/)).toBeNull();
    await user.type(screen.getByLabelText(/How many/), '2');
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits()[0]?.payload['answers']).toEqual({ model: 'light', count: 2 });
  });

  it('complains about a number out of bounds as soon as the field is left', async () => {
    const user = await open();
    await user.type(screen.getByLabelText(/How many/), '7');
    await user.tab();
    expect(screen.getByText('Enter 3 or less.')).toBeVisible();
    expect(screen.getByLabelText(/How many/)).toHaveAccessibleDescription(/Enter 3 or less/);
  });

  it('reads a number as the person writes it, shows how it was understood, and asks where it could be two', async () => {
    const amount = field('amount', 'number', { label: { en: 'Amount' }, min: 1 });
    const user = await open(itemPageOf({ form: [amount] }));
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    const input = screen.getByLabelText(/Amount/);
    await user.type(input, '1.000');
    await user.tab();
    expect(screen.getByText('This could be 1000 or 1. Write one of them.')).toBeVisible();
    await user.click(send());
    expect(submits()).toEqual([]);
    await user.clear(input);
    await user.type(input, '0x10');
    await user.tab();
    expect(screen.getByText('Enter a number, such as 1250 or 12.5.')).toBeVisible();
    await user.clear(input);
    await user.type(input, '1.000,50');
    await user.tab();
    expect(input).toHaveValue('1,000.5');
    await user.clear(input);
    await user.type(input, '1,000');
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits()[0]?.payload['answers']).toEqual({ amount: 1000 });
  });

  it('shows a moment in the zone of the profile, and names the zone', async () => {
    const when = field('when', 'dateTime', { label: { en: 'When' } });
    const draft = draftOf({ answers: { when: '2026-11-30T15:30-0800' }, clientToken: 'token-1' });
    await open(itemPageOf({ form: [when] }, { draft }));
    expect(await screen.findByText('Times are in Europe/Berlin (CET).')).toBeVisible();
    expect(screen.getByText('01/12/2026')).toBeVisible();
    expect(screen.getByText('00:30')).toBeVisible();
  });

  it('keeps everything when Jira fails, and sends the same token again', async () => {
    const user = await open();
    answer('requests.submit', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    expect(await screen.findByText('The request was not sent')).toBeVisible();
    expect(screen.getByLabelText(/How many/)).toHaveValue('1');

    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    expect(await screen.findByRole('link', { name: 'IT-7' })).toHaveAttribute('href', '/requests/r1');
    const [first, second] = submits();
    expect(second?.payload['clientToken']).toBe(first?.payload['clientToken']);
  });

  it('shows what the backend refused at the field, until it is changed', async () => {
    const user = await open();
    const problem = error('jiraRefused', 'count', { jiraField: 'Stock' });
    answer('requests.submit', () => refusal({ code: 'REQUEST_REFUSED', fields: [problem] }));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    expect(await screen.findByText(/^Jira did not accept this for its field “Stock”/)).toBeVisible();
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'How many' }));
    expect(screen.getByLabelText(/How many/)).toHaveFocus();
    await user.type(screen.getByLabelText(/How many/), '{Backspace}2');
    expect(screen.queryByText(/did not accept/)).toBeNull();
  });

  it('goes on with a draft and its token, without answers to fields that are gone', async () => {
    const draft = draftOf({
      itemVersion: 2,
      answers: { model: 'light', count: 3, gone: 'x' },
      reason: 'submitFailed',
      clientToken: 'token-1',
    });
    const user = await open(itemPageOf({ form }, { draft }));
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    expect(screen.getByText('This request has not been sent')).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits()[0]?.payload).toMatchObject({
      clientToken: 'token-1',
      itemVersion: 3,
      answers: { model: 'light', count: 3 },
    });
  });

  it('says that it restored a draft, and starts over with an empty form and another token', async () => {
    const draft = draftOf({ answers: { model: 'light', count: 3 }, clientToken: 'token-1' });
    const user = await open(itemPageOf({ form }, { draft }));
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    answer('requests.deleteDraft', () => ({}));
    expect(screen.getByText(/from your draft, saved Wed,? 1 Jul.*10:00/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Delete draft' }));
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Light' })).not.toBeChecked());
    expect(screen.getByLabelText(/How many/)).toHaveValue('');
    expect(screen.queryByText(/from your draft/)).toBeNull();
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Your request' })).toHaveFocus());
    expect(payloadOf('requests.deleteDraft')).toEqual({ draftId: 'token-1' });

    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits()[0]?.payload['clientToken']).not.toBe('token-1');
  });

  it('keeps the restored answers when the draft could not be deleted', async () => {
    const draft = draftOf({ answers: { model: 'light' }, clientToken: 'token-1' });
    const user = await open(itemPageOf({ form }, { draft }));
    answer('requests.deleteDraft', () => refusal({ code: 'STORAGE_BUSY', retryable: true }));
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    await user.click(screen.getByRole('button', { name: 'Delete draft' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/Too much is going on at once/);
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
  });

  it('tells every refusal: of questions at them, of what nobody sees on its own, with whom to ask', async () => {
    const user = await open();
    const unseen = error('jiraRefusedUnseen', 'why', { jiraField: 'Cost' });
    const seen = error('jiraRefused', 'count', { jiraField: 'Stock' });
    // `why` is a question of the form that is hidden for these answers.
    const fields = [unseen, { ...unseen, at: 'customfield_1' }, seen];
    const params = { count: '2', fields: 'Cost, Team', owner: 'Sergey', draft: 'kept' };
    answer('requests.submit', () => refusal({ code: 'REQUEST_REFUSED', params, fields }));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/because of the fields “Cost, Team”.*not your fault: Sergey/);
    expect(alert).toHaveTextContent('Your answers are saved as a draft.');
    expect(alert).toHaveFocus();
    expect(alert).toHaveTextContent(/How many: Jira did not accept this for its field “Stock”/);
    expect(screen.getByLabelText(/How many/)).toHaveAccessibleDescription(/its field “Stock”/);
  });

  it('says that a form was sent already, and sends it as another request when asked to', async () => {
    const user = await open();
    answer('requests.submit', () =>
      refusal({ code: 'ALREADY_SENT', params: { key: 'IT-7', requestId: 'r1' } }),
    );
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    expect(await screen.findByText('This form has already been sent')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See IT-7' })).toHaveAttribute('href', '/requests/r1');
    answer('requests.submit', () => ({ requestId: 'r2', issueKey: 'IT-8', issueId: '2' }));
    await user.click(screen.getByRole('button', { name: 'Send as a new request' }));
    expect(await screen.findByRole('link', { name: 'IT-8' })).toBeVisible();
    const [first, second] = submits();
    expect(second?.payload['clientToken']).not.toBe(first?.payload['clientToken']);
  });

  it('learns from its draft that another tab has sent it', async () => {
    const user = await open();
    answer('requests.saveDraft', () =>
      refusal({ code: 'ALREADY_SENT', params: { key: 'IT-7', requestId: 'r1' } }),
    );
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('This form has already been sent')).toBeVisible();
  });

  it('saves no draft once it is being sent', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const user = await open();
      let arrive = (): void => undefined;
      answer(
        'requests.submit',
        () =>
          new Promise((resolve) => {
            arrive = () => resolve({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' });
          }),
      );
      await user.click(screen.getByRole('radio', { name: 'Light' }));
      await user.type(screen.getByLabelText(/How many/), '1');
      await user.click(send());
      await act(() => jest.advanceTimersByTimeAsync(10_000));
      expect(invocations.filter(({ name }) => name === 'requests.saveDraft')).toEqual([]);
      arrive();
      await screen.findByText('Your request is in');
      await act(() => jest.advanceTimersByTimeAsync(10_000));
      expect(invocations.filter(({ name }) => name === 'requests.saveDraft')).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('carries the answers into the form an item has now, and shows those that have no place there', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'Something else' }));
    await user.type(screen.getByLabelText(/Which one/), 'A red one');
    await user.type(screen.getByLabelText(/How many/), '2');
    answer('requests.submit', () => refusal({ code: 'FORM_CHANGED' }));
    const colour = field('colour', 'text', { label: { en: 'Colour' } });
    answer('portal.item', () => itemPageOf({ form: [choice, colour, form[2]!] }));
    await user.click(send());
    expect(await screen.findByText('The form has changed')).toBeVisible();
    expect(invocations.map(({ name }) => name)).not.toContain('requests.saveDraft');
    expect(screen.getByRole('region', { name: 'Other answers' })).toHaveTextContent('Which one? A red one');
    expect(screen.getByRole('radio', { name: 'Something else' })).toBeChecked();
    expect(screen.getByLabelText(/How many/)).toHaveValue('2');
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.type(screen.getByLabelText(/Colour/), 'Red');
    await user.click(send());
    expect(await screen.findByText('Your request is in')).toBeVisible();
    const [first, second] = submits();
    expect(second?.payload['clientToken']).toBe(first?.payload['clientToken']);
    expect(second?.payload['answers']).toEqual({ model: 'other', colour: 'Red', count: 2 });
  });

  it('tells what has no place in the form any more as the reader writes it', async () => {
    const former = [
      field('when', 'date', { label: { en: 'When' } }),
      field('sum', 'number', { label: { en: 'How much' } }),
    ];
    const draft = draftOf({ itemVersion: 2, answers: { when: '2026-12-14', sum: 12345.5 } });
    await open(itemPageOf({ form: [choice] }, { draft, draftForm: former }));
    const others = screen.getByRole('region', { name: 'Other answers' });
    expect(others).toHaveTextContent('When: 14 Dec 2026');
    expect(others).toHaveTextContent('How much: 12,345.5');
  });

  it('says so where its draft could not hold all of an answer', async () => {
    const long = field('long', 'multiline', { label: { en: 'Tell us' } });
    const user = await open(itemPageOf({ form: [long] }));
    await user.click(screen.getByLabelText(/Tell us/));
    await user.paste('x'.repeat(10_001));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText(/^Draft saved at .*, but shortened/)).toBeVisible();
    await user.type(screen.getByLabelText(/Tell us/), '{Backspace}');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('Draft saved at 10:00')).toBeVisible();
  });

  it('keeps as a draft what it carried over, though nobody touches it', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '2');
    answer('requests.submit', () => refusal({ code: 'FORM_CHANGED' }));
    answer('portal.item', () => itemPageOf({ form: [choice, form[2]!] }));
    await user.click(send());
    expect(await screen.findByText('The form has changed')).toBeVisible();
    expect(await screen.findByText(/Draft saved at/, undefined, { timeout: 6_000 })).toBeVisible();
    const saved = invocations.filter(({ name }) => name === 'requests.saveDraft');
    expect(saved.map(({ payload }) => payload)).toMatchObject([{ answers: { model: 'light', count: 2 } }]);
  }, 10_000);

  it.each<[Parameters<typeof refusal>[0], RegExp]>([
    [{ code: 'ITEM_RETIRED', params: { replacedBy: 'laptop-2' } }, /^This service is no longer offered, so/],
    [{ code: 'NOT_FOUND' }, /^This service is no longer offered to you/],
  ])('does not promise what is not so when it can’t be sent at all (%j)', async (error, words) => {
    const user = await open();
    answer('requests.submit', () => refusal(error));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByText('Your answers stay on this page until you leave it.')).toBeVisible();
    expect(screen.queryByText(/kept|second request/)).toBeNull();
  });

  it('takes the answers along to what replaces a service that is no longer offered', async () => {
    items = [...items, { ...items[0]!, id: 'laptop-2', name: { en: 'Laptop 2' } }];
    const user = await open();
    answer('requests.submit', () => refusal({ code: 'ITEM_RETIRED', params: { replacedBy: 'laptop-2' } }));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '2');
    await user.click(send());
    await user.click(await screen.findByRole('button', { name: 'Go to Laptop 2 with your answers' }));
    cleanup();
    const next = itemPageOf({ form: [choice], name: { en: 'Laptop 2' } });
    answer('portal.item', () => ({ ...next, item: { ...next.item, id: 'laptop-2' } }));
    render(<ItemPage itemId="laptop-2" />, { wrapper: Around });
    expect(await screen.findByRole('radio', { name: 'Light' })).toBeChecked();
    expect(screen.getByText(/Your answers from “New laptop” were carried over/)).toBeVisible();
  });

  it('asks nothing any more once an article has solved it', async () => {
    const note = field('note', 'multiline', { label: { en: 'Note' } });
    const user = await open(itemPageOf({ form: [note] }));
    answerProduct('/search', { results: [{ content: { id: '8', title: 'Screens stay dark' }, url: '/x' }] });
    answer('knowledge.solved', () => ({}));
    // jsdom knows no dialogs.
    HTMLDialogElement.prototype.showModal = function show() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = () => undefined;
    answer('requests.deleteDraft', () => ({}));
    await user.type(screen.getByLabelText(/^Note/), 'My screen stays dark');
    await user.click(await screen.findByRole('button', { name: /Screens stay dark/ }));
    await user.click(await screen.findByRole('button', { name: /solved/i }));
    const solved = await screen.findByText('Good to hear');
    expect(solved.closest('[role=status]')).toHaveFocus();
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByText(/Draft saved/)).toBeNull();
  });

  it('tells at once, while typing, how much room a long answer has left', async () => {
    const long = field('long', 'multiline', { label: { en: 'Tell us' }, maxLength: 200 });
    const user = await open(itemPageOf({ form: [long] }));
    await user.click(screen.getByLabelText(/Tell us/));
    await user.paste('😀'.repeat(160));
    expect(screen.getByText('160 of 200 characters')).toBeVisible();
    await user.paste('😀'.repeat(41));
    expect(screen.getByText('201 of 200 characters')).toBeVisible();
    expect(screen.getByText('Enter at most 200 characters.')).toBeVisible();
  });

  it('says so when somebody else is named whom it is for', async () => {
    const who = field('who', 'user', { label: { en: 'Who is it for?' }, default: { kind: 'requester' } });
    const draft = draftOf({ answers: { who: 'maria' } });
    const onBehalf = { field: 'who', access: 'restricted' } as const;
    await open(itemPageOf({ form: [who], onBehalf }, { draft }));
    expect(screen.getByText(/^You are requesting this for someone else/)).toBeVisible();
  });

  it('keeps the promise in sight once it is sent and waits for approval, with who takes part and what comes next', async () => {
    const who = field('who', 'user', { label: { en: 'Who' }, required: false });
    const stages: OfferedContent['stages'] = [
      { id: 'ask', name: { en: 'Approval' }, actor: 'approver', kind: 'open' },
      { id: 'done', name: { en: 'Done' }, actor: 'nobody', kind: 'closed' },
    ];
    const draft = draftOf({ answers: { who: 'maria' } });
    const content = { form: [who], stages, onBehalf: { field: 'who' }, approvals: [{}] };
    answerProduct('/user', { accountId: 'maria', displayName: 'Maria' });
    const user = await open(
      itemPageOf(content, { draft, approverNames: ['Felix'], usual: { approval: 3_600_000 } }),
    );
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.click(send());
    expect(await screen.findByRole('link', { name: 'IT-7' })).toHaveAttribute('href', '/requests/r1');
    const promise = within(screen.getByRole('region', { name: 'What we promise' }));
    expect(promise.getByText('Delivered by')).toBeVisible();
    expect(promise.getByText(/^Waiting for approval\. These dates apply if/)).toBeVisible();
    const factOf = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling;
    expect(factOf('Approval')).toHaveTextContent('Felixusually decided within 1 hr');
    await waitFor(() => expect(factOf('Requested for')).toHaveTextContent('Maria'));
    expect(screen.getByRole('region', { name: 'What happens next' })).toHaveTextContent('Approval');
  });

  it('keeps as a draft what was filled in last, when somebody goes elsewhere at once', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    cleanup();
    await waitFor(() =>
      expect(payloadOf('requests.saveDraft')).toMatchObject({ answers: { model: 'light' } }),
    );
  });

  it('saves a draft when asked and says when', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('Draft saved at 10:00')).toBeVisible();
    const saved = invocations.find(({ name }) => name === 'requests.saveDraft');
    expect(saved?.payload['answers']).toEqual({ model: 'light' });
  });
});
