import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { type Department, DEPARTMENTS, field, templated } from './schema';

/** What the app offers to whoever sets up a department. It is data: nothing of the app's code is read here. */
const TEMPLATES_DIR = path.join(__dirname, '../../../static/settings/start/templates');

const templateSchema = v.looseObject({ ...templated.entries, id: v.string(), form: v.array(field) });
const fileSchema = v.looseObject({ items: v.array(templateSchema) });

const read = (department: Department) => {
  const text = readFileSync(path.join(TEMPLATES_DIR, `${department}.json`), 'utf8');
  return new Map(v.parse(fileSchema, JSON.parse(text)).items.map((item) => [item.id, item]));
};
const FILES = Object.fromEntries(DEPARTMENTS.map((key) => [key, read(key)]));

/** A department's template of this id; throws where it has none. */
export function templateOf(department: Department, id: string): v.InferOutput<typeof templateSchema> {
  const template = FILES[department]?.get(id);
  if (template === undefined) throw new Error(`The templates of ${department} have no ${id}.`);
  return template;
}
