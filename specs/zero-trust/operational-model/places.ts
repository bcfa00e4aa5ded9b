interface Machine {
  readonly name: string
  readonly role: string
  readonly address: string
  readonly tailnetAddress?: string
  readonly alsoAt?: readonly string[]
}

interface Lab {
  readonly hosts: readonly Machine[]
  readonly services: readonly {
    readonly name: string
    readonly host: string
    readonly remote?: { readonly url: string }
  }[]
}

/** Names and addresses of machines. */
export const placesOf = (hosts: readonly Machine[]): readonly string[] =>
  hosts.flatMap(({ name, address, tailnetAddress, alsoAt = [] }) => [
    name,
    address,
    ...(tailnetAddress ? [tailnetAddress] : []),
    ...alsoAt,
  ])

/** Names and addresses behind which an application guest stands: all but those of the host of monitoring. */
export const applicationPlaces = ({ hosts, services }: Lab, own: string): readonly string[] => [
  ...placesOf(hosts.filter(({ role }) => /^(storage|compute|service)$/.test(role))),
  ...services
    .filter(({ host }) => host !== own)
    .flatMap(({ name, remote }) => [name, ...(remote ? [new URL(remote.url).hostname] : [])]),
]

/** Whether a name or address is one of these, or a name below one. */
export const isAmong =
  (places: readonly string[]) =>
  (at: string): boolean =>
    places.some((known) => at === known || at.startsWith(`${known}.`))

/** Whether it is the machine that asks. */
export const isLocal = (at: string): boolean => /^(localhost$|127\.|\[?::1)/.test(at)
