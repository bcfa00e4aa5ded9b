/** One place where an alert can end, in the order in which Alertmanager tries them. */
export interface Ending {
  readonly receiver: string
  readonly isTimed: boolean
  readonly matchers: readonly {
    readonly label: string
    readonly kind: string
    readonly value: string
  }[]
}

/**
 * Where an alert with these labels can end. Labels that its series will bring are not known before: a route
 * that asks for one may take the alert or not, and so may one with a pattern.
 */
export function endingsOf(
  routes: readonly Ending[],
  labels: Readonly<Record<string, string>>,
): readonly Ending[] {
  const possible = routes.filter(({ matchers }) =>
    matchers.every(({ label, kind, value }) => {
      const is = labels[label]
      return is === undefined || (kind === '=' ? is === value : kind !== '!=' || is !== value)
    }),
  )
  const certain = possible.findIndex(({ matchers }) =>
    matchers.every(({ label, kind }) => labels[label] !== undefined && /^!?=$/.test(kind)),
  )
  return possible.slice(0, certain + 1)
}

/**
 * Whether a silence can keep an alert with these labels from everybody. Labels that its series will bring are
 * not known before: a silence that asks for one may take it.
 */
export function canSilence(
  matchers: Ending['matchers'],
  labels: Readonly<Record<string, string>>,
): boolean {
  return matchers.every(({ label, kind, value }) => {
    const is = labels[label]
    if (is === undefined) return true
    const isMatch = kind.endsWith('~') ? new RegExp(`^(?:${value})$`).test(is) : is === value
    return kind.startsWith('!') ? !isMatch : isMatch
  })
}

/**
 * Names and addresses of the machine behind a URL; that of this machine itself counts where Prometheus runs
 * on it too.
 */
export function namesBehind(
  url: string,
  prometheus: string,
  hosts: readonly {
    readonly name: string
    readonly address: string
    readonly tailnetAddress?: string
  }[],
): readonly string[] {
  const namesOf = (one: string) => {
    const at = new URL(one).hostname
    const host = hosts.find((it) =>
      [it.name, it.address, it.tailnetAddress].some(
        (known) => known === at || at.startsWith(`${known}.`),
      ),
    )
    return [at, host?.name, host?.address, host?.tailnetAddress].filter(
      (name) => name !== undefined,
    )
  }
  const own = namesOf(url)
  const isShared = namesOf(prometheus).some((name) => own.includes(name))
  return [...own, ...(isShared ? ['localhost', '127.0.0.1', '::1', '[::1]'] : [])]
}
