import { dump } from 'js-yaml';
import type { PromiseList } from './promise-lists.js';
import { soundsLikePromise } from './promise-sentences.js';

export interface Project {
  readonly lists: readonly (PromiseList & {
    /** The list's own path. */
    readonly file: string;
  })[];
  /** Pages that promise nothing of their own, with why. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Every page there is beside the lists' documents. */
  readonly pages: readonly string[];
  /** The sentences of each document of the lists. */
  readonly sentences: ReadonlyMap<string, readonly string[]>;
  /** The titles of the tests in a file of `test/`; nothing where there is no such file. */
  readonly titlesIn: (file: string) => ReadonlySet<string> | undefined;
}

/** The documents of a list, each file by itself. */
export function documentsOf({ documents }: PromiseList, { sentences }: Project): string[] {
  return [...sentences.keys()].filter((path) =>
    documents.some((named) => path === named || path.startsWith(`${named}/`)),
  );
}

/** Everything that is wrong between documents, lists and tests, each with its mend. */
export function problemsOf(project: Project): string[] {
  const titles = new Map<string, ReadonlySet<string> | undefined>();
  const titlesIn = (file: string) => {
    if (!titles.has(file)) titles.set(file, project.titlesIn(file));
    return titles.get(file);
  };
  return [
    ...project.lists.flatMap((list) => problemsOfList(list, project, titlesIn)),
    ...unlistedPages(project),
  ];
}

function problemsOfList(
  list: Project['lists'][number],
  project: Project,
  titlesIn: Project['titlesIn'],
): string[] {
  const problems: string[] = [];
  const tell = (problem: string, mend: string) =>
    problems.push(`${list.file}: ${problem}\n  → ${mend}`);

  const paths = documentsOf(list, project);
  for (const named of list.documents) {
    if (!paths.some((path) => path === named || path.startsWith(`${named}/`))) {
      tell(`there is no ${named}`, 'Take it out of `documents`, or name what took its place.');
    }
  }

  const standing = new Set(paths.flatMap((path) => project.sentences.get(path) ?? []));
  const listed = new Set<string>();
  const take = (sentence: string) => {
    if (listed.has(sentence)) tell(`“${sentence}” is listed twice`, 'Keep one of the two.');
    if (!standing.has(sentence)) {
      tell(
        `“${sentence}” doesn’t stand in ${list.documents.join(', ')} any more`,
        'Quote it as it is now, if its tests still hold it; else take it out.',
      );
    }
    listed.add(sentence);
  };

  for (const { says, 'held by': tests } of list.promises) {
    take(says);
    if (tests === null || tests.length === 0) {
      tell(`no test holds “${says}”`, 'Write one, or say what is true without one.');
    }
    for (const test of tests ?? []) {
      const [file = '', title = ''] = test.split(/ › (.*)/s);
      const found = titlesIn(file);
      if (found === undefined) {
        tell(`there is no test/${file}, which is to hold “${says}”`, 'Name the test it is now.');
      } else if (!found.has(title)) {
        tell(
          `no test of test/${file} is called “${title}”, which is to hold “${says}”`,
          'Name it as it stands there; one that is skipped doesn’t count.',
        );
      }
    }
  }
  for (const sentence of Object.values(list['no promise']).flat()) take(sentence);

  for (const path of paths) {
    for (const sentence of new Set(project.sentences.get(path))) {
      if (listed.has(sentence) || !soundsLikePromise(sentence)) continue;
      const entry = dump([{ says: sentence, 'held by': ['folder/file.test.ts › title'] }], {
        lineWidth: -1,
      });
      tell(
        `a sentence of ${path} sounds like a promise and isn’t listed`,
        `Add it under \`promises\` with its test, or under \`no promise\`:\n${entry}`,
      );
    }
  }
  return problems;
}

function unlistedPages(project: Project): string[] {
  const { pages, sentences, leftOut } = project;
  const missing = pages.filter((page) => !sentences.has(page) && !Object.hasOwn(leftOut, page));
  const gone = Object.keys(leftOut).filter((page) => !pages.includes(page));
  return [
    ...missing.map(
      (page) =>
        `${page} is in no list of test/promises\n  → Make it a list, or say in left-out.yaml why it promises nothing.`,
    ),
    ...gone.map((page) => `test/promises/left-out.yaml: there is no ${page}\n  → Take it out.`),
  ];
}
