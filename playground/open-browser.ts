import { spawn } from 'node:child_process';

/** Opens an address in the browser people use, where there is one; says nothing where there is none. */
export function openBrowser(url: string): void {
  const [program, ...args] = opener();
  if (program === undefined) return;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  // The address was printed, so nothing is lost without a browser.
  child.on('error', () => undefined);
  child.unref();
}

function opener(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      // `start` takes its first argument in quotes as the title of a window.
      return ['cmd', '/c', 'start', '""'];
    default:
      return ['xdg-open'];
  }
}
