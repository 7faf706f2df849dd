import * as v from 'valibot';
import { askJira } from '../../../shared/product';

const spaceSchema = v.object({ id: v.string(), key: v.string(), name: v.string() });
export type Space = v.InferOutput<typeof spaceSchema>;

const MAX_RESULTS = 20;

/** Spaces whose name or key matches, of those the viewer may browse. */
export const searchSpaces = async (query: string): Promise<readonly Space[]> => {
  const path = `/rest/api/3/project/search?query=${encodeURIComponent(query)}&orderBy=name&maxResults=${MAX_RESULTS}`;
  return (await askJira(path, v.object({ values: v.array(spaceSchema) }))).values;
};

/** One space by id. */
export const readSpace = (id: string): Promise<Space> =>
  askJira(`/rest/api/3/project/${encodeURIComponent(id)}`, spaceSchema);
