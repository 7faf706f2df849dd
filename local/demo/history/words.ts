import * as v from 'valibot';
import { readData } from '../data';

const lines = v.array(v.string());
const voice = v.strictObject({
  reply: lines,
  question: lines,
  answer: lines,
  solved: lines,
  notSolved: lines,
  thanks: lines,
  nudge: lines,
  note: lines,
  vendor: lines,
  details: lines,
  incidents: lines,
  repairs: lines,
});

const VOICES = readData('words.yml', v.strictObject({ english: voice, russian: voice }));

/** What people wrote, in the requester's language. */
export const words = (russian: boolean) => (russian ? VOICES.russian : VOICES.english);
