/** A line of the table of dependencies: what needs what, and what makes it wait. */
export interface Dependency {
  readonly what: string
  readonly needs: string
  readonly heldBy: string
}

/** The lines of the table, as they are written. */
export const dependenciesOf = (
  rows: readonly Readonly<Record<string, string>>[],
): readonly Dependency[] =>
  rows.map((row) => ({
    what: row.What ?? '',
    needs: row.Needs ?? '',
    heldBy: row['Held by'] ?? '',
  }))

/** Everything that something needs, itself included when it needs itself in the end: `vm100 docker.service` needs what `vm100` does. */
function neededBy(what: string, all: readonly Dependency[]): ReadonlySet<string> {
  const found = new Set<string>()
  const ahead = [what]
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop()) {
    const machine = one.split(' ')[0] ?? one
    for (const { what: user, needs } of all)
      if ((user === one || user === machine) && !found.has(needs)) {
        found.add(needs)
        ahead.push(needs)
      }
  }
  return found
}

/** Whatever waits for itself. */
export const circularIn = (all: readonly Dependency[]): readonly Dependency[] =>
  all.filter(({ what }) => neededBy(what, all).has(what))
