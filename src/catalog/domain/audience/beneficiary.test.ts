import { beneficiaryOf, namedIn, whoAsks, whoMustBeEntitled } from './beneficiary';

const restricted = { onBehalf: { field: 'who', access: 'restricted' } } as const;
const delegated = { onBehalf: { field: 'who', access: 'delegated' } } as const;
const anna = { accountId: 'anna' };
const annaForMaria = { accountId: 'maria', by: 'anna' };

describe('for whom a request is', () => {
  it.each([
    ['who fills the form in', {}, { who: 'maria' }, 'anna', 'anna'],
    ['whom its form names', restricted, { who: 'maria' }, 'anna', 'maria'],
    ['who fills it in where nobody is named', restricted, {}, 'anna', 'anna'],
    ['whom the portal orders for', {}, {}, 'maria', 'maria'],
  ] as const)('is %s', (_, item, answers, asker, expected) => {
    expect(beneficiaryOf(item, answers, asker)).toBe(expected);
  });

  it('is nobody else while the portal orders for somebody, whatever the form says', () => {
    expect([whoAsks(anna), whoAsks(annaForMaria)]).toEqual(['anna', 'anna']);
    expect(namedIn(restricted, annaForMaria)).toEqual({ who: 'maria' });
    expect([namedIn({}, annaForMaria), namedIn(restricted, anna)]).toEqual([{}, {}]);
  });
});

describe('whose entitlement decides', () => {
  it.each([
    ['oneself, of any item', {}, anna, 'anna', ['anna']],
    ['oneself, named in the form', restricted, anna, 'anna', ['anna']],
    ['another, where the item names nobody', {}, anna, 'maria', null],
    ['another, named in a restricted item', restricted, anna, 'maria', ['anna', 'maria']],
    ['another, named in a delegated item', delegated, anna, 'maria', ['anna']],
    ['who lets them order, of an item that names nobody', {}, annaForMaria, 'maria', ['maria']],
    ['who lets them order, of a delegated item', delegated, annaForMaria, 'maria', ['maria']],
    ['a third, while ordering for somebody', restricted, annaForMaria, 'boris', null],
    ['oneself, while ordering for somebody', delegated, annaForMaria, 'anna', null],
  ] as const)('for %s', (_, item, filled, beneficiary, expected) => {
    expect(whoMustBeEntitled(item, filled, beneficiary)).toEqual(expected);
  });
});
