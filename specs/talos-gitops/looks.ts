interface Look {
  readonly complete: boolean
  readonly because?: string
}

/** What is found by several looks is whole when each of them was. */
export function wholly(...looks: readonly Look[]): Look {
  const partial = looks.find(({ complete }) => !complete)
  return partial === undefined
    ? { complete: true }
    : { complete: false, because: partial.because ?? 'no reason given' }
}
