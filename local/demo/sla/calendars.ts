const day = (date: string, name: string) => ({ kind: 'date' as const, date, name });
const yearly = (month: number, dayOfMonth: number, name: string) => ({
  kind: 'yearly' as const,
  month,
  day: dayOfMonth,
  name,
});

const GERMANY = {
  id: 'germany-berlin',
  name: 'Germany (Berlin)',
  holidays: [
    yearly(1, 1, 'Neujahr'),
    yearly(3, 8, 'Internationaler Frauentag'),
    yearly(5, 1, 'Tag der Arbeit'),
    yearly(10, 3, 'Tag der Deutschen Einheit'),
    yearly(12, 25, '1. Weihnachtstag'),
    yearly(12, 26, '2. Weihnachtstag'),
    day('2026-04-03', 'Karfreitag'),
    day('2026-04-06', 'Ostermontag'),
    day('2026-05-14', 'Christi Himmelfahrt'),
    day('2026-05-25', 'Pfingstmontag'),
    day('2027-03-26', 'Karfreitag'),
    day('2027-03-29', 'Ostermontag'),
    day('2027-05-06', 'Christi Himmelfahrt'),
    day('2027-05-17', 'Pfingstmontag'),
  ],
};

const january = (year: number) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((date) => day(`${year}-01-0${date}`, 'Новогодние каникулы'));

const RUSSIA = {
  id: 'russia',
  name: 'Россия',
  holidays: [
    ...january(2026),
    ...january(2027),
    yearly(2, 23, 'День защитника Отечества'),
    yearly(3, 8, 'Международный женский день'),
    yearly(5, 1, 'Праздник Весны и Труда'),
    yearly(5, 9, 'День Победы'),
    yearly(6, 12, 'День России'),
    yearly(11, 4, 'День народного единства'),
    day('2026-01-09', 'Перенос с 3 января'),
    day('2026-03-09', 'Перенос с 8 марта'),
    day('2026-05-11', 'Перенос с 9 мая'),
    day('2026-12-31', 'Перенос с 4 января'),
    day('2027-02-22', 'Перенос с 20 февраля'),
    day('2027-05-03', 'Перенос с 1 мая'),
    day('2027-05-10', 'Перенос с 9 мая'),
    day('2027-06-14', 'Перенос с 12 июня'),
    day('2027-11-05', 'Перенос с 2 января'),
    day('2027-12-31', 'Перенос с 3 января'),
  ],
};

export const HOLIDAY_SETS = [GERMANY, RUSSIA];

const HOUR = 3_600_000;
const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const week = (start: string, end: string) =>
  Object.fromEntries(WORKDAYS.map((name) => [name, [[start, end]]]));

export const CALENDARS = [
  {
    id: 'berlin',
    name: 'Berlin, Mon–Fri 9–17',
    zone: 'Europe/Berlin',
    week: week('09:00', '17:00'),
    holidays: [],
    holidaySetIds: ['germany-berlin'],
    exceptions: [
      { date: '2026-12-24', hours: [['09:00', '12:00']], name: 'Heiligabend' },
      { date: '2026-12-31', hours: [['09:00', '12:00']], name: 'Silvester' },
    ],
    nominalDayMs: 8 * HOUR,
  },
  {
    id: 'moscow',
    name: 'Москва, пн–пт 10–19',
    zone: 'Europe/Moscow',
    week: week('10:00', '19:00'),
    holidays: [],
    holidaySetIds: ['russia'],
    exceptions: [{ date: '2027-02-20', hours: [['10:00', '19:00']], name: 'Рабочая суббота' }],
    nominalDayMs: 9 * HOUR,
  },
  {
    id: 'always',
    name: '24×7',
    zone: 'UTC',
    week: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, [['00:00', '24:00']]]),
    ),
    holidays: [],
    holidaySetIds: [],
    exceptions: [],
    nominalDayMs: 24 * HOUR,
  },
];
