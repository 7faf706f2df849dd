import { prepareSurface } from '../../../shared/testing/surface';
import { boardRow } from '../../testing/board';
import { clockAt } from '../model/clock';
import { boardCsv } from './board-csv';
import { csvOf } from '../../../shared/csv';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../../shared/testing/bridge'));

beforeEach(() => {
  prepareSurface();
});

describe('CSV', () => {
  it('quotes what would break a row, and ends rows as RFC 4180 says', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          ['two\nlines', null],
          [-5, true],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"x,y","say ""hi"""\r\n"two\nlines",\r\n-5,true\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('disarms text that would run: %j', (text) => {
    expect(csvOf(['a'], [[text]])).toContain(`'${text}`);
  });

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a\n@SUM(A1)', "a\n'@SUM(A1)"],
    ['a; "-1', 'a; "\'-1'],
    ['a, -1', 'a, -1'],
  ])('disarms what another separator would make a cell of: %j', (text, safe) => {
    expect(csvOf(['a'], [[text]])).toContain(`"${safe.replaceAll('"', '""')}"`);
  });

  it('is the board as it is shown, instants in UTC and working minutes', () => {
    const now = Date.UTC(2026, 10, 26, 9);
    const row = boardRow({
      summary: '=HYPERLINK("x")',
      dueTime: now + 5_400_000,
      breachesAfter: now + 5_400_000,
    });
    const [header, line] = boardCsv([clockAt(row, undefined, now, now)], now).split('\r\n');
    expect(header).toBe(
      '\uFEFFkey,summary,space,team,assignee,metric_id,metric,state,urgency,breached,due,remaining_minutes,target_minutes,pause_reason,paused_since,calendar_zone,likely_to_breach,as_of',
    );
    expect(line).toBe(
      `IT-1,"'=HYPERLINK(""x"")",IT Services,,Ingrid,delivery,Delivery,dueSoon,hour,false,2026-11-26T10:30:00.000Z,0,240,,,UTC,false,2026-11-26T09:00:00.000Z`,
    );
  });
});
