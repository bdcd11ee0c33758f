import { parseAst } from 'rolldown/parseAst';

/** A part of a program, as ESTree describes it. */
export interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The program in a file of TypeScript. Several times as fast as by the compiler itself. */
export function parseProgram(source: string): SyntaxNode {
  const program: unknown = parseAst(source, { lang: 'ts' });
  if (!isNode(program)) throw new Error('The parser gave no program.');
  return program;
}

export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}

/** The parts that a part consists of, in their order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flat().filter(isNode);
}

/**
 * What stands in quotation marks or backticks, if the part is that.
 *
 * @param filled stands where a template is filled in.
 */
export function textOf(node: SyntaxNode, filled: string): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined;
  return node['quasis']
    .map((part: { value: { cooked: string } }) => part.value.cooked)
    .join(filled);
}
