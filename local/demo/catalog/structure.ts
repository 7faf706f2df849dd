import { account } from '../company/accounts';
import { t } from './fields';
import type { Text } from './types';

export const CATALOGS = [
  { id: 'company', name: t('Company services', 'Услуги компании'), managers: [account('sergey')] },
];

interface CategorySpec {
  readonly id: string;
  readonly parentId?: string;
  readonly name: Text;
  readonly description: Text;
  readonly icon: string;
}

const category = (
  id: string,
  icon: string,
  name: Text,
  description: Text,
  parentId?: string,
): CategorySpec => ({
  id,
  icon,
  name,
  description,
  ...(parentId ? { parentId } : {}),
});

const SPECS: readonly CategorySpec[] = [
  category(
    'it',
    'laptop',
    t('IT', 'ИТ'),
    t('Devices, programs, access, help.', 'Устройства, программы, доступы, помощь.'),
  ),
  category(
    'it-hardware',
    'laptop',
    t('Devices', 'Устройства'),
    t('What you work on.', 'То, на чём вы работаете.'),
    'it',
  ),
  category(
    'it-computers',
    'laptop',
    t('Computers', 'Компьютеры'),
    t('Laptops for the office and the road.', 'Ноутбуки для офиса и поездок.'),
    'it-hardware',
  ),
  category(
    'it-phones',
    'phone',
    t('Phones', 'Телефоны'),
    t('Phones and SIM cards.', 'Телефоны и SIM-карты.'),
    'it-hardware',
  ),
  category(
    'it-accessories',
    'monitor',
    t('Accessories', 'Аксессуары'),
    t('Screens, headsets, cables.', 'Мониторы, гарнитуры, кабели.'),
    'it-hardware',
  ),
  category(
    'it-software',
    'software',
    t('Programs', 'Программы'),
    t('Licences and installations.', 'Лицензии и установка.'),
    'it',
  ),
  category(
    'it-access',
    'key',
    t('Access', 'Доступы'),
    t('Accounts, folders, VPN.', 'Учётные записи, папки, VPN.'),
    'it',
  ),
  category(
    'it-help',
    'help',
    t('Help', 'Помощь'),
    t('When something does not work.', 'Когда что-то не работает.'),
    'it',
  ),
  category(
    'hr',
    'people',
    t('People', 'Персонал'),
    t('Contracts, leave, newcomers.', 'Договоры, отпуска, новички.'),
  ),
  category(
    'hr-documents',
    'document',
    t('Documents', 'Документы'),
    t('Certificates and personal data.', 'Справки и личные данные.'),
    'hr',
  ),
  category(
    'hr-leave',
    'calendar',
    t('Leave', 'Отпуск'),
    t('Everything but ordinary holidays.', 'Всё, кроме обычного отпуска.'),
    'hr',
  ),
  category(
    'hr-joining',
    'people',
    t('Joining and growing', 'Приход и развитие'),
    t('Newcomers and training.', 'Новички и обучение.'),
    'hr',
  ),
  category(
    'hr-care',
    'help',
    t('Questions', 'Вопросы'),
    t('Ask the People team.', 'Спросите отдел персонала.'),
    'hr',
  ),
  category(
    'fac',
    'building',
    t('Facilities', 'Офис'),
    t('Buildings, doors, travel.', 'Здания, двери, поездки.'),
  ),
  category(
    'fac-workplace',
    'desk',
    t('Workplace', 'Рабочее место'),
    t('Desks, repairs, supplies.', 'Столы, ремонт, канцелярия.'),
    'fac',
  ),
  category(
    'fac-access',
    'card',
    t('Doors and parking', 'Двери и парковка'),
    t('Cards, visitors, parking.', 'Пропуска, гости, парковка.'),
    'fac',
  ),
  category(
    'fac-events',
    'calendar',
    t('Events', 'Мероприятия'),
    t('Rooms and catering.', 'Помещения и еда.'),
    'fac',
  ),
  category(
    'fac-travel',
    'travel',
    t('Travel', 'Поездки'),
    t('Trips, tickets, hotels.', 'Командировки, билеты, гостиницы.'),
    'fac',
  ),
  category(
    'fin',
    'money',
    t('Finance', 'Финансы'),
    t('Expenses, purchases, pay.', 'Расходы, закупки, зарплата.'),
  ),
  category(
    'fin-expenses',
    'receipt',
    t('Expenses', 'Расходы'),
    t('Money back, money before.', 'Возмещение и авансы.'),
    'fin',
  ),
  category(
    'fin-purchasing',
    'cart',
    t('Purchases', 'Закупки'),
    t('Orders and invoices.', 'Заказы и счета.'),
    'fin',
  ),
  category('fin-cards', 'card', t('Cards', 'Карты'), t('Company cards.', 'Корпоративные карты.'), 'fin'),
  category('fin-budget', 'chart', t('Budget', 'Бюджет'), t('For managers.', 'Для руководителей.'), 'fin'),
  category(
    'fin-payroll',
    'money',
    t('Pay', 'Зарплата'),
    t('Payslips and taxes.', 'Расчётные листки и налоги.'),
    'fin',
  ),
];

