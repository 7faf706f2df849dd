/** The site's server, as a frame's parent asks it: same origin, as the person who is signed in. */
async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

const messageOf = (answer: unknown): string | undefined => {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  const { error } = answer;
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'The site refused.';
};

async function value(path: string, body: object): Promise<unknown> {
  const answer = await post(path, body);
  const message = messageOf(answer);
  if (message !== undefined) throw new Error(message);
  return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
}

export interface ModulePlace {
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

/** The full context of a module, built by the server. */
export const fetchContext = (place: ModulePlace): Promise<unknown> => value('/__forge/context', place);

/** Invokes the module's resolver. Rejects with the function's own message. */
export const invokeResolver = (place: ModulePlace, functionKey: string, payload: unknown): Promise<unknown> =>
  value('/__forge/invoke', { ...place, functionKey, payload });

/** A product call as the user, within the app's scopes. Answers in the shape the SDK expects, whatever the status. */
export async function fetchFromProduct(request: object): Promise<unknown> {
  const answer = await post('/__forge/fetch', request);
  const message = messageOf(answer);
  if (message !== undefined) throw new Error(message);
  return answer;
}
