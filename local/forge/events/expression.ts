import { parseNode, type Node } from './expression-parser';

type Scope = ReadonlyMap<string, unknown>;

/** Of what lists know in Jira expressions, what the app's filters use; anything else is an error. */
const LIST_METHODS = new Set(['some', 'every', 'includes']);
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
    const { method } = node;
    if (!Array.isArray(target) || !LIST_METHODS.has(method))
      throw new Error(`expression: no method ${method}`);
    const [first] = node.args.map((arg) => this.run(arg, scope));
    if (method === 'includes') return target.includes(first);
    if (typeof first !== 'function') throw new Error(`expression: ${method} needs a function`);
    const holds = (item: unknown) => this.boolean((first as (item: unknown) => unknown)(item));
    return method === 'some' ? target.some(holds) : target.every(holds);
  }

  private binary(operator: string, left: Node, right: Node, scope: Scope): unknown {
    if (operator === '&&') return this.boolean(this.run(left, scope)) && this.boolean(this.run(right, scope));
    if (operator === '||') return this.boolean(this.run(left, scope)) || this.boolean(this.run(right, scope));
    const a = this.run(left, scope);
    const b = this.run(right, scope);
    return operator === '==' ? a === b : a !== b;
  }

  private boolean(value: unknown): boolean {
    if (typeof value !== 'boolean') throw new Error('expression: a boolean is needed');
    return value;
  }
}
