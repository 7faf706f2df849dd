import { plusDays } from './field-types';
import type { Answer, Answers, FormField } from './model';

/** What a fresh form starts with. `today` is the requester's date, `YYYY-MM-DD`. */
export function defaultAnswers(
  form: readonly FormField[],
  requester: { readonly accountId: string; readonly today: string },
): Answers {
  const entries = form.flatMap((field): readonly (readonly [string, Answer])[] => {
    if (field.default === undefined) return [];
    switch (field.default.kind) {
      case 'static':
        return [[field.id, field.default.value]];
      case 'requester':
        return [[field.id, requester.accountId]];
      case 'today':
        return [[field.id, plusDays(requester.today, field.default.days ?? 0)]];
    }
  });
  return Object.fromEntries(entries);
}
