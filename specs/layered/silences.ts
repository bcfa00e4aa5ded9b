interface Matcher {
  readonly label: string
  readonly kind: string
  readonly value: string
}

/**
 * Whether a silence can hold for an alert with these labels. Labels that its series will bring are not known
 * before: a silence that asks for one may take it.
 */
export const canSilence = (
  matchers: readonly Matcher[],
  labels: Readonly<Record<string, string>>,
): boolean =>
  matchers.every(({ label, kind, value }) => {
    const is = labels[label]
    if (is === undefined) return true
    const isMatch = kind.endsWith('~') ? new RegExp(`^(?:${value})$`).test(is) : is === value
    return kind.startsWith('!') ? !isMatch : isMatch
  })

interface Ending {
  readonly receiver: string
  readonly isTimed: boolean
  readonly matchers: readonly Matcher[]
}

/**
 * Where an alert with these labels can end, of the routes in their order: at any that may take it, up to the
 * first that does for certain. Labels that its series will bring are not known before.
 */
export function endingsOf(
  routes: readonly Ending[],
  labels: Readonly<Record<string, string>>,
): readonly Ending[] {
  const possible = routes.filter(({ matchers }) => canSilence(matchers, labels))
  const certain = possible.findIndex(({ matchers }) =>
    matchers.every(({ label }) => labels[label] !== undefined),
  )
  return possible.slice(0, certain + 1)
}
