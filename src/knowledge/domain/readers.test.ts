import { describe, expect, it } from '@jest/globals';
import { allMayRead } from './readers';

describe('whether everybody who gets a reply may read a page', () => {
  it.each([
    [['yes', 'yes'], 'yes'],
    [['yes', 'no'], 'no'],
    [['unknown', 'no'], 'no'],
    [['yes', 'unknown'], 'unknown'],
    [[], 'unknown'],
  ] as const)('%j is %s', (answers, all) => {
    expect(allMayRead(answers)).toBe(all);
  });
});