export const CATEGORIES = SPECS.map((spec, order) => ({ ...spec, catalogId: 'company', order }));

interface ServiceSpec {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  readonly department: string;
}

const service = (id: string, department: string, name: Text, description: Text): ServiceSpec => ({
  id,
  department,
  name,
  description,
});

const SERVICE_SPECS: readonly ServiceSpec[] = [
  service(
    'workplace',
    'IT',
    t('Digital workplace', 'Цифровое рабочее место'),
    t('Devices and their care.', 'Устройства и уход за ними.'),
  ),
  service(
    'software',
    'IT',
    t('Software', 'Программы'),
    t('Licences and distribution.', 'Лицензии и установка.'),
  ),
  service(
    'access',
    'IT',
    t('Accounts and access', 'Учётные записи и доступы'),
    t('Who may use what.', 'Кто чем может пользоваться.'),
  ),
  service(
    'support',
    'IT',
    t('Service desk', 'Служба поддержки'),
    t('First help for everybody.', 'Первая помощь для всех.'),
  ),
  service(
    'people-documents',
    'HR',
    t('Personnel records', 'Кадровые документы'),
    t('Certificates, contracts, data.', 'Справки, договоры, данные.'),
  ),
  service(
    'people-care',
    'HR',
    t('Care for people', 'Забота о людях'),
    t('Leave, benefits, growth.', 'Отпуска, льготы, развитие.'),
  ),
  service(
    'people-joining',
    'HR',
    t('Joining', 'Приём на работу'),
    t('A good first day.', 'Хороший первый день.'),
  ),
  service('building', 'FAC', t('Buildings', 'Здания'), t('Offices that work.', 'Офисы, в которых удобно.')),
  service('events', 'FAC', t('Events', 'Мероприятия'), t('Rooms, food, sound.', 'Залы, еда, звук.')),
  service('travel', 'FAC', t('Travel', 'Поездки'), t('There and back.', 'Туда и обратно.')),
  service(
    'accounting',
    'FIN',
    t('Accounting', 'Бухгалтерия'),
    t('Invoices and expenses.', 'Счета и расходы.'),
  ),
  service(
    'purchasing',
    'FIN',
    t('Purchasing', 'Закупки'),
    t('Orders and suppliers.', 'Заказы и поставщики.'),
  ),
  service(
    'payroll',
    'FIN',
    t('Payroll', 'Расчёт зарплаты'),
    t('Pay, on time and right.', 'Зарплата вовремя и верно.'),
  ),
  service(
    'controlling',
    'FIN',
    t('Controlling', 'Контроллинг'),
    t('Budgets and reports.', 'Бюджеты и отчёты.'),
  ),
];

export const SERVICES = SERVICE_SPECS.map((spec) => ({
  ...spec,
  schema: 1 as const,
  rev: 1,
  owner: account('sergey'),
  status: 'active' as const,
}));
