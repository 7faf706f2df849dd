import { FIELD } from '../company/ids';
import {
  department,
  field,
  is,
  location,
  mapDepartment,
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

export const HARDWARE_ITEMS: readonly ItemSpec[] = [
  {
    id: 'laptop',
    project: 'IT',
    categories: ['it-computers'],
    service: 'workplace',
    icon: 'laptop',
    name: t('New laptop', 'Новый ноутбук'),
    summary: t(
      'A laptop set up for you, with your accounts and programs.',
      'Ноутбук, настроенный под вас: учётные записи и программы.',
    ),
    description: t(
      'Choose a model and tell us when you need it. Your manager decides, then we order, set up and hand over.',
      'Выберите модель и срок. Руководитель согласует, затем мы закажем, настроим и выдадим.',
    ),
    included: t(
      'The device, power supply, docking station, set-up and three years of repair.',
      'Устройство, зарядка, док-станция, настройка и три года ремонта.',
    ),
    keywords: ['laptop', 'notebook', 'computer', 'macbook', 'ноутбук', 'ноут', 'компьютер'],
    price: 1190,
    approval: 'always',
    form: [
      recipient,
      field('model', 'choice', t('Model', 'Модель'), {
        options: [
          option('light', 'Light 13", for the road', 'Лёгкий 13", для поездок'),
          option('standard', 'Standard 14"', 'Стандартный 14"', 200),
          option(
            'power',
            'Power 16", for developers and designers',
            'Мощный 16", для разработки и дизайна',
            1300,
          ),
          option('other', 'Something else', 'Другое', 310),
        ],
      }),
      field('otherModel', 'text', t('Which one, and why?', 'Какой и почему?'), {
        visibleWhen: is('model', 'other'),
        maxLength: 200,
      }),
      field('keyboard', 'choice', t('Keyboard', 'Клавиатура'), {
        options: [
          option('en', 'English', 'Английская'),
          option('de', 'German', 'Немецкая'),
          option('ru', 'Russian', 'Русская'),
        ],
      }),
      field('extras', 'multiChoice', t('Anything with it?', 'Что ещё нужно?'), {
        ...optional,
        options: [
          option('mouse', 'Mouse', 'Мышь', 25),
          option('bag', 'Bag', 'Сумка', 45),
          option('adapter', 'Travel adapter', 'Дорожный переходник', 15),
        ],
      }),
      neededBy(5),
      location,
      department,
      reason,
    ],
    mappings: [mapRecipient, toField(FIELD.assetModel, 'model'), mapNeededBy, mapLocation, mapDepartment],
    articles: ['65601', '65602', '65641'],
  },
  {
    id: 'phone',
    project: 'IT',
    categories: ['it-phones'],
    service: 'workplace',
    icon: 'phone',
    name: t('Mobile phone or SIM card', 'Мобильный телефон или SIM-карта'),
    summary: t('A company phone, a SIM card, or both.', 'Корпоративный телефон, SIM-карта или всё вместе.'),
    description: t(
      'For people who are called by customers or travel.',
      'Для тех, кому звонят клиенты или кто часто ездит.',
    ),
    keywords: ['phone', 'mobile', 'sim', 'iphone', 'телефон', 'мобильный', 'симка'],
    price: 10,
    approval: is('what', 'both'),
    form: [
      recipient,
      field('what', 'choice', t('What do you need?', 'Что нужно?'), {
        options: [
          option('sim', 'SIM card only', 'Только SIM-карта'),
          option('phone', 'Phone only', 'Только телефон', 410),
          option('both', 'Phone and SIM card', 'Телефон и SIM-карта', 420),
        ],
      }),
      field('roaming', 'yesNo', t('Will you use it abroad?', 'Будете пользоваться за границей?')),
      field('countries', 'text', t('In which countries?', 'В каких странах?'), {
        visibleWhen: is('roaming', 'true'),
        maxLength: 200,
      }),
      location,
      reason,
    ],
    mappings: [mapRecipient, toField(FIELD.assetModel, 'what'), mapLocation],
    articles: ['65603'],
  },
  {
    id: 'monitor',
    project: 'IT',
    categories: ['it-accessories'],
    service: 'workplace',
    icon: 'monitor',
    name: t('Monitor', 'Монитор'),
    summary: t('A second screen at the office or at home.', 'Второй экран в офисе или дома.'),
    description: t(
      'We bring it to your desk or send it home.',
      'Принесём на рабочее место или отправим домой.',
    ),
    keywords: ['monitor', 'screen', 'display', 'монитор', 'экран', 'дисплей'],
    price: 190,
    form: [
      field('size', 'choice', t('Size', 'Размер'), {
        options: [
          option('24', '24"', '24"'),
          option('27', '27"', '27"', 120),
          option('34', '34" wide', '34" широкий', 350),
        ],
      }),
      field('delivery', 'choice', t('Where to?', 'Куда?'), {
        options: [option('desk', 'My desk', 'На рабочее место'), option('home', 'My home', 'Домой')],
      }),
      field('address', 'multiline', t('Home address', 'Домашний адрес'), {
        visibleWhen: is('delivery', 'home'),
        maxLength: 300,
      }),
      location,
    ],
    mappings: [toField(FIELD.assetModel, 'size'), mapLocation],
    articles: ['65604'],
  },
  {
    id: 'headset',
    project: 'IT',
    categories: ['it-accessories'],
    service: 'workplace',
    icon: 'headset',
    name: t('Headset, mouse, keyboard', 'Гарнитура, мышь, клавиатура'),
    summary: t(
      'Small things from the shelf, usually the same day.',
      'Мелочи со склада, обычно в тот же день.',
    ),
    description: t(
      'Pick up at the service desk or have it sent.',
      'Заберите на стойке ИТ или закажите доставку.',
    ),
    keywords: [
      'headset',
      'mouse',
      'keyboard',
      'webcam',
      'cable',
      'гарнитура',
      'мышь',
      'клавиатура',
      'наушники',
    ],
    form: [
      field('things', 'multiChoice', t('What do you need?', 'Что нужно?'), {
        options: [
          option('headset', 'Headset', 'Гарнитура', 80),
          option('mouse', 'Mouse', 'Мышь', 25),
          option('keyboard', 'Keyboard', 'Клавиатура', 40),
          option('webcam', 'Webcam', 'Веб-камера', 70),
        ],
      }),
      location,
    ],
    mappings: [mapLocation],
    articles: ['65605'],
  },
];
