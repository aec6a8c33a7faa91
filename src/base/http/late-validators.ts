/** Shapes of requests become functions when the first request of a route comes, not when the server starts: half a second of a processor for each start. */
import AjvCompiler from '@fastify/ajv-compiler';

type Factory = AjvCompiler.BuildCompilerFromPool;
type Compile = ReturnType<Factory>;
type Validate = ReturnType<Compile>;

/**
 * The framework's own compiler, asked late.
 *
 * A shape that cannot be compiled is noticed by its first request: a test compiles the shapes of all routes (`tests/security/api-document.db.test.ts`).
 */
export const lateValidators: Factory = (externalSchemas, options) => {
  let compile: Compile | undefined;
  return (schema) => {
    let known: Validate | undefined;
    const late = (data: unknown): unknown => {
      compile ??= AjvCompiler()(externalSchemas, options);
      known ??= compile(schema);
      const verdict: unknown = known(data);
      Object.assign(late, { errors: known.errors });
      return verdict;
    };
    // What the framework asks of such a function: its answer, and `errors` after it said no.
    return late as unknown as Validate;
  };
};
