import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { readNumber } from '../../../shared/numbers';
import { newId } from '../../model/new-id';

/**
 * The options with those of pasted lines: a label, its translation and a price, with a tab or a bar between them. A label that is
 * there already keeps its option, so that nothing is offered twice; what the line says beside is written anew.
 */
export const withPasted = (options: readonly ChoiceOption[], lines: string): readonly ChoiceOption[] =>
  lines.split('\n').reduce(withLine, options);

function withLine(options: readonly ChoiceOption[], line: string): readonly ChoiceOption[] {
  const [en = '', ru = '', amount = ''] = line.split(/\t|\|/).map((cell) => cell.trim());
  if (en === '') return options;
  const price = readNumber(amount);
  const former = options.find(({ label }) => label.en.trim() === en);
  const option: ChoiceOption = {
    ...(former ?? { id: newId('option') }),
    label: ru === '' ? (former?.label ?? { en }) : { en, ru },
    ...(typeof price === 'number' && { price }),
  };
  return former ? options.map((each) => (each === former ? option : each)) : [...options, option];
}
