import { prepareSurface } from '../../shared/testing/surface';
import { field } from '../testing/samples';
import { inSentences } from './in-sentences';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

beforeEach(() => void prepareSurface());

const begun = {
  from: { en: 'Old laptop' },
  form: [
    field('why', 'text', { label: { en: 'Why?' } }),
    field('count', 'number', { label: { en: 'How many' } }),
    field('who', 'user', { label: { en: 'Who' } }),
    field('pin', 'secret', { label: { en: 'PIN' } }),
  ],
  answers: { why: 'Mine is broken', count: 2, who: 'maria', pin: '1234' },
};
const text = 'Old laptop\nWhy? Mine is broken\nHow many: 2';

it('puts answers into the question for paragraphs, and the name of the item where the form asks what is needed', () => {
  const form = [field('title', 'text', { maxLength: 40 }), field('more', 'multiline')];
  expect(inSentences(begun, form, 'title')).toEqual({
    answers: { title: 'Old laptop', more: text },
    of: new Set(['why', 'count']),
  });
  expect(inSentences(begun, form, 'more')?.answers).toEqual({ more: text });
});

it('cuts nothing short: where no question holds them all, they stay answers', () => {
  const form = [field('title', 'text'), field('more', 'multiline', { maxLength: text.length - 1 })];
  expect(inSentences(begun, form, 'title')).toBeNull();
});
