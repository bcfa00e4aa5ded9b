interface Snapshot {
  readonly tags: readonly string[]
  readonly paths: readonly string[]
  readonly host: string
}

interface Data {
  readonly name: string
  readonly host: string
  readonly path: string
}

/** Snapshots of a piece of data: under its name, and of its folder on its host. A name alone can be given to anything. */
export const pointsOf = <Point extends Snapshot>(
  snapshots: readonly Point[],
  { name, host, path }: Data,
): readonly Point[] =>
  snapshots.filter((it) => it.tags.includes(name) && it.paths.includes(path) && it.host === host)
