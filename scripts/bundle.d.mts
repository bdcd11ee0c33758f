export declare const AS_THEY_ARE: readonly string[];
export declare function bundle(
  root: string,
  folder: string,
  o?: { readonly more?: readonly string[]; readonly small?: boolean },
): Promise<void>;
