import causes from '../../src/sla/words/causes/en.json';
import en from '../../static/portal/locales/en.json';
import ru from '../../static/portal/locales/ru.json';

const PAUSE = 'sla.cause.pause.';

it.each(Object.keys(causes).filter((key) => key.startsWith(PAUSE)))(
  'has words of its own for requesters, who are not told ids: %s',
  (key) => {
    const own = `portal.reason.${key.slice(PAUSE.length)}`;
    expect(en).toHaveProperty([own], expect.any(String));
    expect(ru).toHaveProperty([own], expect.any(String));
  },
);
