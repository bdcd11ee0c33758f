import { childrenOf, isNode, parseProgram, type SyntaxNode, textOf } from './syntax.js';

/**
 * The titles of the tests and groups of tests of a file, as they stand in it: `%s` and `$name` as
 * written, `${…}` for what is filled into a template. What is skipped, only planned or expected to
 * fail holds nothing and isn't among them; neither is a group without a test.
 */
export function testTitles(source: string): Set<string> {
  const titles = new Set<string>();
  /** Visits a part of the file, and says whether there is a test in it. */
  const visit = (node: SyntaxNode): boolean => {
    const call = titled(node);
    if (call?.idle === true) return false;
    let has = call !== undefined && !call.group;
    for (const child of childrenOf(node)) {
      if (visit(child)) has = true;
    }
    if (has && call !== undefined) titles.add(call.title);
    return has;
  };
  visit(parseProgram(source));
  return titles;
}

/** What a call says of itself if it is `test(title, …)`, `test.each(…)(title, …)` or the like. */
function titled(node: SyntaxNode) {
  const { type, callee, arguments: given } = node;
  if (type !== 'CallExpression' || !Array.isArray(given) || given.length < 2) return undefined;
  const words = wordsOf(callee);
  const [name = ''] = words;
  if (!['test', 'it', 'describe'].includes(name)) return undefined;
  const title = isNode(given[0]) ? textOf(given[0], `\${…}`) : undefined;
  if (title === undefined) return undefined;
  const idle = words.some((word) => ['skip', 'todo', 'fails'].includes(word));
  return { title, group: name === 'describe', idle };
}

/** `test.each(table)` as `['test', 'each']`. */
function wordsOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Identifier') return [String(node['name'])];
  if (node.type === 'MemberExpression') return [node['object'], node['property']].flatMap(wordsOf);
  return wordsOf(node['callee'] ?? node['tag']);
}
