interface Placed {
  readonly name: string
  readonly namespace?: string
}

/** What the report shows of an object of the cluster, and what a waiver names: not all that is known of it. */
export const placed = ({ name, namespace }: Placed): Placed =>
  namespace === undefined ? { name } : { namespace, name }
