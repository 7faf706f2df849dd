/** What people wrote: the requester's language decides which. */

type Lines = readonly [string, ...string[]];
interface Words {
  readonly reply: Lines;
  readonly question: Lines;
  readonly answer: Lines;
  readonly solved: Lines;
  readonly notSolved: Lines;
  readonly thanks: Lines;
  readonly nudge: Lines;
  readonly note: Lines;
  readonly vendor: Lines;
  readonly details: Lines;
  readonly incidents: Lines;
  readonly repairs: Lines;
}

const EN: Words = {
  reply: [
    'Thank you, I am on it.',
    'Got it. I will come back to you today.',
    'Thanks for writing. I have started and will tell you when it is ready.',
    'Hello! I take care of this.',
  ],
  question: [
    'Could you tell me which room you sit in?',
    'Which date suits you for the hand-over?',
    'Could you send me a picture of the message on the screen?',
    'Do you need it for the whole team or only for you?',
  ],
  answer: [
    'Second floor, room 2.14.',
    'Thursday morning would be great.',
    'Here it is: "The connection was reset".',
    'Only for me, thank you.',
  ],
  solved: [
    'Done. Please check whether everything works.',
    'It is ready for you at the service desk.',
    'Fixed: please try again.',
    'All set, the confirmation is in your mail.',
  ],
  notSolved: [
    'It happens again, sorry.',
    'Still the same message since this morning.',
    'One thing is missing, could you look again?',
  ],
  thanks: ['Perfect, thank you!', 'Works, thanks a lot.', 'Great, that was quick.'],
  nudge: ['Is there any news?', 'I need it rather soon, how does it look?'],
  note: [
    'Checked with the supplier: in stock.',
    'Same cause as last week, see the handbook.',
    'Talked to the team lead, fine with him.',
    'Licence pool has two left.',
  ],
  vendor: ['Ordered; the supplier needs a few days.', 'The supplier sends a replacement.'],
  details: [
    'It began this morning and I could not find anything about it.',
    'I need it for the project that starts next month.',
    'My colleague has the same, please see there.',
  ],
  incidents: [
    'Wi-Fi drops in room 2.14',
    'Printer on the third floor prints stripes',
    'Laptop does not wake up after sleep',
    'Calendar shows the wrong time zone',
    'Shared folder is read-only since yesterday',
    'Video calls freeze every few minutes',
    'Mail to customers bounces',
    'Docking station does not charge',
  ],
  repairs: [
    'Light flickers above my desk',
    'Radiator stays cold',
    'Door of the meeting room does not lock',
    'Tap in the kitchen drips',
    'Blind is stuck halfway',
    'Chair sinks slowly',
  ],
};

const RU: Words = {
  reply: ['Спасибо, занимаюсь.', 'Принято. Вернусь к вам сегодня.', 'Добрый день! Уже смотрю.'],
  question: [
    'Подскажите, в какой вы комнате?',
    'Когда вам удобно получить?',
    'Пришлите, пожалуйста, снимок экрана с ошибкой.',
  ],
  answer: ['Комната 305, у окна.', 'В четверг утром.', 'Вот текст: «Соединение сброшено».'],
  solved: ['Готово, проверьте, пожалуйста.', 'Можно забирать на стойке.', 'Исправлено, попробуйте ещё раз.'],
  notSolved: ['К сожалению, опять то же самое.', 'С утра снова не работает.'],
  thanks: ['Отлично, спасибо!', 'Работает, спасибо.'],
  nudge: ['Есть новости?', 'Нужно довольно срочно, как дела?'],
  note: [
    'Уточнил у поставщика: есть на складе.',
    'Причина та же, что на прошлой неделе.',
    'Согласовано с руководителем группы.',
  ],
  vendor: ['Заказано, поставщику нужно несколько дней.', 'Поставщик пришлёт замену.'],
  details: [
    'Началось сегодня утром, сам решить не смог.',
    'Нужно для проекта, который начинается в следующем месяце.',
  ],
  incidents: [
    'Пропадает Wi-Fi в комнате 305',
    'Принтер печатает с полосами',
    'Ноутбук не просыпается после сна',
    'Не отправляется почта клиентам',
    'Зависает видеосвязь',
  ],
  repairs: [
    'Мигает свет над столом',
    'Не греет батарея',
    'Не закрывается дверь переговорной',
    'Капает кран на кухне',
  ],
};

export const words = (russian: boolean): Words => (russian ? RU : EN);
