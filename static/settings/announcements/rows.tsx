import { ANNOUNCEMENT_KINDS, type Announcement } from '../../../src/catalog/domain/announcement';
import { choice, localized, maybe, type Row, text, zone } from '../../kit/fields';
import { worded } from '../../kit/controls';

/** What it says. */
export const SAID: readonly Row<Announcement>[] = [
  {
    key: 'kind',
    label: 'settings.announcement.kind',
    control: choice(worded('settings.announcement.kind', ANNOUNCEMENT_KINDS)),
  },
  { key: 'name', label: 'settings.announcement.heading', control: localized() },
  { key: 'text', label: 'settings.announcement.text', control: localized(true) },
];

/** Of a known issue. */
export const ISSUE: readonly Row<Announcement>[] = [
  {
    key: 'issueKey',
    label: 'settings.announcement.issueKey',
    help: 'settings.announcement.issueKeyHint',
    control: maybe(text({ width: 180 })),
  },
];

const wallTime = () => maybe(text({ type: 'datetime-local', width: 240 }));

/** When it is shown, by the clock of a zone. */
export const WHEN: readonly Row<Announcement>[] = [
  {
    key: 'from',
    label: 'settings.announcement.from',
    help: 'settings.announcement.fromHint',
    half: true,
    control: wallTime(),
  },
  {
    key: 'to',
    label: 'settings.announcement.to',
    help: 'settings.announcement.toHint',
    half: true,
    control: wallTime(),
  },
  { key: 'zone', label: 'settings.announcement.zone', control: zone() },
];
