import type { ParamDecoratorEnhancer } from '@nestjs/common';
import { ApiHeader, type ApiHeaderOptions } from '@nestjs/swagger';

/** Documents a header on whatever route reads it, so that the document cannot forget it. */
export function documentedHeader(options: ApiHeaderOptions): ParamDecoratorEnhancer {
  return (target, key) => {
    if (key !== undefined) ApiHeader(options)(target, key, Object.getOwnPropertyDescriptor(target, key)!);
  };
}
