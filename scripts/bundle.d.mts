export declare const AS_THEY_ARE: readonly string[];
export declare const COMMANDS_KEEPER: string;
export declare function operatorPrograms(root: string): string[];
export declare function bundleInto(
  root: string,
  folder: string,
  programs: readonly string[],
  o?: { readonly apart?: readonly string[]; readonly small?: boolean },
): Promise<void>;
export declare function bundle(
  root: string,
  folder: string,
  o?: { readonly more?: readonly string[]; readonly small?: boolean },
): Promise<void>;
export declare function prepareStarts(folder: string): void;
