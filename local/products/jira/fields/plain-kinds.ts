import { asDoc, textOfAdf } from '../../shared/adf.ts';
import { jiraStamp } from '../../shared/stamp.ts';
import { asList, FieldRefusal, type Kind, NOTHING, type Stored } from './kind.ts';

const plainLabel = (stored: Stored): { id: null; text: string | null } => ({
  id: null,
  text: typeof stored === 'string' || typeof stored === 'number' ? String(stored) : null,
});

function text(most: number): Kind {
  return {
    parse: (raw) => {
      if (raw === null) return null;
      if (typeof raw !== 'string') throw new FieldRefusal('Operation value must be a string');
      if (raw.length > most)
        throw new FieldRefusal(
          `The entered text is too long. It exceeds the allowed limit of ${most} characters.`,
        );
      return raw;
    },
    bean: (stored) => stored,
    label: plainLabel,
  };
}

export const textKind = text(255);

export const summaryKind: Kind = {
  ...textKind,
  parse: (raw, context) => {
    const parsed = textKind.parse(raw, context);
    if (typeof parsed !== 'string' || parsed.trim() === '')
      throw new FieldRefusal('You must specify a summary of the issue.');
    if (/[\r\n]/.test(parsed))
      throw new FieldRefusal('The summary is invalid because it contains newline characters.');
    return parsed;
  },
};

export const urlKind: Kind = {
  ...text(2000),
  parse: (raw, context) => {
    const parsed = text(2000).parse(raw, context);
    if (typeof parsed === 'string' && parsed !== '' && !URL.canParse(parsed))
      throw new FieldRefusal('Not a valid URL');
    return parsed;
  },
};

export const adfKind: Kind = {
  parse: (raw) => {
    if (raw === null) return null;
    const doc = asDoc(raw);
    if (!doc)
      throw new FieldRefusal(
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    if (textOfAdf(doc).length > 32_767)
      throw new FieldRefusal(
        'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
      );
    return { ...doc };
  },
  bean: (stored) => stored,
  label: (stored) => ({ id: null, text: stored === null ? null : textOfAdf(asDoc(stored)) }),
};

export const numberKind: Kind = {
  parse: (raw) => {
    if (raw === null) return null;
    if (typeof raw !== 'number' || !Number.isFinite(raw))
      throw new FieldRefusal('Operation value must be a number');
    return raw;
  },
  bean: (stored) => stored,
  label: plainLabel,
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

export const dateKind: Kind = {
  parse: (raw) => {
    if (raw === null || raw === '') return null;
    if (typeof raw !== 'string' || !isDay(raw))
      throw new FieldRefusal("Error parsing date string: must be of the form 'yyyy-MM-dd'");
    return raw;
  },
  bean: (stored) => stored,
  label: (stored) => ({
    id: typeof stored === 'string' ? stored : null,
    text: typeof stored === 'string' ? `${stored} 00:00:00.0` : null,
  }),
};

export const datetimeKind: Kind = {
  parse: (raw) => {
    if (raw === null || raw === '') return null;
    const at = typeof raw === 'string' ? Date.parse(raw.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN;
    if (Number.isNaN(at) || typeof raw !== 'string' || !raw.includes('T'))
      throw new FieldRefusal(
        "Operation value must be a date and time in ISO-8601, for example '2026-11-23T10:00:00.000+0000'",
      );
    return new Date(at).toISOString();
  },
  bean: (stored) => (typeof stored === 'string' ? jiraStamp(Date.parse(stored)) : null),
  label: (stored) =>
    typeof stored === 'string'
      ? { id: jiraStamp(Date.parse(stored)), text: jiraStamp(Date.parse(stored)) }
      : NOTHING,
};

export const labelsKind: Kind = {
  parse: (raw) => {
    if (raw === null) return [];
    const labels: unknown[] = Array.isArray(raw) ? raw : [undefined];
    return [
      ...new Set(
        labels.map((label) => {
          if (typeof label !== 'string')
            throw new FieldRefusal('Operation value must be an array of strings');
          if (/\s/.test(label) || label === '')
            throw new FieldRefusal(`The label '${label}' contains spaces which is invalid.`);
          return label;
        }),
      ),
    ];
  },
  bean: (stored) => asList(stored),
  label: (stored) => ({ id: '', text: asList(stored).join(' ') }),
};
