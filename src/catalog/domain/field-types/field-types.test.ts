import * as v from 'valibot';
import { field } from '../../../../test/support/samples';
import { formFieldSchema } from '../form/form-schema';
import { FIELD_TYPES, rulesOf, strangeSettings, withType } from '.';
import type { FieldType } from '../model';

const types = Object.keys(FIELD_TYPES) as readonly FieldType[];
const everySetting = {
  options: [{ id: 'a', label: { en: 'A' } }],
  min: 1,
  max: 2,
  minLength: 1,
  maxLength: 2,
  pattern: { regex: 'a', message: { en: 'An a' } },
  minWorkingDays: 1,
};

it.each(types)(
  'a field of the type %s is stored with the settings of its type, and with no other',
  (type) => {
    const asked = withType(field('a', everySetting), type);
    expect(strangeSettings(asked)).toEqual([]);
    expect(v.is(formFieldSchema, asked)).toBe(true);
    expect(v.is(formFieldSchema, field('a', { ...everySetting, type }))).toBe(false);
  },
);

it('takes an answer from options only where its type offers some', () => {
  expect(withType(field('a', { type: 'number', min: 1, max: 2 }), 'choice')).toEqual(
    field('a', { type: 'choice', options: [] }),
  );
  expect(withType(field('a', { type: 'choice', options: everySetting.options }), 'multiChoice')).toEqual(
    field('a', { type: 'multiChoice', options: everySetting.options }),
  );
});

it('reads a table with the names of its columns in every language that some of them have', () => {
  const cells = [
    { id: 'what', label: { en: 'What', de: 'Was' }, type: 'text' },
    { id: 'price', label: { en: 'Price', ru: 'Цена' }, type: 'number' },
  ] as const;
  expect(
    rulesOf({ type: 'table' }).read?.(['Desk\t2'], field('a', { type: 'table', cells }), new Map()),
  ).toEqual({ en: 'What,Price\nDesk,2', de: 'Was,Price\nDesk,2', ru: 'What,Цена\nDesk,2' });
});
