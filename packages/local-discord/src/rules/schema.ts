import type { ZodMiniType } from 'zod/mini';
import * as core from 'zod/v4/core';
import { type FieldError, invalidForm } from './errors.js';

/** A checked body: its data, and the fields Discord would silently ignore. */
export interface Checked<T> {
  readonly data: T;
  readonly ignored: readonly string[];
}

/**
 * Checks a body against one of the schemas generated from Discord's OpenAPI description.
 * Throws Discord's 50035 with every wrong field named; `prefix` is where the body sits in the
 * whole request.
 */
export function checkBody<T>(
  schema: ZodMiniType<T>,
  body: unknown,
  prefix: readonly (string | number)[] = [],
): Checked<T> {
  const result = schema.safeParse(body);
  if (!result.success) {
    throw invalidForm(result.error.issues.flatMap((issue) => fieldErrors(issue, body, prefix)));
  }
  return { data: result.data, ignored: unknownFields(schema, body, prefix.join('.')) };
}

function fieldErrors(
  issue: core.$ZodIssue,
  root: unknown,
  prefix: readonly (string | number)[],
): FieldError[] {
  const path = [
    ...prefix,
    ...issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
  ];
  if (issue.code !== 'invalid_union')
    return [{ path, ...worded(issue, valueAt(root, issue.path)) }];
  const branch = closestBranch(issue.errors);
  if (branch === undefined) {
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" is none of those possible here.',
      },
    ];
  }
  const inner = valueAt(root, issue.path);
  return branch.flatMap((nested) => fieldErrors(nested, inner, path));
}

// A union of components is told apart by `type`: the branch meant is the one whose `type` matched.
// Other unions (a nonce is a number or a string) mean the branch of the value's own type.
function closestBranch(branches: readonly core.$ZodIssue[][]): core.$ZodIssue[] | undefined {
  const wrongType = (issue: core.$ZodIssue): boolean =>
    issue.path.length === 1 && issue.path[0] === 'type';
  const wrongKind = (issue: core.$ZodIssue): boolean =>
    issue.path.length === 0 && issue.code === 'invalid_type';
  const meant = branches.filter((b) => !b.some((issue) => wrongType(issue) || wrongKind(issue)));
  return meant.toSorted((a, b) => a.length - b.length)[0];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function worded(issue: core.$ZodIssue, value: unknown): { code: string; message: string } {
  if (value === undefined || value === null) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  switch (issue.code) {
    case 'too_big':
      if (typeof value === 'string') {
        return {
          code: 'BASE_TYPE_MAX_LENGTH',
          message: `Must be ${issue.maximum} or fewer in length.`,
        };
      }
      if (Array.isArray(value)) {
        return {
          code: 'BASE_TYPE_BAD_LENGTH',
          message: `Must be ${issue.maximum} or fewer in length.`,
        };
      }
      return {
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${issue.maximum}.`,
      };
    case 'too_small':
      if (typeof value === 'string' || Array.isArray(value)) {
        return {
          code: 'BASE_TYPE_BAD_LENGTH',
          message: `Must be ${issue.minimum} or more in length.`,
        };
      }
      return {
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${issue.minimum}.`,
      };
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    case 'invalid_type':
      return { code: 'BASE_TYPE_INVALID', message: `Value is not of type "${issue.expected}".` };
    default:
      return { code: 'BASE_TYPE_INVALID', message: 'Invalid value.' };
  }
}

// The package's own setStrictObject can't help: its schemas are all made while the module loads,
// before anyone could call it. Discord ignores unknown fields, so they are told, not refused.
function unknownFields(schema: core.$ZodType, value: unknown, at: string): string[] {
  if (value === undefined || value === null) return [];
  if (
    schema instanceof core.$ZodOptional ||
    schema instanceof core.$ZodNullable ||
    schema instanceof core.$ZodDefault
  ) {
    return unknownFields(schema._zod.def.innerType, value, at);
  }
  if (schema instanceof core.$ZodLazy) return unknownFields(schema._zod.innerType, value, at);
  if (schema instanceof core.$ZodArray) {
    const { element } = schema._zod.def;
    return Array.isArray(value)
      ? value.flatMap((item, index) => unknownFields(element, item, `${at}[${index}]`))
      : [];
  }
  if (schema instanceof core.$ZodUnion) {
    const options: readonly core.$ZodType[] = schema._zod.def.options;
    const meant = options.find((option) => core.safeParse(option, value).success);
    return meant === undefined ? [] : unknownFields(meant, value, at);
  }
  if (schema instanceof core.$ZodObject && typeof value === 'object') {
    const { shape } = schema._zod.def;
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      const known = shape[key];
      const here = at === '' ? key : `${at}.${key}`;
      if (known !== undefined) return unknownFields(known, inner, here);
      // discord.js itself sends `enforce_nonce: false` and the like with every answer.
      return inner === undefined || inner === null || inner === false ? [] : [here];
    });
  }
  return [];
}
