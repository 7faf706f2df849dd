import { describe, expect, it } from '@jest/globals';
import { emptyRecord } from '../../../../src/people/domain/person';
import { peopleIn, planOf } from './plan';
import { readTable, type Table } from './read-table';

const tableOf = (text: string): Table => {
  const read = readTable(text);
  if ('fault' in read) throw new Error(read.fault);
  return read;
};
const KNOWN: Readonly<Record<string, string>> = {
  Алиса: 'alice',
  'a@x.com': 'alice',
  Мария: 'maria',
  Hugo: 'hugo',
};
const accountOf = (name: string) => KNOWN[name];
const alice = {
  ...emptyRecord('alice'),
  manager: 'maria',
  place: 'Berlin',
  assistants: [{ id: 'hugo', from: '2026-01-01', until: '2026-12-31' }],
};
const stored = new Map([['alice', alice]]);

describe('a table of people', () => {
  it('has its columns found by their names in either language, in any order and case', () => {
    const table = tableOf('МВЗ;Руководитель;ИМЯ;Телефон\n10;Мария;Алиса;5');
    expect(table).toMatchObject({ parts: ['manager', 'costCentre'], ignored: ['Телефон'] });
    expect(table.rows).toEqual([{ line: 2, whose: 'Алиса', cells: { manager: 'Мария', costCentre: '10' } }]);
  });

  it('says whose a row is by its account id, else its e-mail, else its name', () => {
    const { rows } = tableOf('Name,E-mail,Account ID,Team\nA,a@x.com,id1,T\nA,a@x.com,,T\nA,,,T');
    expect(rows.map(({ whose }) => whose)).toEqual(['id1', 'a@x.com', 'A']);
  });

  it('names each person once, with the rows that do', () => {
    const table = tableOf('Name,Manager,Assistants\nHugo,Мария,Алиса; Мария\nАлиса,Мария,');
    expect([...peopleIn(table)]).toEqual([
      ['Hugo', 1],
      ['Мария', 2],
      ['Алиса', 2],
    ]);
  });
});

describe('what it changes', () => {
  const plan = (text: string) => planOf(tableOf(text), accountOf, stored);

  it('is what its columns say: an empty cell empties, a column that is not there leaves alone', () => {
    const [change] = plan('Name,Place,Team\nАлиса,,Web').changes;
    expect(change).toMatchObject({ isNew: false, after: { ...alice, place: '', team: 'Web' } });
    expect(change?.differences.map(({ path }) => path).sort()).toEqual(['place', 'team']);
  });

  it('leaves a person as they are where a cell names somebody unknown', () => {
    const { changes } = plan('Name,Manager,Assistants,Team\nАлиса,Ghost,Мария; Ghost,Web');
    expect(changes[0]?.after).toEqual({ ...alice, team: 'Web' });
    expect(plan('Name,Manager,Assistants\nАлиса,,Мария; Hugo').changes[0]?.after).toEqual({
      ...alice,
      manager: '',
      assistants: [{ id: 'maria' }, { id: 'hugo', from: '2026-01-01', until: '2026-12-31' }],
    });
  });

  it('leaves out rows of unknown people and second rows of one, and counts what stays', () => {
    const text = 'Name,E-mail,Place\nАлиса,,Berlin\n,a@x.com,Moscow\nGhost,,Rome\nHugo,,';
    expect(plan(text)).toMatchObject({
      unchanged: 1,
      leftOut: [3, 4],
      changes: [{ isNew: true, after: emptyRecord('hugo'), differences: [] }],
    });
  });
});
