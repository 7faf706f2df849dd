import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { readCsv } from '../../../../src/kernel/csv';
import { readNumber } from '../../../shared/numbers';
import { newId } from '../../model/new-id';

/**
 * The options with those of pasted lines: a label, its translation and a price, with a tab or a bar between them. A label that is
 * there already keeps its option, so that nothing is offered twice; what the line says beside is written anew.
 */
export function withPasted(options: readonly ChoiceOption[], lines: string): readonly ChoiceOption[] {
  const all = [...options];
  const places = new Map(all.map(({ label }, at) => [label.en.trim(), at] as const).toReversed());
  for (const line of lines.split('\n')) {
    const [en = '', ru = '', amount = ''] = line.split(/\t|\|/).map((cell) => cell.trim());
    if (en === '') continue;
    const price = amount === '' ? undefined : readNumber(amount);
    const at = places.get(en) ?? all.length;
    const former = all[at];
    places.set(en, at);
    all[at] = {
      ...(former ?? { id: newId('option') }),
      label: ru === '' ? (former?.label ?? { en }) : { ...former?.label, en, ru },
      ...(typeof price === 'number' && { price }),
    };
  }
  return all;
}

/** A table of a file (CSV) as lines that can be pasted; `null` for what is no table. */
export function linesOf(csv: string): string | null {
  const rows = readCsv(csv);
  return 'unclosed' in rows ? null : rows.map(({ cells }) => cells.join('\t')).join('\n');
}
