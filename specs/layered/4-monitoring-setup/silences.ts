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
