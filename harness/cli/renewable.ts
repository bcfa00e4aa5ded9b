/** Something open that can be given up for a new one. Closing it closes whichever is open then. */
export class Renewable<T extends { readonly target: AsyncDisposable }> implements AsyncDisposable {
  #open: T | undefined
  readonly #reopen: () => Promise<T>

  constructor(first: T, reopen: () => Promise<T>) {
    this.#open = first
    this.#reopen = reopen
  }

  /** The old one is gone before the new one comes: two of a kind could not stand side by side. */
  async renew(): Promise<T> {
    await this[Symbol.asyncDispose]()
    this.#open = await this.#reopen()
    return this.#open
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await open?.target[Symbol.asyncDispose]()
  }
}
