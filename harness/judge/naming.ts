/** A machine by its name and its addresses. */
interface Named {
  readonly name: string
  readonly address: string
  readonly alsoAt?: readonly string[]
}

/** Tells whether a text names one of these machines, as a whole word: in a source, a URL or a list. Names have no capitals of their own. */
export function naming(machines: readonly Named[]): (text: string) => boolean {
  if (machines.length === 0) return () => false
  const names = machines
    .flatMap(({ address, alsoAt = [], name }) => [name, address, ...alsoAt])
    .map((name) => name.replaceAll('.', String.raw`\.`))
  const form = new RegExp(`(^|[^A-Za-z0-9_-])(${names.join('|')})([^A-Za-z0-9_-]|$)`, 'i')
  return (text) => form.test(text)
}
