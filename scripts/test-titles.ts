import ts from 'typescript';

/**
 * The titles of the tests and groups of tests of a file, as they stand in it: `%s`, `$name` and
 * `${…}` as written. What is skipped, only planned or expected to fail holds nothing and isn't
 * among them; neither is a group without a test.
 */
export function testTitles(source: string): Set<string> {
  const titles = new Set<string>();
  /** Visits a part of the file, and says whether there is a test in it. */
  const visit = (node: ts.Node): boolean => {
    const call = ts.isCallExpression(node) ? titled(node) : undefined;
    if (call?.idle === true) return false;
    let has = call !== undefined && !call.group;
    ts.forEachChild(node, (child) => {
      if (visit(child)) has = true;
    });
    if (has && call !== undefined) titles.add(call.title);
    return has;
  };
  visit(ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.Latest));
  return titles;
}

/** What a call says of itself if it is `test(title, …)`, `test.each(…)(title, …)` or the like. */
function titled(call: ts.CallExpression) {
  const [first, second] = call.arguments;
  const words = wordsOf(call.expression);
  const [name = ''] = words;
  if (first === undefined || second === undefined || !/^(?:test|it|describe)$/.test(name)) return;
  const title = textOf(first);
  if (title === undefined) return;
  const idle = words.some((word) => ['skip', 'todo', 'fails'].includes(word));
  return { title, group: name === 'describe', idle };
}

/** `test.each(table)` as `['test', 'each']`. */
function wordsOf(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression)) {
    return [...wordsOf(expression.expression), expression.name.text];
  }
  if (ts.isCallExpression(expression)) return wordsOf(expression.expression);
  return ts.isTaggedTemplateExpression(expression) ? wordsOf(expression.tag) : [];
}

function textOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const rest = node.templateSpans.map(({ literal }) => `\${…}${literal.text}`);
  return [node.head.text, ...rest].join('');
}
