/** An ICS file as the events and time zones it consists of; a bad line costs what it stands in, never the file. */

/** A property as it is written: its name in capitals, its parameters by name, its value as it stands there. */
export interface Property {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
  /** Where it begins in the file, from 1. */
  readonly line: number;
}

/** What stands between `BEGIN` and `END`, without the components inside it. */
export interface Block {
  readonly name: 'VEVENT' | 'VTIMEZONE';
  readonly line: number;
  readonly properties: readonly Property[];
  /** Of a time zone, its unfolded lines with those of the components inside. */
  readonly text: string;
  /** The first line in it that can't be read, or its own when it has no end. */
  readonly badLine?: number;
}

/** What a calendar can use of an event; everything else may be as broken as it likes. */
const WANTED = new Set(
  'DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID UID SEQUENCE STATUS SUMMARY TZID X-MICROSOFT-CDO-ALLDAYEVENT'.split(
    ' ',
  ),
);

interface Line {
  text: string;
  readonly line: number;
  /** Its value may be any text, so that a line which is nothing by itself goes on with it. */
  readonly isText: boolean;
}

const CONTENT = /^[A-Za-z][A-Za-z0-9-]*(?=[;:])/;
const MATTER =
  /^(DTSTART|DTEND|DURATION|EX(RULE|DATE)|R(RULE|DATE|ECURRENCE-ID)|UID|SEQUENCE|STATUS|BEGIN|END)\b/i;

/** Lines of any ending, put together where they were folded: by a blank, as the standard says, or by none inside of a text. */
function unfolded(text: string): readonly Line[] {
  const lines: Line[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      const before = lines.at(-1);
      if (before && /^[ \t]/.test(raw)) before.text += raw.slice(1);
      else if (before?.isText && !CONTENT.test(raw)) before.text += raw;
      else if (raw.trim() !== '')
        lines.push({ text: raw, line: index + 1, isText: CONTENT.test(raw) && !MATTER.test(raw) });
    });
  return lines;
}

const EDGE = /^(BEGIN|END)\s*:\s*([A-Za-z0-9-]+)\s*$/i;
const PARAM = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)/y;

/** Undefined when the line is no property. */
function propertyOf({ text, line }: Line, name: string): Property | undefined {
  const params: Record<string, string> = {};
  let at = name.length;
  for (;;) {
    PARAM.lastIndex = at;
    const found = PARAM.exec(text);
    if (found === null) break;
    params[(found[1] ?? '').toUpperCase()] = (found[2] ?? '').replaceAll('"', '');
    at = PARAM.lastIndex;
  }
  return text[at] === ':' ? { name, params, value: text.slice(at + 1).trim(), line } : undefined;
}

type Open = { -readonly [K in keyof Block]: Block[K] } & { properties: Property[] };

/** The events and time zones of all calendars in a file, in their order; undefined when there is no calendar in it. */
export function blocksOf(text: string): readonly Block[] | undefined {
  const blocks: Block[] = [];
  let isCalendar = false;
  let open: Open | undefined;
  // Components inside an event or a zone: alarms, daylight saving.
  let inside = 0;
  const cut = (): void => {
    if (open === undefined) return;
    blocks.push({ ...open, badLine: open.badLine ?? open.line });
    open = undefined;
  };
  for (const line of unfolded(text)) {
    const [, edge = '', named = ''] = EDGE.exec(line.text) ?? [];
    const [begins, name] = [edge.toUpperCase() === 'BEGIN', named.toUpperCase()];
    if (name === 'VCALENDAR') {
      isCalendar = true;
      cut();
    } else if (begins && (name === 'VEVENT' || name === 'VTIMEZONE')) {
      cut();
      inside = 0;
      open = { name, line: line.line, properties: [], text: line.text };
    } else if (open !== undefined) {
      if (open.name === 'VTIMEZONE') open.text += `\r\n${line.text}`;
      if (edge !== '' && name === open.name) {
        blocks.push(open);
        open = undefined;
      } else if (edge !== '') inside += begins ? 1 : -1;
      else if (inside <= 0) {
        const name = CONTENT.exec(line.text)?.[0].toUpperCase();
        const property = name !== undefined && WANTED.has(name) ? propertyOf(line, name) : undefined;
        if (property !== undefined) open.properties.push(property);
        else if (name === undefined || WANTED.has(name)) open.badLine ??= line.line;
      }
    }
  }
  cut();
  return isCalendar ? blocks : undefined;
}
