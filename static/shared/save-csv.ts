import { saveFile } from './save-file';

/** Hands a table to the browser as a file. */
export const saveCsv = (name: string, text: string): void =>
  saveFile(`${name}.csv`, text, 'text/csv;charset=utf-8');
