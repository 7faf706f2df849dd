import { FIELD } from '../company/ids';
import {
  details,
  field,
  is,
  location,
  mapLocation,
  mapNeededBy,
  mapRecipient,
  neededBy,
  option,
  optional,
  reason,
  recipient,
  t,
  toField,
} from './fields';
import type { ItemSpec } from './types';

const startDate = (days: number, en: string, ru: string) =>
  field('startDate', 'date', t(en, ru), { minWorkingDays: days });
const mapStart = toField(FIELD.startDate, 'startDate');

export const HR_ITEMS: readonly ItemSpec[] = [
  {
    id: 'employment-certificate',
    project: 'HR',
    categories: ['hr-documents'],
    service: 'people-documents',
    icon: 'document',
    name: t('Employment certificate', 'Справка с места работы'),
    summary: t(
      'A signed letter for your bank, landlord or embassy.',
      'Подписанная справка для банка, арендодателя или посольства.',
    ),
    description: t(
      'Signed electronically; on paper if you need it.',
      'С электронной подписью, при необходимости на бумаге.',
    ),
    keywords: ['certificate', 'letter', 'visa', 'bank', 'справка', 'виза', 'документ'],
    form: [
      field('purpose', 'choice', t('For whom?', 'Для кого?'), {
        options: [
          option('bank', 'Bank', 'Банк'),
          option('landlord', 'Landlord', 'Арендодатель'),
          option('embassy', 'Embassy', 'Посольство'),
          option('other', 'Someone else', 'Другое'),
        ],
      }),
      field('country', 'text', t('Which country?', 'Какая страна?'), {
        visibleWhen: is('purpose', 'embassy'),
        maxLength: 80,
      }),
      field('salary', 'yesNo', t('State your salary?', 'Указать зарплату?')),
      field('language', 'choice', t('Language', 'Язык'), {
        options: [
          option('en', 'English', 'Английский'),
          option('de', 'German', 'Немецкий'),
          option('ru', 'Russian', 'Русский'),
        ],
      }),
      neededBy(2),
      location,
    ],
    mappings: [mapNeededBy, mapLocation],
    articles: ['65614', '65646'],
  },
  {
    id: 'parental-leave',
    project: 'HR',
    categories: ['hr-leave'],
    service: 'people-care',
    icon: 'people',
    name: t('Parental leave', 'Отпуск по уходу за ребёнком'),
    summary: t(
      'Plan your leave and what happens with pay and insurance.',
      'Спланируйте отпуск, оплату и страховку.',
    ),
    description: t(
      'We call you within two days and prepare the papers.',
      'Перезвоним в течение двух дней и подготовим документы.',
    ),
    keywords: ['parental', 'maternity', 'paternity', 'leave', 'отпуск', 'декрет', 'ребёнок'],
    form: [
      startDate(20, 'First day of leave', 'Первый день отпуска'),
      field('months', 'number', t('How many months?', 'Сколько месяцев?'), { min: 1, max: 36 }),
      field('partTime', 'yesNo', t('Work part-time meanwhile?', 'Работать неполный день?')),
      field('hours', 'number', t('Hours a week', 'Часов в неделю'), {
        visibleWhen: is('partTime', 'true'),
        min: 5,
        max: 32,
      }),
      location,
    ],
    mappings: [mapStart, mapLocation],
    articles: ['65615'],
  },
  {
    id: 'unpaid-leave',
    project: 'HR',
    categories: ['hr-leave'],
    service: 'people-care',
    icon: 'calendar',
    name: t('Special or unpaid leave', 'Отпуск за свой счёт'),
    summary: t('Moving house, weddings, studies.', 'Переезд, свадьба, учёба.'),
    description: t(
      'Ordinary holidays are booked in the time system; ask here for the rest.',
      'Обычный отпуск — в системе учёта времени, остальное — здесь.',
    ),
    keywords: ['leave', 'vacation', 'holiday', 'sabbatical', 'отпуск', 'отгул', 'выходной'],
    approval: 'always',
    form: [
      startDate(5, 'First day', 'Первый день'),
      field('lastDay', 'date', t('Last day', 'Последний день')),
      field('kind', 'choice', t('Reason', 'Причина'), {
        options: [
          option('move', 'Moving house', 'Переезд'),
          option('wedding', 'Wedding', 'Свадьба'),
          option('study', 'Studies', 'Учёба'),
          option('other', 'Other', 'Другое'),
        ],
      }),
      field('explain', 'text', t('Please explain', 'Поясните'), {
        visibleWhen: is('kind', 'other'),
        maxLength: 200,
      }),
      location,
    ],
    mappings: [mapStart, mapLocation],
    articles: ['65616', '65647'],
  },
  {
    id: 'newcomer',
    project: 'HR',
    categories: ['hr-joining'],
    service: 'people-joining',
    icon: 'people',
    name: t('A newcomer joins my team', 'Новый сотрудник в моей команде'),
    summary: t(
      'Contract, desk, laptop and accounts for the first day.',
      'Договор, место, ноутбук и доступы к первому дню.',
    ),
    description: t(
      'One form for managers; we bring in IT and facilities.',
      'Одна форма для руководителя; ИТ и офис подключим сами.',
    ),
    audience: t('Managers', 'Руководители'),
    keywords: ['onboarding', 'newcomer', 'new hire', 'joiner', 'новичок', 'онбординг', 'сотрудник'],
    managersOnly: true,
    form: [
      field('name', 'text', t('Name of the newcomer', 'Имя нового сотрудника'), { maxLength: 120 }),
      field('privateMail', 'email', t('Private mail address', 'Личная почта')),
      startDate(10, 'First working day', 'Первый рабочий день'),
      field('role', 'text', t('Role', 'Должность'), { maxLength: 120 }),
      field('needs', 'multiChoice', t('What should be ready?', 'Что подготовить?'), {
        options: [
          option('laptop', 'Laptop', 'Ноутбук'),
          option('phone', 'Phone', 'Телефон'),
          option('desk', 'Desk', 'Рабочее место'),
          option('crm', 'Customer database', 'База клиентов'),
        ],
      }),
      field('buddy', 'user', t('Buddy', 'Наставник'), optional),
      location,
    ],
    mappings: [mapStart, toField(FIELD.contact, 'buddy'), mapLocation],
    issueSummary: 'Newcomer: {{field.name}}',
    articles: ['65617', '65618'],
  },
  {
    id: 'training',
    project: 'HR',
    categories: ['hr-joining'],
    service: 'people-care',
    icon: 'book',
    name: t('Training or conference', 'Обучение или конференция'),
    summary: t('Courses, conferences, exams.', 'Курсы, конференции, экзамены.'),
    description: t(
      'Your manager decides over cost; we book.',
      'Стоимость согласует руководитель, бронируем мы.',
    ),
    keywords: ['training', 'course', 'conference', 'exam', 'обучение', 'курс', 'конференция'],
    approval: 'always',
    form: [
      field('title', 'text', t('Which course?', 'Какой курс?'), { maxLength: 150 }),
      field('link', 'url', t('Its page', 'Страница курса'), optional),
      field('cost', 'number', t('Price in euros', 'Цена в евро'), { min: 0, max: 20000 }),
      startDate(10, 'First day', 'Первый день'),
      location,
      reason,
    ],
    mappings: [mapStart, toField(FIELD.cost, 'cost'), mapLocation],
    issueSummary: 'Training: {{field.title}}',
    articles: ['65619'],
  },
  {
    id: 'personal-data',
    project: 'HR',
    categories: ['hr-documents'],
    service: 'people-documents',
    icon: 'document',
    name: t('Change of name, address or bank', 'Смена имени, адреса или счёта'),
    summary: t('Keep your personal data right.', 'Чтобы ваши данные были верны.'),
    description: t(
      'Changes before the 15th count for this month’s pay.',
      'Изменения до 15 числа учитываются в текущем месяце.',
    ),
    keywords: ['address', 'bank account', 'name', 'iban', 'адрес', 'фамилия', 'счёт'],
    form: [
      field('what', 'choice', t('What changes?', 'Что меняется?'), {
        options: [
          option('name', 'Name', 'Имя'),
          option('address', 'Address', 'Адрес'),
          option('bank', 'Bank account', 'Банковский счёт'),
        ],
      }),
      field('iban', 'text', t('IBAN', 'IBAN'), {
        visibleWhen: is('what', 'bank'),
        pattern: {
          regex: '^[A-Z]{2}[0-9A-Z ]{13,32}$',
          message: t('An IBAN starts with two letters.', 'IBAN начинается с двух букв.'),
        },
      }),
      field('address', 'multiline', t('New address', 'Новый адрес'), {
        visibleWhen: is('what', 'address'),
        maxLength: 300,
      }),
      field('newName', 'text', t('New name', 'Новое имя'), {
        visibleWhen: is('what', 'name'),
        maxLength: 120,
      }),
      field('from', 'date', t('From when?', 'С какого числа?')),
      location,
    ],
    mappings: [mapLocation, toField(FIELD.startDate, 'from')],
    articles: ['65620'],
  },
  {
    id: 'hr-question',
    project: 'HR',
    categories: ['hr-care'],
    service: 'people-care',
    icon: 'question',
    name: t('Question to People', 'Вопрос в отдел персонала'),
    summary: t('Contract, sick days, benefits, anything.', 'Договор, больничный, льготы — что угодно.'),
    description: t(
      'Confidential: only the People team reads it.',
      'Конфиденциально: читает только отдел персонала.',
    ),
    keywords: [
      'question',
      'contract',
      'sick',
      'benefit',
      'pension',
      'вопрос',
      'больничный',
      'договор',
      'льготы',
    ],
    form: [
      field('topic', 'choice', t('Topic', 'Тема'), {
        options: [
          option('contract', 'Contract', 'Договор'),
          option('sick', 'Sick leave', 'Больничный'),
          option('benefits', 'Benefits', 'Льготы'),
          option('other', 'Other', 'Другое'),
        ],
      }),
      recipient,
      neededBy(1),
      location,
      details,
    ],
    mappings: [mapRecipient, mapNeededBy, mapLocation],
    articles: ['65621', '65622', '65648'],
  },
];
