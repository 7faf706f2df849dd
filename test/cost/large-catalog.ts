/** A catalog as large as the app promises to carry: items, forms and texts of the size that real ones have. */
import type { Category, FormField, PublishedItem, Service, Text } from '../../src/catalog/domain/model';
import { content } from '../support/samples';

const EN =
  'access account approval badge budget calendar card contract data desk device display document drive email equipment licence list meeting monitor network order page password phone plan printer project report request role room screen seat server share site software space team ticket training travel user version wall week work year zone'.split(
    ' ',
  );
const RU =
  'доступ учётная согласование пропуск бюджет календарь карта договор данные стол устройство экран документ диск почта оборудование лицензия список встреча монитор сеть заказ страница пароль телефон план принтер проект отчёт заявка роль комната место сервер общий сайт программа пространство команда билет обучение поездка пользователь версия стена неделя работа год зона этаж'.split(
    ' ',
  );

/** Numbers without a pattern that compression could use, the same on every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const words = (from: readonly string[], count: number, below: (most: number) => number): string =>
  Array.from({ length: count }, () => from[below(from.length)] ?? '').join(' ');

const textOf = (count: number, below: (most: number) => number): Text => ({
  en: words(EN, count, below),
  ru: words(RU, count, below),
});

const fieldOf = (n: number, below: (most: number) => number): FormField => ({
  id: `field${n}`,
  type: n % 4 === 0 ? 'choice' : 'text',
  label: textOf(4, below),
  help: textOf(8, below),
  required: n % 2 === 0,
  ...(n % 4 === 0 && {
    options: Array.from({ length: 5 }, (_, at) => ({ id: `option${at}`, label: textOf(2, below) })),
  }),
});

export const CATEGORIES: readonly Category[] = Array.from({ length: 24 }, (_, n) => ({
  id: `category${n}`,
  catalogId: 'main',
  ...(n >= 6 && { parentId: `category${n % 6}` }),
  name: textOf(2, random(n)),
  description: textOf(12, random(n + 100)),
  icon: 'box',
  order: n,
}));

export const SERVICES: readonly Service[] = Array.from({ length: 40 }, (_, n) => ({
  schema: 1,
  id: `service${n}`,
  rev: 1,
  name: textOf(3, random(n)),
  description: textOf(30, random(n + 200)),
  department: 'IT',
  owner: 'sergey',
  status: 'active',
}));

/** Of the group `few` as many see the catalog. */
const FOR_FEW = 300;

/** Every tenth item is for one of five groups; the group `few` sees 300. */
export function largeCatalog(items: number, fields: number): readonly PublishedItem[] {
  const nobody = { groups: [], users: [] };
  return Array.from({ length: items }, (_, n) => {
    const below = random(n + 1);
    return {
      id: `item-${String(n).padStart(5, '0')}`,
      version: 1,
      publishedAt: '2026-01-01T00:00:00.000Z',
      content: content({
        name: textOf(4, below),
        summary: textOf(10, below),
        description: textOf(60, below),
        included: textOf(20, below),
        audience: textOf(8, below),
        categoryIds: [`category${n % 24}`],
        serviceId: `service${n % 40}`,
        keywords: words(EN, 3, below)
          .split(' ')
          .concat(words(RU, 3, below).split(' ')),
        entitlement: {
          availableFor: n % 10 === 0 ? { groups: [`group-${(n / 10) % 5}`], users: [] } : nobody,
          notAvailableFor: n < FOR_FEW + FOR_FEW / 10 ? nobody : { groups: ['few'], users: [] },
        },
        articles: [{ pageId: String(100_000 + n), title: words(EN, 5, below) }],
        form: Array.from({ length: fields }, (__, at) => fieldOf(at, below)),
        fulfilment: { ...content().fulfilment, summary: '{{item}}', mappings: [] },
      }),
    };
  });
}
