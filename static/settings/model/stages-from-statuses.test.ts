import { checkItem, errorsOf } from '../../../src/catalog/domain/item/check-item';
import { status } from '../testing/statuses';
import { emptyContent } from './new-item';
import { withStages } from './stages-from-statuses';

const STATUSES = [
  status('1', 'To Do', 'new'),
  status('2', 'In Progress', 'indeterminate'),
  status('3', 'Waiting for customer', 'indeterminate'),
  status('4', 'Waiting for approval', 'indeterminate'),
  status('5', 'Done', 'done'),
  status('6', 'Closed', 'done'),
  status('7', 'Cancelled', 'done'),
  status('8', 'Ждём склад', 'indeterminate'),
];
const empty = emptyContent({ services: [], categories: [] });

describe('stages from the statuses of a work type', () => {
  it('say what each status means to the requester, in both languages', () => {
    const { stages } = withStages(empty, STATUSES);
    expect(stages.map(({ name, kind, actor }) => [name.en, name.ru, kind, actor])).toEqual([
      ['Received', 'Получено', 'open', 'provider'],
      ['In progress', 'В работе', 'open', 'provider'],
      ['Waiting for your answer', 'Ждём вашего ответа', 'open', 'requester'],
      ['Waiting for approval', 'На согласовании', 'open', 'approver'],
      ['Done', 'Готово', 'resolved', 'nobody'],
      ['Closed', 'Закрыто', 'closed', 'nobody'],
      ['Cancelled', 'Отменено', 'cancelled', 'nobody'],
      ['Ждём склад', 'Ждём склад', 'open', 'provider'],
    ]);
  });

  it('let requesters confirm, reopen, cancel and answer where a status is there for it', () => {
    expect(withStages(empty, STATUSES).actions).toEqual({
      confirmToStatusId: '6',
      reopenToStatusId: '2',
      cancelToStatusId: '7',
      answeredToStatusId: '2',
      reopenWithinDays: 14,
    });
    expect(withStages(empty, STATUSES.slice(0, 2)).actions).toEqual({
      reopenToStatusId: '2',
      reopenWithinDays: 14,
    });
  });

  it('leave what is there, and add what is missing once', () => {
    const once = withStages(empty, STATUSES.slice(0, 5));
    const mine = { ...once, actions: { ...once.actions, reopenToStatusId: '1' } };
    const twice = withStages(mine, STATUSES);
    expect(twice.stages.slice(0, 5)).toEqual(once.stages);
    expect(twice.stages).toHaveLength(8);
    expect(twice.actions).toMatchObject({ reopenToStatusId: '1', confirmToStatusId: '6' });
  });

  it('are enough to publish', () => {
    const around = { categoryIds: new Set<string>(), serviceIds: new Set<string>() };
    const codes = errorsOf(checkItem(withStages(empty, STATUSES.slice(0, 5)), around)).map(
      ({ code }) => code,
    );
    expect(codes.filter((code) => /stage|status/i.test(code))).toEqual([]);
  });
});
