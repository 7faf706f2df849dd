import { parseNode, type Node } from './expression-parser';

type Scope = ReadonlyMap<string, unknown>;

/** Lists in Jira expressions know these; anything else is an error, as on the platform. */
const LIST_METHODS = new Set(['some', 'every', 'map', 'filter', 'includes', 'indexOf', 'flatten']);
const TEXT_METHODS = new Set([
  'includes',
  'startsWith',
  'endsWith',
  'toLowerCase',
  'toUpperCase',
  'indexOf',
  'match',
  'trim',
]);
const MAX_STEPS = 50_000;

/**
 * Compiles a filter expression to a function of the event.
 * Throws at once when it cannot be parsed; the function throws when it meets an undefined property,
 * takes more than the platform's steps, or does not answer a boolean.
 */
export function parseExpression(source: string): (event: unknown) => boolean {
  const node = parseNode(source);
  return (event) => {
    const result = new Evaluation().run(node, new Map([['event', event]]));
    if (typeof result !== 'boolean') throw new Error('expression: the answer is not a boolean');
    return result;
  };
}

class Evaluation {
  private steps = 0;

  run(node: Node, scope: Scope): unknown {
    this.steps += 1;
    if (this.steps > MAX_STEPS) throw new Error(`expression: more than ${MAX_STEPS} steps`);
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'name':
        if (!scope.has(node.name)) throw new Error(`expression: unknown name ${node.name}`);
        return scope.get(node.name);
      case 'list':
        return node.items.map((item) => this.run(item, scope));
      case 'member':
        return this.member(this.run(node.target, scope), this.run(node.property, scope), node.optional);
      case 'call':
        return this.call(this.run(node.target, scope), node, scope);
      case 'lambda':
        return (argument: unknown) => this.run(node.body, new Map([...scope, [node.parameter, argument]]));
      case 'not':
        return !this.boolean(this.run(node.operand, scope));
      case 'choice':
        return this.boolean(this.run(node.test, scope))
          ? this.run(node.yes, scope)
          : this.run(node.no, scope);
      case 'binary':
        return this.binary(node.operator, node.left, node.right, scope);
    }
  }

  private member(target: unknown, property: unknown, optional: boolean): unknown {
    if (target === null || target === undefined) {
      if (optional) return null;
      throw new Error(`expression: ${String(property)} of nothing`);
    }
    if (property === 'length' && (Array.isArray(target) || typeof target === 'string')) return target.length;
    if (typeof target === 'object' && (typeof property === 'string' || typeof property === 'number')) {
      if (Object.hasOwn(target, property)) return (target as Record<string | number, unknown>)[property];
    }
    if (optional) return null;
    throw new Error(`expression: no property ${String(property)}`);
  }

  private call(target: unknown, node: Extract<Node, { kind: 'call' }>, scope: Scope): unknown {
    if (target === null || target === undefined) {
      if (node.optional) return null;
      throw new Error(`expression: ${node.method} of nothing`);
    }
    const known = Array.isArray(target)
      ? LIST_METHODS
      : typeof target === 'string'
        ? TEXT_METHODS
        : new Set<string>();
    if (!known.has(node.method)) throw new Error(`expression: no method ${node.method}`);
    const args = node.args.map((arg) => this.run(arg, scope));
    if (Array.isArray(target)) return this.listCall(target, node.method, args);
    return typeof target === 'string' ? textCall(target, node.method, args) : null;
  }

  private listCall(list: readonly unknown[], method: string, args: readonly unknown[]): unknown {
    const [first] = args;
    if (method === 'includes') return list.includes(first);
    if (method === 'indexOf') return list.indexOf(first);
    if (method === 'flatten') return list.flat(Infinity);
    if (typeof first !== 'function') throw new Error(`expression: ${method} needs a function`);
    const apply = first as (item: unknown) => unknown;
    switch (method) {
      case 'some':
        return list.some((item) => this.boolean(apply(item)));
      case 'every':
        return list.every((item) => this.boolean(apply(item)));
      case 'map':
        return list.map((item) => apply(item));
      default:
        return list.filter((item) => this.boolean(apply(item)));
    }
  }

  private binary(operator: string, left: Node, right: Node, scope: Scope): unknown {
    if (operator === '&&') return this.boolean(this.run(left, scope)) && this.boolean(this.run(right, scope));
    if (operator === '||') return this.boolean(this.run(left, scope)) || this.boolean(this.run(right, scope));
    const a = this.run(left, scope);
    const b = this.run(right, scope);
    if (operator === '==') return a === b;
    if (operator === '!=') return a !== b;
    if (operator === '+' && (typeof a === 'string' || typeof b === 'string'))
      return `${String(a)}${String(b)}`;
    if (typeof a === 'string' && typeof b === 'string') return compare(operator, a < b ? -1 : a > b ? 1 : 0);
    if (typeof a !== 'number' || typeof b !== 'number')
      throw new Error(`expression: ${operator} needs two numbers`);
    if (operator === '+') return a + b;
    if (operator === '-') return a - b;
    return compare(operator, a - b);
  }

  private boolean(value: unknown): boolean {
    if (typeof value !== 'boolean') throw new Error('expression: a boolean is needed');
    return value;
  }
}

function compare(operator: string, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function textCall(text: string, method: string, args: readonly unknown[]): unknown {
  const [first = ''] = args;
  const part = typeof first === 'string' ? first : '';
  switch (method) {
    case 'includes':
      return text.includes(part);
    case 'startsWith':
      return text.startsWith(part);
    case 'endsWith':
      return text.endsWith(part);
    case 'indexOf':
      return text.indexOf(part);
    case 'toLowerCase':
      return text.toLowerCase();
    case 'toUpperCase':
      return text.toUpperCase();
    case 'match':
      return new RegExp(part).test(text);
    default:
      return text.trim();
  }
}
