/** Whether a release is that one or a later one, number by number: 2.9 comes before 2.20. */
export function isAtLeast(release: string, oldest: string): boolean {
  const [have, need] = [release, oldest].map((it) => it.replace(/^v/, '').split('.').map(Number))
  const first = need?.findIndex((part, i) => have?.[i] !== part) ?? -1
  return first < 0 || (have?.[first] ?? Number.NaN) > (need?.[first] ?? Number.NaN)
}
