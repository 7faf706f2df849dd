/** What requesters wait for is said to them in the portal's own words. */
import { describe, expect, it } from '@jest/globals';
import causes from '../../src/sla/words/causes/en.json';
import en from '../../static/portal/locales/en.json';
import ru from '../../static/portal/locales/ru.json';

const reasons = Object.keys(causes).flatMap((key) => key.match(/^sla\.cause\.pause\.(.+)$/)?.[1] ?? []);

describe('why a promise is paused', () => {
  it('is said by the app in more than one way', () => {
    expect(reasons).toContain('vendor');
  });

  it.each(reasons)('has words for requesters in both languages: %s', (reason) => {
    expect(en).toHaveProperty([`portal.reason.${reason}`], expect.stringMatching(/\S/));
    expect(ru).toHaveProperty([`portal.reason.${reason}`], expect.stringMatching(/[а-яё]/i));
  });
});
