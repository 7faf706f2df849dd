/** Units of time. */
import en from './en.json';
import ru from './ru.json';

export const DURATIONS = { en, ru };
