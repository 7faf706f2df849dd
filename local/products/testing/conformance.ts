import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { type ProductRequest, type ProductResponse } from '../../kernel/types.ts';

/** Where Atlassian's OpenAPI documents are kept: beside the repository, or where the environment says. */
export const OPENAPI_DIR = resolve(process.env['OPENAPI_DIR'] ?? join(process.cwd(), '../shared/openapi'));

export const haveDocuments = (): boolean => existsSync(OPENAPI_DIR);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const under = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);

/** Values that Atlassian's own examples show as null although the schema does not say so. */
const KNOWN_NULLS: Readonly<Record<string, readonly string[]>> = {
  ChangeDetails: ['from', 'fromString', 'to', 'toString'],
};

/** Values that Atlassian's own examples show as numbers although the schema says text: instants of histories in bulk. */
const KNOWN_NUMBERS: Readonly<Record<string, readonly string[]>> = { Changelog: ['created'] };

function withKnownForms(document: JsonObject): JsonObject {
  const copy = structuredClone(document) as {
    components?: { schemas?: Record<string, { properties?: Record<string, object> }> };
  };
  for (const [schema, names] of Object.entries(KNOWN_NULLS)) {
    const properties = copy.components?.schemas?.[schema]?.properties;
    for (const name of names) if (properties?.[name]) Object.assign(properties[name], { nullable: true });
  }
  for (const [schema, names] of Object.entries(KNOWN_NUMBERS)) {
    const properties = copy.components?.schemas?.[schema]?.properties;
    for (const name of names)
      if (properties?.[name]) properties[name] = { anyOf: [properties[name], { type: 'integer' }] };
  }
  return copy as unknown as JsonObject;
}

/** Bodies that fit two of several forms fit: the documents say "one of" where their forms overlap. */
function withAnyOf(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withAnyOf);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key === 'oneOf' ? 'anyOf' : key, withAnyOf(inner)]),
  );
}

const pointer = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

/** One OpenAPI document, able to say what in a call or an answer does not conform to it. */
export interface Contract {
  /** The operation of a call as `GET /path/{template}`, or undefined where the document has none. */
  operationOf(method: string, path: string): string | undefined;
  /** Sentences on all that does not conform; none when all does. */
  problems(request: Pick<ProductRequest, 'method' | 'path' | 'body'>, response: ProductResponse): string[];
}

/** Loads a document. `prefix` stands before its paths on the wire. */
export function loadContract(file: string, prefix = ''): Contract {
  const document = withKnownForms(JSON.parse(readFileSync(join(OPENAPI_DIR, file), 'utf8')) as JsonObject);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false });
  ajv.addFormat(
    'date-time',
    (text: string) => !Number.isNaN(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))),
  );
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addSchema({ $id: 'api', ...(withAnyOf(document) as JsonObject) });
  const paths = isObject(document['paths']) ? document['paths'] : {};
  const templates = Object.keys(paths)
    .map((template) => ({
      template,
      pattern: new RegExp(`^${prefix}${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
      variables: template.split('{').length,
    }))
    .sort((a, b) => a.variables - b.variables);
  const compiled = new Map<string, ValidateFunction>();
  const validator = (at: readonly string[]): ValidateFunction => {
    const ref = `api#/${pointer(at)}`;
    const known = compiled.get(ref) ?? ajv.compile({ $ref: ref });
    compiled.set(ref, known);
    return known;
  };
  const find = (method: string, path: string): string | undefined => {
    const { pathname } = new URL(path, 'http://site.invalid');
    return templates.find(
      ({ template, pattern }) =>
        pattern.test(pathname) && isObject(under(paths, template, method.toLowerCase())),
    )?.template;
  };
  const check = (at: readonly string[], value: unknown, what: string): string[] => {
    const validate = validator(at);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) => `${what}${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
  };
  const resolved = (at: readonly string[]): readonly string[] => {
    const ref = under(document, ...at, '$ref');
    return typeof ref === 'string' ? ref.slice(2).split('/') : at;
  };
  const queryProblems = (at: readonly string[], path: string): string[] => {
    const declared = under(document, ...at, 'parameters');
    const parameters = (Array.isArray(declared) ? (declared as readonly Json[]) : []).map((one) => {
      const ref = under(one, '$ref');
      return typeof ref === 'string' ? under(document, ...ref.slice(2).split('/')) : one;
    });
    const given = [...new URL(path, 'http://site.invalid').searchParams.keys()];
    const inQuery = parameters.filter((one) => under(one, 'in') === 'query');
    const names = inQuery.map((one) => under(one, 'name'));
    return [
      ...given
        .filter((name) => !names.includes(name))
        .map((name) => `query parameter ${name} is not declared`),
      ...inQuery
        .filter(
          (one) => under(one, 'required') === true && !given.includes(String(under(one, 'name') as string)),
        )
        .map((one) => `query parameter ${String(under(one, 'name') as string)} is missing`),
    ];
  };
  return {
    operationOf: (method, path) => {
      const template = find(method, path);
      return template && `${method} ${prefix}${template}`;
    },
    problems: ({ method, path, body }, response) => {
      const template = find(method, path);
      if (template === undefined) return [`${method} ${path} is not in ${file}`];
      const at = ['paths', template, method.toLowerCase()];
      const requestAt = [...resolved([...at, 'requestBody']), 'content', 'application/json', 'schema'];
      const accepted = response.status < 300;
      const requestProblems =
        accepted && typeof body === 'string' && under(document, ...requestAt) !== undefined
          ? check(requestAt, JSON.parse(body), 'request')
          : [];
      const status = String(response.status);
      const declared = under(document, ...at, 'responses', status);
      if (declared === undefined)
        return [...(accepted ? [`status ${status} is not declared`] : []), ...requestProblems];
      const schemaAt = [...at, 'responses', status, 'content', 'application/json', 'schema'];
      const answered =
        under(document, ...schemaAt) === undefined
          ? []
          : check(schemaAt, JSON.parse(JSON.stringify(response.body ?? null)), 'answer');
      return [...(accepted ? queryProblems(at, path) : []), ...requestProblems, ...answered];
    },
  };
}
