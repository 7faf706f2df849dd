import { prepareSurface } from './testing/surface';
import { instantAtWall, wallTime, zonedText, zoneNote } from './wall-time';

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
const AT = Date.parse('2026-11-30T23:30:00Z');

beforeEach(() => {
  prepareSurface();
});

describe('a wall-clock time', () => {
  it.each(ZONES)("is typed and shown in the profile's zone, whatever the browser's: %s", (zone) => {
    prepareSurface({ zone });
    expect(instantAtWall(wallTime(AT))).toBe(AT);
    expect(Date.parse(zonedText(AT))).toBe(AT);
  });

  it('names its offset and its zone', () => {
    expect(zonedText(AT)).toBe('2026-12-01T00:30+01:00');
    expect(zonedText(AT, 'America/Los_Angeles')).toBe('2026-11-30T15:30-08:00');
    expect(zoneNote(AT)).toBe('Times are in Europe/Berlin (CET).');
  });

  it('is nothing while it is half typed, and the first after the gap where clocks skip it', () => {
    expect(instantAtWall('2026-12-')).toBeUndefined();
    expect(instantAtWall('2026-03-29T02:30')).toBe(Date.parse('2026-03-29T01:00:00Z'));
  });
});
