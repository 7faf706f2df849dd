import { errorIn } from '../../kernel/finding';
import type { Problem } from './domain';
import type { SlaDefinitions } from '../engine/model';

/** As long as a summary in Jira; names stand in every copy on every issue. */
const MOST_CHARACTERS = 255;

/** Metrics whose name is too long in some language. */
export const longNames = ({ metrics }: Pick<SlaDefinitions, 'metrics'>): readonly Problem[] =>
  metrics.flatMap(({ id, name }) =>
    Object.entries(name)
      .filter(([, said = '']) => said.length > MOST_CHARACTERS)
      .map(([language]) =>
        errorIn('NAME_TOO_LONG', `metric:${id}`, `name.${language}`, { limit: MOST_CHARACTERS }),
      ),
  );
