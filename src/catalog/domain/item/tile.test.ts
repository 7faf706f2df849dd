import { field, published } from '../../../../test/support/samples';
import { searchedWords } from './tile';

const many = (word: string) => Array.from({ length: 300 }, (_, n) => `${word}${n}`).join(' ');

it('an item is found by its questions, options and either language, however long its description is', () => {
  const { content } = published({
    description: { en: many('about'), ru: `${many('слово')} кресло` },
    included: { en: '' },
    form: [
      field('model', {
        type: 'choice',
        label: { en: 'Wheelchair lift', ru: 'Подъёмник' },
        options: [{ id: 'a', label: { en: 'Hydraulic' } }],
      }),
    ],
  });
  const words = searchedWords(content).split(' ');
  expect(words).toEqual(
    expect.arrayContaining(['wheelchair', 'lift', 'подъемник', 'hydraulic', 'about0', 'слово0']),
  );
  expect(searchedWords(content).length).toBeLessThanOrEqual(800);
});

it('an item is found by no option that is for some groups alone', () => {
  const options = [
    { id: 'a', label: { en: 'Ordinary' } },
    { id: 'b', label: { en: 'Executive' }, groups: ['board'] },
  ];
  const { content } = published({ form: [field('model', { type: 'choice', options })] });
  expect(searchedWords(content)).toContain('ordinary');
  expect(searchedWords(content)).not.toContain('executive');
});
