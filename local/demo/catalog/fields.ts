import { DEPARTMENT, FIELD, LOCATION, PRIORITY } from '../company/ids';
import type { Condition, Field, Mapping, Option, Text } from './types';

export const t = (en: string, ru: string): Text => ({ en, ru });

export const option = (id: string, en: string, ru: string, price?: number): Option => ({
  id,
  label: t(en, ru),
  ...(price === undefined ? {} : { price }),
});

type Extra = Partial<Omit<Field, 'id' | 'type' | 'label'>>;

export const field = (id: string, type: Field['type'], label: Text, extra: Extra = {}): Field => ({
  id,
  type,
  label,
  required: true,
  ...extra,
});

export const optional = { required: false } as const;
export const is = (name: string, value: string): Condition => ({ field: name, op: 'is', value });

// ------------------------------------------------------------- questions that many forms ask

export const location = field('location', 'choice', t('Where do you work?', 'Где вы работаете?'), {
  options: [
    option('berlin', 'Berlin', 'Берлин'),
    option('moscow', 'Moscow', 'Москва'),
    option('remote', 'Remote', 'Удалённо'),
  ],
});

export const department = field('department', 'choice', t('Department', 'Отдел'), {
  ...optional,
  options: [
    option('engineering', 'Engineering', 'Разработка'),
    option('sales', 'Sales', 'Продажи'),
    option('operations', 'Operations', 'Операции'),
    option('finance', 'Finance', 'Финансы'),
    option('people', 'People', 'Персонал'),
  ],
});

export const recipient = field('recipient', 'user', t('Who is it for?', 'Для кого?'), {
  default: { kind: 'requester' },
});

export const neededBy = (days: number): Field =>
  field('neededBy', 'date', t('Needed by', 'Нужно к'), {
    minWorkingDays: days,
    help: t(`At least ${days} working days from today.`, `Не раньше чем через ${days} раб. дн.`),
  });

export const reason = field('reason', 'multiline', t('What is it for?', 'Для чего это нужно?'), {
  minLength: 10,
  maxLength: 2000,
});

export const details = field('details', 'multiline', t('Tell us more', 'Расскажите подробнее'), {
  minLength: 10,
  maxLength: 4000,
});

export const urgency = field('urgency', 'choice', t('How badly does it stop you?', 'Насколько это мешает?'), {
  options: [
    option('blocked', 'I cannot work at all', 'Совсем не могу работать'),
    option('hindered', 'I can work, with difficulty', 'Могу работать, но с трудом'),
    option('annoyed', 'It is an annoyance', 'Просто неудобно'),
  ],
});

// ------------------------------------------------------------- where their answers go in Jira

const answer = (jiraField: string, name: string, valueMap?: Mapping['valueMap']): Mapping => ({
  jiraField,
  source: { kind: 'answer', field: name },
  ...(valueMap ? { valueMap } : {}),
});

export const toField = answer;
export const mapLocation = answer(FIELD.location, 'location', {
  berlin: LOCATION.berlin,
  moscow: LOCATION.moscow,
  remote: LOCATION.remote,
});
export const mapDepartment = answer(FIELD.department, 'department', { ...DEPARTMENT });
export const mapNeededBy = answer(FIELD.neededBy, 'neededBy');
export const mapRecipient = answer(FIELD.contact, 'recipient');
export const mapUrgency = answer('priority', 'urgency', {
  blocked: PRIORITY.highest,
  hindered: PRIORITY.high,
  annoyed: PRIORITY.low,
});
