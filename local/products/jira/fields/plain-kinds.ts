import { asDoc, textOfAdf } from '../../shared/adf.ts';
import { jiraStamp } from '../../shared/stamp.ts';
import { asList, type Kind, NOTHING, refuse, several, single } from './kind.ts';

const text = (most: number, check: (given: string) => void = () => undefined): Kind =>
  single((raw) => {
    if (typeof raw !== 'string') return refuse('Operation value must be a string');
    if (raw.length > most)
      refuse(`The entered text is too long. It exceeds the allowed limit of ${most} characters.`);
    check(raw);
    return raw;
  });

export const textKind = text(255);

export const summaryKind: Kind = {
  ...textKind,
  parse: (raw, context) => {
    const parsed = textKind.parse(raw, context);
    if (typeof parsed !== 'string' || parsed.trim() === '')
      return refuse('You must specify a summary of the issue.');
    if (/[\r\n]/.test(parsed)) refuse('The summary is invalid because it contains newline characters.');
    return parsed;
  },
};

export const urlKind = text(2000, (url) => {
  if (url !== '' && !URL.canParse(url)) refuse('Not a valid URL');
});

export const adfKind = single(
  (raw) => {
    const doc =
      asDoc(raw) ??
      refuse('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
    if (textOfAdf(doc).length > 32_767)
      refuse('The entered text is too long. It exceeds the allowed limit of 32,767 characters.');
    return { ...doc };
  },
  { label: (stored) => ({ id: null, text: stored === null ? null : textOfAdf(asDoc(stored)) }) },
);

export const numberKind = single((raw) =>
  typeof raw === 'number' && Number.isFinite(raw) ? raw : refuse('Operation value must be a number'),
);

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day);

export const dateKind = single(
  (raw) => {
    if (raw === '') return null;
    if (typeof raw !== 'string' || !isDay(raw))
      return refuse("Error parsing date string: must be of the form 'yyyy-MM-dd'");
    return raw;
  },
  {
    label: (stored) => (typeof stored === 'string' ? { id: stored, text: `${stored} 00:00:00.0` } : NOTHING),
  },
);

const stampOf = (stored: string): string => jiraStamp(Date.parse(stored));

export const datetimeKind = single(
  (raw) => {
    if (raw === '') return null;
    const at = typeof raw === 'string' ? Date.parse(raw.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN;
    if (Number.isNaN(at) || typeof raw !== 'string' || !raw.includes('T'))
      refuse(
        "Operation value must be a date and time in ISO-8601, for example '2026-11-23T10:00:00.000+0000'",
      );
    return new Date(at).toISOString();
  },
  {
    bean: (stored) => (typeof stored === 'string' ? stampOf(stored) : null),
    label: (stored) =>
      typeof stored === 'string' ? { id: stampOf(stored), text: stampOf(stored) } : NOTHING,
  },
);

const LABELS = 'Operation value must be an array of strings';

export const labelsKind: Kind = {
  ...several(
    (label) => {
      if (typeof label !== 'string') return refuse(LABELS);
      if (/\s/.test(label) || label === '') refuse(`The label '${label}' contains spaces which is invalid.`);
      return label;
    },
    String,
    String,
    LABELS,
  ),
  label: (stored) => ({ id: '', text: asList(stored).join(' ') }),
};
