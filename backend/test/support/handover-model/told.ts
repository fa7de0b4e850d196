import type fc from 'fast-check';
import type { Model } from './model.ts';
import type { Scene } from './scene.ts';

/** A command that says what it comes to, since who and what follow from where the case stands; the scene remembers it for the counterexample. */
export abstract class Told implements fc.AsyncCommand<Model, Scene> {
  check(_: Readonly<Model>): boolean {
    return true;
  }
  abstract run(model: Model, scene: Scene): Promise<void>;
  /** The numbers it was drawn with. */
  toString(): string {
    return `${this.constructor.name} ${JSON.stringify(this)}`;
  }
}
